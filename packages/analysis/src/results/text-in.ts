import type { LocalText } from "@manyi/study/definition/local-text";

/** Languages in which the product itself speaks. */
export type Language = "zh" | "en";

/** The text in the wanted language; where it is missing, in Chinese, English, or whatever there is, in this order.
 *  @returns the text; an empty string only if `text` has no entry at all */
export function textIn(text: LocalText, language: Language): string {
  return text[language] ?? text.zh ?? text.en ?? Object.values(text)[0] ?? "";
}
