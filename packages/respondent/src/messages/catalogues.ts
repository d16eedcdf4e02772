import { en } from "./en.ts";
import type { Messages } from "./messages.ts";
import { zh } from "./zh.ts";

const catalogues: Readonly<Record<string, Messages>> = { zh, en };

/** Languages the words are there in. */
export const messageLanguages: readonly string[] = Object.keys(catalogues);

/** Which of our languages goes with a language; English where we have none for it. */
export function messageLanguage(language: string): string {
  const tags = [language, language.split("-")[0] ?? ""];
  return tags.find((tag) => Object.hasOwn(catalogues, tag)) ?? "en";
}

/** Words for a page in a language. */
export function messagesFor(language: string): Messages {
  return catalogues[messageLanguage(language)] ?? en;
}
