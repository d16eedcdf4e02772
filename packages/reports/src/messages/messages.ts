import type { Language } from "@manyi/analysis/results/text-in";
import { en } from "./en.ts";
import { type Messages, zh } from "./zh.ts";

const catalogues: Readonly<Record<Language, Messages>> = { zh, en };

/** The report's words in a language. */
export function messagesIn(language: Language): Messages {
  return catalogues[language];
}
