/** The indicator system as a tree that is changed by paths: `[1, 0]` is the first child of the second dimension. */
import type { Questionnaire, Scoring } from "@manyi/questionnaire/definition/questionnaire";
import type { DraftEdit } from "./draft-edit.ts";
import { insertedAt, movedTo, replacedAt, withoutAt } from "./list-edits.ts";
import { freeCode } from "./new-code.ts";
import { withOptional } from "./optional.ts";

export type IndicatorPath = readonly number[];
export type Indicator = NonNullable<Scoring["indicators"]>[number];
type Indicators = readonly Indicator[];

/** One list for all questionnaires without any, so that nothing looks changed. */
const noIndicators: Indicators = [];

export function indicatorsOf({ scoring }: Pick<Questionnaire, "scoring">): Indicators {
  return scoring.indicators ?? noIndicators;
}

function indicatorAt(indicators: Indicators, path: IndicatorPath): Indicator | null {
  const [first, ...rest] = path;
  const found = first === undefined ? undefined : indicators[first];
  if (found === undefined) return null;
  return rest.length === 0 ? found : indicatorAt(found.children ?? [], rest);
}

function indicatorCodes(indicators: Indicators): readonly string[] {
  return indicators.flatMap(({ code, children }) => [code, ...indicatorCodes(children ?? [])]);
}

/** Adds a node below `parent` (empty: a dimension at the top). A leaf that becomes a branch gives its item to its first child,
 *  so that what it measured is still measured. */
export function addIndicator(parent: IndicatorPath): DraftEdit {
  return (draft) => {
    const indicators = indicatorsOf(draft);
    const codes = new Set(indicatorCodes(indicators));
    const fresh: Indicator = { code: freeCode("i", codes), label: {} };
    if (parent.length === 0) return withIndicators(draft, [...indicators, fresh]);
    return withIndicators(
      draft,
      changedAt(indicators, parent, (node) => {
        const { item, importance, children, ...rest } = node;
        const heir =
          item === undefined ? fresh : { ...fresh, item, ...(importance === undefined ? {} : { importance }) };
        return { ...rest, children: [...(children ?? []), heir] };
      }),
    );
  };
}

export function changeIndicator(path: IndicatorPath, change: (node: Indicator) => Indicator): DraftEdit {
  return (draft) => withIndicators(draft, changedAt(indicatorsOf(draft), path, change));
}

export function removeIndicator(path: IndicatorPath): DraftEdit {
  return (draft) => withIndicators(draft, changedSiblings(indicatorsOf(draft), path, withoutAt));
}

/** One place up or down among its siblings. */
export function stepIndicator(path: IndicatorPath, step: -1 | 1): DraftEdit {
  return (draft) => {
    const change = (siblings: Indicators, at: number) =>
      at + step < 0 || at + step >= siblings.length ? siblings : movedTo(siblings, at, at + step);
    return withIndicators(draft, changedSiblings(indicatorsOf(draft), path, change));
  };
}

/** Makes a node a child of the one before it; of the first nothing. A leaf does not become a branch by it. */
export function indentIndicator(path: IndicatorPath): DraftEdit {
  return (draft) => {
    const indicators = indicatorsOf(draft);
    const at = path.at(-1) ?? 0;
    const node = indicatorAt(indicators, path);
    const before = indicatorAt(indicators, [...path.slice(0, -1), at - 1]);
    if (node === null || before === null || before.item !== undefined) return draft;
    const change = (siblings: Indicators) =>
      withoutAt(replacedAt(siblings, at - 1, { ...before, children: [...(before.children ?? []), node] }), at);
    return withIndicators(draft, changedSiblings(indicators, path, change));
  };
}

/** Puts a node behind its parent. */
export function outdentIndicator(path: IndicatorPath): DraftEdit {
  return (draft) => {
    const indicators = indicatorsOf(draft);
    const node = indicatorAt(indicators, path);
    const parent = path.slice(0, -1);
    if (node === null || parent.length === 0) return draft;
    const without = changedSiblings(indicators, path, withoutAt);
    return withIndicators(
      draft,
      changedSiblings(without, parent, (siblings, at) => insertedAt(siblings, at + 1, node)),
    );
  };
}

function withIndicators(draft: Questionnaire, indicators: Indicators): Questionnaire {
  const value = indicators.length === 0 ? undefined : [...indicators];
  return { ...draft, scoring: withOptional(draft.scoring, "indicators", value) };
}

function changedAt(indicators: Indicators, path: IndicatorPath, change: (node: Indicator) => Indicator): Indicators {
  return changedSiblings(indicators, path, (siblings, at) => {
    const node = siblings[at];
    return node === undefined ? siblings : replacedAt(siblings, at, change(node));
  });
}

/** The tree with the list changed in which the node of a path stands. A branch that lost its last child has none. */
function changedSiblings(
  indicators: Indicators,
  path: IndicatorPath,
  change: (siblings: Indicators, at: number) => Indicators,
): Indicators {
  const [first, ...rest] = path;
  const node = first === undefined ? undefined : indicators[first];
  if (first === undefined || node === undefined) return indicators;
  if (rest.length === 0) return change(indicators, first);
  const children = changedSiblings(node.children ?? [], rest, change);
  return replacedAt(
    indicators,
    first,
    withOptional(node, "children", children.length === 0 ? undefined : [...children]),
  );
}
