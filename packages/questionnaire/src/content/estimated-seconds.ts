/**
 * How long a questionnaire takes: reading its words, and deciding. Reading: 5 Chinese characters or 3.5 words a second, the usual
 * silent speeds (about 300 characters or 210 words a minute). Deciding: each type of question says
 * it. What is shown only on a condition counts half.
 */
import type { LocalText } from "../definition/primitives.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import { authoringOf } from "../question/question-authoring.ts";
import { conditionalShare } from "../question/type-authoring.ts";
import { textIn } from "./in-language.ts";

const charactersASecond = 5;
const wordsASecond = 3.5;

/** @param language whose words are read; default the questionnaire's first
 *  @returns whole seconds from opening it to sending it */
export function estimatedSeconds(
  questionnaire: Questionnaire,
  language: string = questionnaire.languages[0] ?? "en",
): number {
  const languages = [language, ...questionnaire.languages];
  const reading = (...texts: readonly (LocalText | undefined)[]) =>
    texts.reduce((sum, text) => sum + (text === undefined ? 0 : readingSeconds(textIn(text, languages))), 0);
  const { title, welcome, pages } = questionnaire;
  let seconds = reading(title, welcome.purpose, welcome.privacy);
  for (const page of pages) {
    const share = page.showIf === undefined ? 1 : conditionalShare;
    seconds += share * reading(page.title);
    for (const question of page.questions) {
      const shown = question.showIf === undefined ? share : Math.min(share, conditionalShare);
      const words = reading(question.text, question.help);
      seconds += shown * (words + authoringOf(question).seconds(question, reading));
    }
  }
  return Math.round(seconds);
}

/** @returns seconds to read a text in any mixture of scripts */
export function readingSeconds(text: string): number {
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words =
    text.match(/(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}'’-])+/gu)?.length ?? 0;
  return characters / charactersASecond + words / wordsASecond;
}
