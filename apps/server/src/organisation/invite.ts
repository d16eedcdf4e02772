import type { Kysely } from "kysely";
import type { LocalText, Tables } from "../database/tables.ts";
import type { Ground } from "../ground.ts";
import { linkMinutes, makePasswordLink } from "../identity/password-link.ts";
import { queueMail } from "../mail/queue-mail.ts";

export interface Invited {
  readonly userId: string;
  readonly email: string;
  readonly language: "zh" | "en";
}

/** Makes a link to set a password, and mails it where mail is configured.
 *  @returns the link for the administrator to pass on; null where it was mailed */
export async function invite(
  tx: Kysely<Tables>,
  ground: Ground,
  person: Invited,
  by: { readonly organisationId: string; readonly inviter: string; readonly now: Date },
): Promise<string | null> {
  const path = await makePasswordLink(tx, "invitation", person.userId, by.now);
  if (ground.config.smtp === null) return `${ground.config.origin}${path}`;
  const names = await tx
    .selectFrom("organisation")
    .innerJoin("auth_user", (join) => join.on("auth_user.id", "=", by.inviter))
    .select(["organisation.name as organisation", "auth_user.name as inviter"])
    .where("organisation.id", "=", by.organisationId)
    .executeTakeFirstOrThrow();
  await queueMail(tx, {
    organisationId: by.organisationId,
    template: "invitation",
    language: person.language,
    recipient: person.email,
    details: {
      path,
      organisation: onOneLine(inLanguage(names.organisation, person.language)),
      inviter: onOneLine(names.inviter),
      validDays: String(linkMinutes.invitation / 1_440),
    },
    now: by.now,
  });
  return null;
}

function inLanguage(text: LocalText, language: "zh" | "en"): string {
  return text[language] ?? text.zh ?? text.en ?? "";
}

/** As a mail can hold it: a name with a line break in it keeps nobody from being invited. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
