import type { LocalText } from "../database/tables.ts";

export function waveNameIn(name: LocalText, language: "zh" | "en"): string {
  return name[language] ?? name.zh ?? name.en ?? "";
}
