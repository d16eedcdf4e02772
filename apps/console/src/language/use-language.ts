import { useSyncExternalStore } from "react";
import { currentLanguage, type Language, onLanguageChange } from "./current-language.ts";

/** The language of the screen; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage, currentLanguage);
}

/** A scene's words in the language of the screen. The catalogues have one type, so none can lack a text. */
export function useMessages<Messages>(catalogues: { readonly zh: Messages; readonly en: Messages }): Messages {
  return catalogues[useLanguage()];
}
