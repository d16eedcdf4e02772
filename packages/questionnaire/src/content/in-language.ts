import type { LocalText } from "../definition/primitives.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import { mapTexts } from "./map-texts.ts";

/** The questionnaire with its texts in one language only, under that language's tag: what a respondent's page needs. Where a text
 *  lacks the language, the questionnaire's first language that has it steps in. `languages` stays, so that another can be chosen. */
export function inLanguage(questionnaire: Questionnaire, language: string): Questionnaire {
  const order = [language, ...questionnaire.languages];
  return mapTexts(questionnaire, (text) => ({ [language]: textIn(text, order) }));
}

/** @param languages in the order of preference
 *  @returns the text in the first of them that has one; empty where none has */
export function textIn(text: LocalText, languages: readonly string[]): string {
  for (const language of languages) {
    const written = Object.hasOwn(text, language) ? text[language] : undefined;
    if (written !== undefined && written.trim() !== "") return written;
  }
  return "";
}
