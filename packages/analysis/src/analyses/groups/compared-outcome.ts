/** One outcome split by the groups that may be shown. */
import { type SurveyDesign, surveyDesign } from "@manyi/statistics/design-variance/survey-design";
import type { Grouping as RowGroups } from "@manyi/statistics/index/index-moments";
import { type RatingTally, tallyOf } from "@manyi/statistics/tally/rating-tally";
import { type Sums, sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { HiddenBecause } from "../../results/figure.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { countedValues } from "../reading/counted-values.ts";
import { answeredValues, labelOf } from "../reading/read-columns.ts";
import { type AnalysedGroups, groupsToShow, valuesByGroup } from "../reading/read-groups.ts";

export interface ComparedGroup {
  readonly label: LocalText;
  readonly n: number;
  readonly sums: Sums;
  readonly tally: RatingTally;
}

export interface ComparedOutcome {
  readonly column: string;
  readonly label: LocalText;
  readonly groups: readonly ComparedGroup[];
  readonly hidden: readonly { readonly label: LocalText; readonly because: HiddenBecause | "too-few-answers" }[];
  readonly n: number;
  /** Of all the groups shown. */
  readonly sums: Sums;
  /** Answers with weight in a group that is shown, NaN elsewhere; and the place of that group, −1 for none. */
  readonly values: Float64Array;
  readonly weights: Float64Array | null;
  readonly codes: Int32Array;
  /** Null where respondents are independent. */
  readonly clusters: RowGroups | null;
}

export function comparedOutcome(
  context: AnalysisContext,
  groups: AnalysedGroups,
  column: string,
  clusters: RowGroups | null,
): ComparedOutcome {
  const read = answeredValues(context, [column]);
  const counted = countedValues(read.variables[0], read.weights);
  const usable = clusters === null ? counted : counted.map((v, row) => (clusters.codes[row] < 0 ? Number.NaN : v));
  const { shown, hidden } = groupsToShow(groups, usable);
  const designN = context.plan.dataset.rows;
  const place = new Map(shown.map((group, k) => [group, k]));
  const codes = Int32Array.from(groups.rows.codes, (code) => place.get(code) ?? -1);
  const values = usable.map((value, row) => (codes[row] < 0 ? Number.NaN : value));
  return {
    column,
    label: labelOf(context, column),
    groups: valuesByGroup(groups, usable, read.weights, shown).map((part, k) => ({
      label: groups.groups[shown[k]].label,
      n: part.values.length,
      sums: sumsOfColumn(part.values, part.weights, designN),
      tally: tallyOf(part.values, part.weights, designN),
    })),
    hidden: groups.groups.flatMap(({ label }, group) =>
      shown.includes(group) ? [] : [{ label, because: hidden[group] ?? ("too-few-answers" as const) }],
    ),
    n: values.reduce((sum, value) => sum + Number(!Number.isNaN(value)), 0),
    sums: sumsOfColumn(values, read.weights, designN),
    values,
    weights: read.weights,
    codes,
    clusters,
  };
}

/** Clusters as the units that were drawn; rows without one are in no group, but need a code. */
export function designOf({ weights, clusters, values }: ComparedOutcome): SurveyDesign {
  return surveyDesign({
    weights: weights ?? new Float64Array(values.length).fill(1),
    strata: null,
    psus:
      clusters === null
        ? null
        : Int32Array.from(clusters.codes, (code, row) => (code < 0 ? clusters.count + row : code)),
    psusInPopulation: null,
    lonelyPsu: "fail",
  });
}
