import { textIn } from "@manyi/questionnaire/content/in-language";
import type { LocalText } from "@manyi/questionnaire/definition/primitives";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Messages } from "../messages/messages.ts";
import type { MarkedKind } from "./marked-kind.ts";

/** What stays the same while a questionnaire is being filled in. */
export interface Sheet {
  readonly questionnaire: Questionnaire;
  readonly language: string;
  readonly words: Messages;
  /** Which questions carry a mark. */
  readonly marked: MarkedKind;
  /** How long it takes; 0: less than one. */
  readonly minutes: number;
  /** Where the sheet is in another language. */
  readonly addressIn: (language: string) => string;
}

/** @returns empty where a draft has no such text in any language */
export function sayIn({ language, questionnaire }: Sheet, text: LocalText): string {
  return textIn(text, [language, ...questionnaire.languages]);
}
