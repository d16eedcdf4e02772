import type { LocalText } from "@manyi/questionnaire/definition/primitives";

/** A text with other words in one language. What was emptied is left out: it is missing, not blank. */
export function typedIn(text: LocalText, language: string, typed: string): LocalText {
  const rest = Object.fromEntries(Object.entries(text).filter(([each]) => each !== language));
  if (typed === "") return rest;
  return Object.hasOwn(text, language) ? { ...text, [language]: typed } : { ...rest, [language]: typed };
}

/** What a text says to somebody who reads `language`; its first words else, empty where it has none. */
export function readIn(text: LocalText, language: string): string {
  return text[language] || Object.values(text).find((words) => words !== "") || "";
}

export function isBlank(text: LocalText): boolean {
  return Object.values(text).every((words) => words.trim() === "");
}
