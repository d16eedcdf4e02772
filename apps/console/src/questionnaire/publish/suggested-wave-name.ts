import type { Language } from "../../language/current-language.ts";

/** A wave is mostly called by its month: `2026 年 11 月`, `November 2026`. */
export function suggestedWaveName(today: Date, language: Language): string {
  const year = today.getFullYear();
  if (language === "zh") return `${year} 年 ${today.getMonth() + 1} 月`;
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric" }).format(today);
}
