/** Corrections of p-values that an analysis may ask for, and how a sentence names them. */
import { benjaminiHochberg, bonferroni, holm } from "@manyi/statistics/comparison/adjust-p-values";
import type { Bilingual } from "../words/bilingual.ts";

export interface Correction {
  /** @returns as many p-values, in the same order */
  readonly adjust: (pValues: readonly number[]) => readonly number[];
  readonly label: Bilingual;
}

export type CorrectionName = "holm" | "bonferroni" | "benjamini-hochberg";

const corrections: Readonly<Record<CorrectionName, Correction>> = {
  holm: { adjust: holm, label: { zh: "Holm", en: "Holm" } },
  bonferroni: { adjust: bonferroni, label: { zh: "Bonferroni", en: "Bonferroni" } },
  "benjamini-hochberg": {
    adjust: benjaminiHochberg,
    label: { zh: "Benjamini–Hochberg（控制错误发现率）", en: "Benjamini–Hochberg (false discovery rate)" },
  },
};

export function correctionNamed(name: CorrectionName = "holm"): Correction {
  return corrections[name];
}

/** p-values corrected together; those that are missing stay missing and do not count. */
export function adjustedTogether(
  pValues: readonly (number | null)[],
  { adjust }: Correction,
): readonly (number | null)[] {
  const adjusted = adjust(pValues.filter((p) => p !== null));
  let next = 0;
  return pValues.map((p) => (p === null ? null : (adjusted[next++] ?? null)));
}
