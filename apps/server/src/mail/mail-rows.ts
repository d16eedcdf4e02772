/** All SQL of a mail's way from waiting to settled. */
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface TakenMail {
  readonly id: string;
  readonly template: string;
  readonly language: "zh" | "en";
  readonly recipient: string;
  readonly details: Readonly<Record<string, string>>;
  readonly createdAt: Date;
}

export type MailClaim =
  | { readonly kind: "taken"; readonly mail: TakenMail }
  /** Somebody took it and never said what became of it. */
  | { readonly kind: "left-sending" }
  | { readonly kind: "settled" };

/** Takes a mail for sending. Committed before a word is said to the mail server, so that nobody takes it twice. */
export async function takeMail(db: Kysely<Tables>, id: string): Promise<MailClaim> {
  const row = await db
    .updateTable("mail_message")
    .set((eb) => ({ state: "sending", attempts: eb("attempts", "+", 1) }))
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .returning(["id", "template", "language", "recipient", "details", "created_at"])
    .executeTakeFirst();
  if (row?.recipient != null && row.details !== null) {
    const { recipient, details } = row;
    return { kind: "taken", mail: { ...row, recipient, details, createdAt: row.created_at } };
  }
  const found = await db.selectFrom("mail_message").select("state").where("id", "=", id).executeTakeFirst();
  return { kind: found?.state === "sending" ? "left-sending" : "settled" };
}

/** Back to waiting: it was certainly not taken by the mail server. */
export async function giveMailBack(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .updateTable("mail_message")
    .set({ state: "waiting" })
    .where("id", "=", id)
    .where("state", "=", "sending")
    .execute();
}

export type SettledState = "sent" | "unknown" | "failed";

/** Says what became of a mail and forgets to whom and about what. One thought unknown may still turn out to be sent. */
export async function settleMail(db: Kysely<Tables>, id: string, state: SettledState, now: Date): Promise<void> {
  await db
    .updateTable("mail_message")
    .set({ state, recipient: null, details: null, settled_at: now })
    .where("id", "=", id)
    .where("state", "in", state === "sent" ? ["sending", "unknown"] : ["waiting", "sending"])
    .execute();
}
