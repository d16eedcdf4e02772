import type { LocalText as StudyText } from "@manyi/study/definition/local-text";
import type { LocalText } from "../database/tables.ts";
import { keepable } from "../programme/json-text.ts";

/** Longest name that lists and pages show. */
const longestName = 200;

/** A study's text as a name in the product's two languages; another language stands in where it has neither. */
export function localTextOf(text: StudyText): LocalText {
  const zh = nameOf(text.zh);
  const en = nameOf(text.en);
  if (zh !== null || en !== null) return { ...(zh === null ? {} : { zh }), ...(en === null ? {} : { en }) };
  return {
    zh:
      Object.values(text)
        .map(nameOf)
        .find((name) => name !== null) ?? "—",
  };
}

function nameOf(text: string | undefined): string | null {
  const name = keepable((text ?? "").trim());
  return name === "" ? null : [...name].slice(0, longestName).join("");
}
