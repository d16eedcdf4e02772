import type { LocalText } from "../definition/local-text.ts";

/** A text of the file as a label in the language it is written in: Chinese where it holds a Chinese character. */
export function labelIn(text: string): LocalText {
  return /\p{Script=Han}/u.test(text) ? { zh: text } : { en: text };
}
