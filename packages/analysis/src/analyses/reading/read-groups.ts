/** Groups of the respondents whom an analysis takes, and which of them it may show. */
import { filterMask } from "@manyi/dataset/query/filter";
import type { Grouping as RowGroups } from "@manyi/statistics/index/index-moments";
import type { LocalText } from "@manyi/study/definition/local-text";
import { type Grouping, groupingOf } from "../../compare/grouping.ts";
import { hiddenGroups } from "../../compare/shown-groups.ts";
import type { HiddenBecause } from "../../results/figure.ts";
import type { AnalysisContext } from "../analysis-context.ts";

export interface AnalysedGroups {
  readonly column: string;
  readonly label: LocalText;
  /** In the order of the code book. */
  readonly groups: readonly AnalysedGroup[];
  /** The group of each respondent whom the filter lets through, −1 for none; rows as in `answeredValues`. */
  readonly rows: RowGroups;
  readonly grouping: Grouping;
}

export interface AnalysedGroup {
  readonly code: string;
  readonly label: LocalText;
  /** Why nothing of the group may be shown; null where it may. */
  readonly hidden: HiddenBecause | null;
}

/** @throws RangeError if there is no such coded column */
export function readGroups({ plan, weight, filter }: AnalysisContext, name: string): AnalysedGroups {
  const grouping = groupingOf({ plan, weight, designN: plan.dataset.rows }, name, filter);
  const mask = filterMask(plan.dataset, filter);
  const codes =
    mask === null ? grouping.rows.codes : Int32Array.from(grouping.rows.codes).filter((_, row) => mask[row] === 1);
  const groups = grouping.groups.map(({ code, label, hidden }) => ({ code, label, hidden }));
  return { column: name, label: grouping.label, groups, rows: { codes, count: groups.length }, grouping };
}

/** Groups of which an outcome may be shown: not hidden themselves, with enough answers to it, and leaving no gap that a total
 *  would fill. All the others must be in no number of the analysis: not in a mean, a total, nor a test.
 *  @param values of the outcome, NaN = no answer, rows as in `groups.rows`
 *  @returns places of the groups that may be shown, and why each of the others may not */
export function groupsToShow(
  { groups, rows, grouping }: AnalysedGroups,
  values: Float64Array,
): { readonly shown: readonly number[]; readonly hidden: readonly (HiddenBecause | null)[] } {
  const support = groups.map(() => 0);
  let others = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    if (rows.codes[row] === -1) others++;
    else support[rows.codes[row]]++;
  }
  const [everybody, ...parents] = grouping.totals;
  const bySupport = hiddenGroups(support, grouping.minimum, [{ ...everybody, others }, ...parents]);
  const hidden = groups.map((group, g) => group.hidden ?? bySupport[g]);
  return { shown: hidden.flatMap((reason, g) => (reason === null && support[g] > 0 ? [g] : [])), hidden };
}

/** Rows split by group: the values of each of the wanted groups, without those who gave none. */
export function valuesByGroup(
  { rows }: AnalysedGroups,
  values: Float64Array,
  weights: Float64Array | null,
  wanted: readonly number[],
): readonly { readonly values: Float64Array; readonly weights: Float64Array | null }[] {
  return wanted.map((group) => {
    const isIn = (row: number) => rows.codes[row] === group && !Number.isNaN(values[row]);
    return {
      values: values.filter((_, row) => isIn(row)),
      weights: weights?.filter((_, row) => isIn(row)) ?? null,
    };
  });
}
