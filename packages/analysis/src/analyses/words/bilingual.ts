/** Texts of the analyses: always in both languages in which the product speaks. */
import type { LocalText } from "@manyi/study/definition/local-text";

export interface Bilingual extends LocalText {
  readonly zh: string;
  readonly en: string;
}

/** A label of the study in both languages; where one is missing, in the other, or in whatever there is. */
export function bilingual(label: LocalText): Bilingual {
  const any = Object.values(label)[0] ?? "";
  return { zh: label.zh ?? label.en ?? any, en: label.en ?? label.zh ?? any };
}

/** Several labels in a row: `甲、乙`, `A, B`. */
export function listed(labels: readonly LocalText[]): Bilingual {
  const both = labels.map(bilingual);
  return { zh: both.map(({ zh }) => zh).join("、"), en: both.map(({ en }) => en).join(", ") };
}
