import { labelOf } from "../../item/label-of.ts";
import { faulty, notAnswered } from "../reading.ts";
import type { QuestionRules } from "../type-rules.ts";
import type { ContactQuestion } from "./schema.ts";

/** UTF-16 units; no address or number is longer (RFC 5321). */
const longest = 254;

/** An answer is a text: an address, or a number with blanks and hyphens as it was written. Whether somebody is there is not known. */
export const contactRules: QuestionRules<ContactQuestion> = {
  items: (question) => [{ kind: "text", name: question.code, question: question.code, label: labelOf(question) }],
  read: ({ code, required = false, by }, value) => {
    if (value === undefined) return notAnswered(code, required);
    if (typeof value !== "string") return faulty(code, "form");
    if (value.length > longest) return faulty(code, "too-long", longest);
    const written = value.normalize("NFKC").trim();
    if (written === "") return notAnswered(code, required);
    const isReachable = by === "email" ? isAddress(written) : isPhoneNumber(written);
    if (!isReachable) return faulty(code, by === "email" ? "not-an-address" : "not-a-phone-number");
    return { cells: { [code]: written }, faults: [], words: [code], answered: true };
  },
};

/** Something, an @, a domain with a dot; no blanks. More than that only a message that arrives can tell. */
function isAddress(text: string): boolean {
  const [local = "", domain = "", ...more] = text.split("@");
  const labels = domain.split(".");
  return (
    more.length === 0 && local !== "" && labels.length > 1 && labels.every((label) => label !== "") && !/\s/.test(text)
  );
}

/** Five to fifteen digits (E.164), with a plus before and blanks, hyphens, dots and brackets between. */
function isPhoneNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return /^\+?[\d\s().-]+$/.test(text) && digits >= 5 && digits <= 15;
}
