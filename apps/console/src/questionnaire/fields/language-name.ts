import type { Language } from "../../language/current-language.ts";

/** A language's name in the language of the screen: `zh` → 中文, Chinese. The tag where the browser knows none. */
export function languageName(tag: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language === "zh" ? "zh-CN" : "en"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
