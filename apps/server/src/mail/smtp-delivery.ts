/**
 * One mail over SMTP, and what became of it. The one thing that must be known is whether the server may have taken it: it can
 * only have after the last byte of the message was handed to the connection. A connection that dies after that, without a
 * reply, leaves it unknown, and such a mail is never sent again.
 */
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpConfig } from "../config/config.ts";
import type { WrittenMail } from "./write-mail.ts";

export type Delivery =
  | { readonly kind: "accepted" }
  /** Certainly not taken; another time may do. */
  | { readonly kind: "not-now"; readonly cause: unknown }
  /** The server will never take it. */
  | { readonly kind: "refused"; readonly cause: unknown }
  | { readonly kind: "unknown"; readonly cause: unknown };

export interface SmtpPatience {
  readonly connectMs: number;
  /** Nothing came for so long. */
  readonly idleMs: number;
}

/** RFC 5321 (4.5.3.2) asks for 5 to 10 minutes of patience with a server; a job of ours is worth a few at most. */
export const usualSmtpPatience: SmtpPatience = { connectMs: 20_000, idleMs: 120_000 };

export interface Envelope {
  readonly mailId: string;
  readonly recipient: string;
  readonly origin: string;
  readonly date: Date;
}

export async function deliver(
  smtp: SmtpConfig,
  envelope: Envelope,
  mail: WrittenMail,
  patience: SmtpPatience = usualSmtpPatience,
): Promise<Delivery> {
  const message = await composed(smtp, envelope, mail);
  const handed = { over: false };
  const { auth, ...address } = parseConnectionUrl(smtp.url);
  const connection = new SMTPConnection({
    ...address,
    name: new URL(envelope.origin).hostname,
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    dnsTimeout: patience.connectMs,
    socketTimeout: patience.idleMs,
  });
  try {
    await connected(connection);
    if (auth?.user !== undefined) await signedIn(connection, { user: auth.user, pass: auth.pass });
    await sent(connection, message, handed);
    connection.quit();
    return { kind: "accepted" };
  } catch (cause) {
    connection.close();
    return outcomeOf(cause, handed.over);
  }
}

function outcomeOf(cause: unknown, handedOver: boolean): Delivery {
  const { responseCode: status, command } = replyOf(cause);
  if (status === undefined) return handedOver ? { kind: "unknown", cause } : { kind: "not-now", cause };
  // Before the envelope a refusal is about us, our password or our settings: somebody will put that right.
  const aboutMail = command === "RCPT TO" || command === "DATA" || (command === "MAIL FROM" && status >= 550);
  return { kind: aboutMail && status >= 500 ? "refused" : "not-now", cause };
}

function replyOf(cause: unknown): { responseCode?: number; command?: string } {
  if (!(cause instanceof Error)) return {};
  return {
    ...("responseCode" in cause && typeof cause.responseCode === "number" && { responseCode: cause.responseCode }),
    ...("command" in cause && typeof cause.command === "string" && { command: cause.command }),
  };
}

interface Composed {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

async function composed(smtp: SmtpConfig, envelope: Envelope, mail: WrittenMail): Promise<Composed> {
  const node = new MailComposer({
    from: smtp.from,
    to: { name: "", address: envelope.recipient },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: envelope.date,
    // The same at every try: a server or mailbox that got it twice can tell.
    messageId: `<${envelope.mailId}@${new URL(envelope.origin).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from } = node.getEnvelope();
  return { from: from === false ? "" : from, to: envelope.recipient, bytes: await node.build() };
}

function connected(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    // Also what breaks it later: the callback of the command under way is not always told.
    connection.on("error", reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

function signedIn(connection: SMTPConnection, auth: { user: string; pass: string | undefined }): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

function sent(connection: SMTPConnection, message: Composed, handed: { over: boolean }): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    // Read only once the server has said that it waits for the message.
    const body = new Readable({
      read() {
        handed.over = true;
        body.push(message.bytes);
        body.push(null);
      },
    });
    const { from, to } = message;
    connection.send({ from, to: [to], size: message.bytes.length }, body, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
