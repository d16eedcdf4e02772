import type { LocalText } from "@manyi/questionnaire/definition/primitives";

/** As much as stands on one line beside a bar, counted in Latin letters; a Chinese character is as wide as two. */
const mostLetters = 24;

/** Whether a text is too long, in any of its languages, to name a row of a chart. */
export function isLongName(text: LocalText): boolean {
  return Object.values(text).some((words) => widthOf(words) > mostLetters);
}

function widthOf(words: string): number {
  let width = 0;
  for (const letter of words) width += letter > "\u2e7f" ? 2 : 1;
  return width;
}
