import type { Language } from "./current-language.ts";

/** A text of a user in the wanted language, else in the other one. */
export function textIn(text: { readonly zh?: string; readonly en?: string }, language: Language): string {
  return (language === "zh" ? (text.zh ?? text.en) : (text.en ?? text.zh)) ?? "";
}

/** A text typed on this screen: it is of the screen's language. */
export function localText(text: string, language: Language): { zh?: string; en?: string } {
  return language === "zh" ? { zh: text } : { en: text };
}

/** A text with what was typed in place of the screen's language; the other language stays. */
export function withText(
  text: { readonly zh?: string; readonly en?: string },
  typed: string,
  language: Language,
): { zh?: string; en?: string } {
  const rest = { ...text };
  // Shown was the other language where this one is missing; unchanged it stays the other language's text.
  if (textIn(text, language) === typed) return rest;
  return { ...rest, ...localText(typed, language) };
}
