import type { Scoring } from "@manyi/questionnaire/definition/questionnaire";
import type { DraftEdit } from "./draft-edit.ts";
import { withOptional } from "./optional.ts";

export type Measure = keyof NonNullable<Scoring["measures"]>;
export const measures: readonly Measure[] = ["overall", "nps", "ces", "repurchase", "recommendation"];
export type Grouping = "segments" | "units";

/** Says which item a measure is taken from. @param item null: from none */
export function setMeasure(measure: Measure, item: string | null): DraftEdit {
  return ({ scoring, ...draft }) => {
    const next = withOptional(scoring.measures ?? {}, measure, item ?? undefined);
    const value = Object.keys(next).length === 0 ? undefined : next;
    return { ...draft, scoring: withOptional(scoring, "measures", value) };
  };
}

export function setWeights(weights: NonNullable<Scoring["weights"]>): DraftEdit {
  return (draft) => ({ ...draft, scoring: { ...draft.scoring, weights } });
}

/** Breaks results down by an item, or no longer. An item is a segment or a unit, never both. */
export function toggleGrouping(grouping: Grouping, item: string): DraftEdit {
  return ({ scoring, ...draft }) => {
    const chosen = scoring[grouping] ?? [];
    const next = chosen.includes(item) ? chosen.filter((each) => each !== item) : [...chosen, item];
    const other: Grouping = grouping === "segments" ? "units" : "segments";
    const rest = (scoring[other] ?? []).filter((each) => !next.includes(each));
    const changed = withOptional(scoring, grouping, next.length === 0 ? undefined : next);
    return { ...draft, scoring: withOptional(changed, other, rest.length === 0 ? undefined : rest) };
  };
}
