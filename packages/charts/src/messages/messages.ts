import type { Language } from "@manyi/analysis/results/text-in";
import { en } from "./en.ts";
import { type ChartMessages, zh } from "./zh.ts";

const catalogues: Readonly<Record<Language, ChartMessages>> = { zh, en };

/** The charts' words in a language. */
export function chartMessages(language: Language): ChartMessages {
  return catalogues[language];
}
