import type { LocalText } from "@manyi/study/definition/local-text";
import type { ImpossibleAnalysis } from "../../results/analyses.ts";
import { listed } from "../words/bilingual.ts";
import { cannot } from "./outcomes.ts";

/** Variables that do not vary or follow exactly from the others, by their labels. */
export function singularColumns(labels: readonly LocalText[]): ImpossibleAnalysis {
  const { zh, en } = listed(labels);
  const named = labels.length === 0 ? { zh: "有的变量", en: "Some variables" } : { zh: `“${zh}”`, en: `“${en}”` };
  return cannot("singular", {
    zh: `${named.zh}没有差异，或可由其余变量完全算出，请去掉后重算。`,
    en: `${named.en}: no variation, or exactly what the other variables say. Leave it out and compute again.`,
  });
}
