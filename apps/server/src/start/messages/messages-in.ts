import type { Language } from "../../config/language.ts";
import { en } from "./en.ts";
import type { StartMessages } from "./messages.ts";
import { zh } from "./zh.ts";

const catalogues: Readonly<Record<Language, StartMessages>> = { zh, en };

export function messagesIn(language: Language): StartMessages {
  return catalogues[language];
}
