/** A language in its own words, for whoever looks for it; its tag where we do not know it. */
export function languageName(tag: string): string {
  return names[tag] ?? names[tag.split("-")[0] ?? ""] ?? tag;
}

const names: Readonly<Record<string, string>> = {
  zh: "中文",
  "zh-TW": "繁體中文",
  "zh-HK": "繁體中文",
  en: "English",
  ja: "日本語",
  ko: "한국어",
  fr: "Français",
  de: "Deutsch",
  es: "Español",
  pt: "Português",
  ru: "Русский",
  ar: "العربية",
  fa: "فارسی",
  he: "עברית",
  ur: "اردو",
  th: "ไทย",
  vi: "Tiếng Việt",
  id: "Bahasa Indonesia",
};

/** Which way a language is written. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return /^(ar|fa|he|ur|ps|yi)(-|$)/.test(tag) ? "rtl" : "ltr";
}
