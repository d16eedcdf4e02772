/** What every table of estimates has to say of weights and clusters. */
import type { LocalText } from "@manyi/study/definition/local-text";
import { columnLabel } from "../../plan/analysis-plan.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { caution } from "../result/outcomes.ts";
import { bilingual } from "./bilingual.ts";

/** That n counts respondents and everything else is weighted; nothing where there are no weights. */
export function weightNotes({ weight }: AnalysisContext): readonly LocalText[] {
  if (weight === null) return [];
  return [
    {
      zh: "n 为实际受访人数；其余数字均已加权。",
      en: "n counts respondents; all other numbers are weighted.",
    },
  ];
}

/** That respondents of one cluster answer alike; null where the study says nothing of clusters. */
export function clusterCaution({ plan }: AnalysisContext): AnalysisPart | null {
  const column = plan.definition.analysis?.alsoClusteredBy;
  if (column === undefined) return null;
  const { zh, en } = bilingual(columnLabel(plan.definition, column));
  return caution({
    zh: `样本按“${zh}”成群抽取，同一群内的回答往往相近。本节的区间和检验没有计入这一点，实际的不确定性可能更大。`,
    en: `The sample was drawn in clusters (${en}), and people in one cluster answer alike. The intervals and tests here do not allow for it: the true uncertainty may be larger.`,
  });
}
