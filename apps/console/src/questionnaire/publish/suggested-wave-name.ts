import type { Language } from "../../language/current-language.ts";

/** A wave is mostly called by its month: `2026 年 11 月`, `November 2026`; the second one of a month by its number as well.
 *  @param taken names that the programme's waves have */
export function suggestedWaveName(today: Date, language: Language, taken: ReadonlySet<string>): string {
  const month = monthOf(today, language);
  if (!taken.has(month)) return month;
  const numbered = (number: number) => (language === "zh" ? `${month}（${number}）` : `${month} (${number})`);
  let number = 2;
  while (taken.has(numbered(number))) number += 1;
  return numbered(number);
}

function monthOf(today: Date, language: Language): string {
  const year = today.getFullYear();
  if (language === "zh") return `${year} 年 ${today.getMonth() + 1} 月`;
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric" }).format(today);
}
