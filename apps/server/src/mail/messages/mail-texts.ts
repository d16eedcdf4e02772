import type { MailDetails, MailTemplate } from "../mail-details.ts";

/** One mail in one language. Plain texts: whoever makes HTML of them escapes them. */
export interface MailText {
  readonly subject: string;
  /** What lists of mails show beside the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly paragraph: string;
  readonly button: string;
  /** What to do if one did not expect this. */
  readonly note: string;
}

export interface MailTexts {
  readonly product: string;
  readonly linkHint: string;
  readonly footer: (host: string) => string;
  readonly mails: { readonly [T in MailTemplate]: (details: MailDetails[T]) => MailText };
}
