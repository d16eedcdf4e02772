import type { Ground } from "../ground.ts";
import { type JobContext, type JobHandler, jobHandler } from "../jobs/job-handler.ts";
import { MailRefusedError } from "./mail-address.ts";
import { type MailFigures, uncountedMails } from "./mail-figures.ts";
import { giveMailBack, type SettledState, settleMail, type TakenMail, takeMail } from "./mail-rows.ts";
import { type Delivery, deliver, type SmtpPatience, usualSmtpPatience } from "./smtp-delivery.ts";
import { type WrittenMail, writeMail } from "./write-mail.ts";

export interface MailSettings {
  readonly figures?: MailFigures;
  readonly patience?: SmtpPatience;
}

type MailGround = Pick<Ground, "config" | "database" | "clock">;

/** Sends one mail, at most once. A mail whose sending was cut off where the server may have taken it becomes `unknown` and is not
 *  sent again; its recipient asks again if it did not come. */
export function sendMailJob(ground: MailGround, settings: MailSettings = {}): JobHandler {
  return jobHandler("send-mail", async ({ mailId }, context) => {
    const settle = settler(ground, settings.figures ?? uncountedMails, mailId, context);
    const claim = await takeMail(ground.database, mailId);
    if (claim.kind === "settled") return;
    // The process died between taking the mail and saying what became of it.
    if (claim.kind === "left-sending") return settle("unknown", new Error("cut off"));
    const { smtp } = ground.config;
    if (smtp === null) return settle("failed", new Error("no mail server configured"));
    const written = attemptToWrite(claim.mail, ground.config.origin);
    if (written instanceof MailRefusedError) return settle("failed", written);
    const envelope = mailEnvelope(claim.mail, ground.config.origin);
    const delivery = await deliver(smtp, envelope, written, settings.patience ?? usualSmtpPatience);
    if (delivery.kind !== "not-now") return settle(stateAfter[delivery.kind], causeOf(delivery));
    if (context.isLastAttempt) return settle("failed", delivery.cause);
    await giveMailBack(ground.database, mailId);
    throw delivery.cause;
  });
}

const stateAfter = { accepted: "sent", refused: "failed", unknown: "unknown" } as const;

function causeOf(delivery: Delivery): unknown {
  return delivery.kind === "accepted" ? undefined : delivery.cause;
}

function settler(ground: MailGround, figures: MailFigures, mailId: string, { log }: JobContext) {
  return async (state: SettledState, cause: unknown) => {
    await settleMail(ground.database, mailId, state, ground.clock.now());
    figures.settled(state);
    if (state === "sent") log.info("mail-sent", { mailId });
    else log.warn("mail-not-sent", { mailId, state, error: cause });
  };
}

function attemptToWrite(mail: TakenMail, origin: string): WrittenMail | MailRefusedError {
  try {
    return writeMail(mail, origin);
  } catch (cause) {
    if (cause instanceof MailRefusedError) return cause;
    throw cause;
  }
}

function mailEnvelope(mail: TakenMail, origin: string) {
  return { mailId: mail.id, recipient: mail.recipient, origin, date: mail.createdAt };
}
