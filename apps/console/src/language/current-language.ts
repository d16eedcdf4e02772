export type Language = "zh" | "en";

const storageKey = "manyi.language";
const listeners = new Set<() => void>();
let current: Language = firstLanguage();

/** The language of the screen; what the server writes comes in it too. */
export function currentLanguage(): Language {
  return current;
}

/** Changes the language at once and keeps it for the next visit. */
export function changeLanguage(language: Language): void {
  if (language === current) return;
  current = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser without storage keeps it until the page is closed.
  }
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const listener of listeners) listener();
}

/** @returns stops listening */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function firstLanguage(): Language {
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept === "zh" || kept === "en") return kept;
  } catch {
    // As above.
  }
  return typeof navigator !== "undefined" && !navigator.language.startsWith("zh") ? "en" : "zh";
}
