import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { checkedLine, checkedPath, checkedRecipient } from "./mail-address.ts";
import { type MailDetails, type MailTemplate, mailDetailNames } from "./mail-details.ts";

export interface MailRequest<T extends MailTemplate> {
  /** Null where the mail is no organisation's: a password reset. */
  readonly organisationId: string | null;
  readonly template: T;
  readonly language: "zh" | "en";
  readonly recipient: string;
  readonly details: MailDetails[T];
  readonly now: Date;
}

/** Leaves a mail to be sent once the caller's transaction is committed. The job carries its id only: address and link stay in
 *  the row, which is emptied when the mail is settled.
 *  @returns the mail's id
 *  @throws MailRefusedError if recipient or details hold a line break or the path leads elsewhere */
export async function queueMail<T extends MailTemplate>(tx: Kysely<Tables>, mail: MailRequest<T>): Promise<string> {
  const { id } = await tx
    .insertInto("mail_message")
    .values({
      organisation_id: mail.organisationId,
      template: mail.template,
      language: mail.language,
      recipient: checkedRecipient(mail.recipient),
      details: JSON.stringify(checkedDetails(mail.template, mail.details)),
      created_at: mail.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await enqueue(tx, "send-mail", { mailId: id });
  return id;
}

function checkedDetails<T extends MailTemplate>(template: T, details: MailDetails[T]): Record<string, string> {
  const values = new Map<string, unknown>(Object.entries(details));
  return Object.fromEntries(
    mailDetailNames[template].map((name) => {
      const value = String(values.get(name) ?? "");
      return [name, name === "path" ? checkedPath(value) : checkedLine(name, value)];
    }),
  );
}
