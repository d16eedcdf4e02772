/** A mail's row → what is sent: subject, plain text, HTML. `layout.html` is `layout.mjml` compiled; a test keeps them equal. */
import { readFileSync } from "node:fs";
import { checkedLine, checkedPath, MailRefusedError } from "./mail-address.ts";
import { isMailTemplate, type MailDetails, type MailTemplate, mailDetailNames } from "./mail-details.ts";
import { en } from "./messages/en.ts";
import type { MailText, MailTexts } from "./messages/mail-texts.ts";
import { zh } from "./messages/zh.ts";

export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailRow {
  readonly template: string;
  readonly language: "zh" | "en";
  readonly details: Readonly<Record<string, string>>;
}

/** @param origin the configured address of the server: no link ever leads elsewhere
 *  @throws MailRefusedError if the row holds what may not stand in a mail, or an unknown template */
export function writeMail(row: MailRow, origin: string): WrittenMail {
  if (!isMailTemplate(row.template)) throw new MailRefusedError("template");
  const texts = row.language === "zh" ? zh : en;
  const link = linkOf(row.details.path ?? "", origin);
  const mail = textOf(texts, row.template, row.details);
  const footer = texts.footer(new URL(origin).host);
  const values: Record<Placeholder, string> = {
    language: row.language === "zh" ? "zh-CN" : "en",
    product: texts.product,
    linkHint: texts.linkHint,
    ...mail,
    subject: checkedLine("subject", mail.subject),
    link,
    footer,
  };
  const text = [
    mail.heading,
    mail.paragraph,
    `${mail.button}${row.language === "zh" ? "：" : ":"}\n${link}`,
    mail.note,
  ];
  return { subject: values.subject, text: `${text.join("\n\n")}\n\n-- \n${footer}\n`, html: filledLayout(values) };
}

function textOf<T extends MailTemplate>(texts: MailTexts, template: T, row: MailRow["details"]): MailText {
  const entries = mailDetailNames[template].map((name) => [name, checkedLine(name, row[name] ?? "")]);
  // Exactly the names of this template.
  return texts.mails[template](Object.fromEntries(entries) as MailDetails[T]);
}

function linkOf(path: string, origin: string): string {
  const link = new URL(checkedPath(path), origin);
  if (link.origin !== new URL(origin).origin) throw new MailRefusedError("path");
  return link.href;
}

type Placeholder = keyof MailText | "language" | "product" | "link" | "linkHint" | "footer";

const layout = readFileSync(new URL("layout.html", import.meta.url), "utf8");

function filledLayout(values: Readonly<Record<Placeholder, string>>): string {
  const known: ReadonlyMap<string, string> = new Map(Object.entries(values));
  return layout.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escaped(known.get(name) ?? ""));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
