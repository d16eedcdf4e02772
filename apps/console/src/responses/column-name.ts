import type { ResponseColumn } from "@manyi/contract/programme/responses";
import type { Language } from "../language/current-language.ts";
import { textIn } from "../language/local-text.ts";

/** What a column asks; its name in the data where nobody has said. */
export function columnName({ code, label }: ResponseColumn, language: Language): string {
  return label === null ? code : textIn(label, language);
}
