/**
 * How long a questionnaire takes: reading its words, and deciding. Reading: 5 Chinese characters or 3.5 words a second, the usual
 * silent speeds (about 300 characters or 210 words a minute). Deciding, a question: see `decidingSeconds`. What is shown only
 * on a condition counts half.
 */
import type { LocalText } from "../definition/primitives.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import type { Question, QuestionType } from "../question/question.ts";
import { textIn } from "./in-language.ts";

const charactersASecond = 5;
const wordsASecond = 3.5;

/** Choosing and tapping once the words are read; of a matrix: each row. */
const decidingSeconds: Readonly<Record<QuestionType, number>> = {
  rating: 3,
  matrix: 2.5,
  nps: 3,
  "single-choice": 2.5,
  "multiple-choice": 5,
  // Most leave it empty where they may.
  "open-text": 8,
  statement: 0,
};
const requiredTextSeconds = 25;
const conditionalShare = 0.5;

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
      seconds += shown * questionSeconds(question, reading);
    }
  }
  return Math.round(seconds);
}

type Reading = (...texts: readonly (LocalText | undefined)[]) => number;

function questionSeconds(question: Question, reading: Reading): number {
  const words = reading(question.text, question.help);
  const deciding = decidingSeconds[question.type];
  switch (question.type) {
    case "matrix":
      return question.rows.reduce(
        (sum, row) => sum + (row.showIf === undefined ? 1 : conditionalShare) * (reading(row.text) + deciding),
        words,
      );
    case "single-choice":
    case "multiple-choice":
      // A list is skimmed until the fitting option is found: half of it.
      return words + deciding + reading(...question.options.map(({ label }) => label)) / 2;
    case "open-text":
      return words + (question.required === true ? requiredTextSeconds : deciding);
    default:
      return words + deciding;
  }
}

/** @returns seconds to read a text in any mixture of scripts */
export function readingSeconds(text: string): number {
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words =
    text.match(/(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}'’-])+/gu)?.length ?? 0;
  return characters / charactersASecond + words / wordsASecond;
}
