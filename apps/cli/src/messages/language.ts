import { en } from "./en.ts";
import type { CliMessages } from "./messages.ts";
import { zh } from "./zh.ts";

export type Language = "zh" | "en";

const catalogues: Readonly<Record<Language, CliMessages>> = { zh, en };

export function messagesIn(language: Language): CliMessages {
  return catalogues[language];
}

/** Chinese where the system says so, English otherwise. */
export function systemLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}
