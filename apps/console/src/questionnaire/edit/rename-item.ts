/**
 * A code that changes takes everything along that speaks of it: conditions, indicators, measures, segments. Only possible before
 * it was published; afterwards answers are kept under it.
 */
import { mapConditions } from "@manyi/questionnaire/content/map-conditions";
import type { Condition } from "@manyi/questionnaire/definition/condition";
import type { Scoring } from "@manyi/questionnaire/definition/questionnaire";
import type { Question } from "@manyi/questionnaire/question/question";
import { rulesOf } from "@manyi/questionnaire/question/question-rules";
import { mapComparisons } from "./condition-map.ts";
import type { DraftEdit } from "./draft-edit.ts";
import type { Indicator } from "./indicator-edits.ts";
import { replaceQuestion } from "./question-edits.ts";

type Renaming = (name: string) => string;

/** Puts a question in the place of another that differs from it in codes alone.
 *  @param before as it stands in the draft
 *  @param option old and new code of an option of a single choice, where that is what changed */
export function renameInQuestion(
  before: Question,
  after: Question,
  option?: { readonly from: string; readonly to: string },
): DraftEdit {
  return (draft) => {
    const names = new Map<string, string>();
    const now = rulesOf(after).items(after, draft.scales);
    for (const [index, { name }] of rulesOf(before).items(before, draft.scales).entries()) {
      names.set(name, now[index]?.name ?? name);
    }
    const rename: Renaming = (name) => names.get(name) ?? name;
    const replaced = replaceQuestion(before.code, after)(draft);
    const renameOption = (item: string, code: string) =>
      option !== undefined && item === before.code && code === option.from ? option.to : code;
    return {
      ...mapConditions(replaced, (condition) => renamed(condition, rename, renameOption)),
      scoring: renamedScoring(replaced.scoring, rename),
    };
  };
}

function renamed(condition: Condition, rename: Renaming, option: (item: string, code: string) => string): Condition {
  return mapComparisons(condition, (comparison) => {
    const item = rename(comparison.item);
    if (!("oneOf" in comparison)) return { ...comparison, item };
    return { item, oneOf: comparison.oneOf.map((code) => option(comparison.item, code)) };
  });
}

function renamedScoring(scoring: Scoring, rename: Renaming): Scoring {
  const { indicators, measures, segments, units } = scoring;
  return {
    ...scoring,
    ...(indicators === undefined ? {} : { indicators: indicators.map((each) => renamedIndicator(each, rename)) }),
    ...(measures === undefined ? {} : { measures: renamedMeasures(measures, rename) }),
    ...(segments === undefined ? {} : { segments: segments.map(rename) }),
    ...(units === undefined ? {} : { units: units.map(rename) }),
  };
}

function renamedMeasures(
  measures: NonNullable<Scoring["measures"]>,
  rename: Renaming,
): NonNullable<Scoring["measures"]> {
  return Object.fromEntries(Object.entries(measures).map(([measure, item]) => [measure, rename(item)]));
}

function renamedIndicator(indicator: Indicator, rename: Renaming): Indicator {
  const { item, importance, children } = indicator;
  return {
    ...indicator,
    ...(item === undefined ? {} : { item: rename(item) }),
    ...(importance === undefined ? {} : { importance: rename(importance) }),
    ...(children === undefined ? {} : { children: children.map((child) => renamedIndicator(child, rename)) }),
  };
}
