import type { Dispositions } from "@manyi/statistics/response-rates/response-rates";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { type DispositionName, dispositionNames } from "@manyi/study/definition/analyses/response-rates";
import type { AnalysisContext } from "../analysis-context.ts";
import { placesOf } from "../reading/read-codes.ts";
import { respondentsOf } from "../reading/read-columns.ts";

export type CasesByOutcome = Readonly<Record<DispositionName, number>>;

/** Cases by outcome: as the definition gives them, counted in the data, or those invited less those who answered. */
export function readDispositions(
  context: AnalysisContext,
  { dispositions, outcomes }: AnalysisOf<"response-rates">,
): CasesByOutcome {
  const respondents = respondentsOf(context);
  const nobody = Object.fromEntries(dispositionNames.map((name) => [name, 0])) as Record<DispositionName, number>;
  if (dispositions !== undefined) return { ...nobody, completed: respondents, ...dispositions };
  if (outcomes !== undefined) {
    const lists = dispositionNames.map((name) =>
      Object.entries(outcomes.codes).flatMap(([code, outcome]) => (outcome === name ? [code] : [])),
    );
    for (const place of placesOf(context, outcomes.column, lists))
      if (place !== -1) nobody[dispositionNames[place]] += 1;
    return nobody;
  }
  const invited = context.plan.definition.invited ?? respondents;
  return { ...nobody, completed: respondents, unknownOther: Math.max(0, invited - respondents) };
}

export function dispositionsOf(cases: CasesByOutcome): Dispositions {
  return {
    complete: cases.completed,
    partial: cases.partial,
    refused: cases.refused,
    notContacted: cases.nonContact,
    other: cases.other,
    unknownHousehold: cases.unknownHousehold,
    unknownOther: cases.unknownOther,
    notEligible: cases.notEligible,
  };
}
