import type { QuestionnaireIndicator } from "../definition/indicator.ts";
import type { Questionnaire, Scoring } from "../definition/questionnaire.ts";
import type { Item } from "../item/item.ts";
import type { PlacedItem } from "../item/placed-items.ts";
import { checkIndicators } from "./check-indicators.ts";
import { errorAt, type QuestionnaireIssue, warningAt } from "./questionnaire-issue.ts";

/** What the answers measure: indicators and their weights, measures, groups. */
export function checkScoring(
  { scoring, scales }: Questionnaire,
  placed: readonly PlacedItem[],
): readonly QuestionnaireIssue[] {
  const items = new Map(placed.map(({ item }) => [item.name, item]));
  const { indicators = [], measures = {} } = scoring;
  const isNothing = indicators.length === 0 && Object.keys(measures).length === 0;
  return [
    ...(isNothing ? [warningAt("nothing-scored", ["scoring"], {})] : []),
    ...checkIndicators(indicators, items),
    ...checkWeights(scoring, items),
    ...checkMeasures(scoring, items, scales),
    ...checkGroups("segments", scoring.segments ?? [], items),
    ...checkGroups("units", scoring.units ?? [], items),
  ];
}

type Items = ReadonlyMap<string, Item>;

function checkMeasures(
  { measures = {} }: Scoring,
  items: Items,
  scales: Questionnaire["scales"],
): readonly QuestionnaireIssue[] {
  return Object.entries(measures).flatMap(([measure, name]) => {
    const at = ["scoring", "measures", measure];
    const item = items.get(name);
    if (item === undefined) return [errorAt("measure-item-unknown", at, { measure, item: name })];
    const fits = item.kind === "rating" && (measure !== "nps" || isZeroToTen(item.scale, scales));
    return fits ? [] : [errorAt("measure-item-wrong", at, { measure, item: name })];
  });
}

/** Promoters and detractors are counted from 0–10 with the best at 10; of another scale the result is no NPS. */
function isZeroToTen(
  { name, minimum, maximum }: Extract<Item, { readonly kind: "rating" }>["scale"],
  scales: Questionnaire["scales"],
): boolean {
  const declared = Object.hasOwn(scales, name) ? scales[name] : undefined;
  return minimum === 0 && maximum === 10 && declared?.best !== "lowest";
}

function checkGroups(
  list: "segments" | "units",
  names: readonly string[],
  items: Items,
): readonly QuestionnaireIssue[] {
  return names.flatMap((name, i) => {
    const at = ["scoring", list, i];
    const item = items.get(name);
    if (item === undefined) return [errorAt("group-item-unknown", at, { item: name })];
    if (item.kind !== "choice") return [errorAt("group-item-not-choice", at, { item: name })];
    return names.indexOf(name) < i ? [errorAt("group-item-twice", at, { item: name })] : [];
  });
}

function checkWeights(scoring: Scoring, items: Items): readonly QuestionnaireIssue[] {
  const { weights, indicators = [], measures = {} } = scoring;
  const at = ["scoring", "weights"];
  const leaves = leavesOf(indicators);
  if (weights === undefined || leaves.length === 0) return [];
  if (weights === "entered") return sumsToNothing(indicators) ? [errorAt("weights-sum-zero", at, {})] : [];
  if (weights === "stated") {
    const lacking = leaves.filter(({ importance }) => importance === undefined);
    return [
      ...lacking.map(({ code }) => errorAt("weights-need-importance", at, { code })),
      ...importanceScales(leaves, items).map((details) => errorAt("importance-scales-differ", at, details)),
    ];
  }
  const isDerived = weights !== "equal" && weights !== "entropy";
  return isDerived && measures.overall === undefined ? [errorAt("weights-need-overall", at, { weights })] : [];
}

function leavesOf(nodes: readonly QuestionnaireIndicator[]): readonly QuestionnaireIndicator[] {
  return nodes.flatMap((node) => (node.children === undefined ? [node] : leavesOf(node.children)));
}

/** An entered weight counts as written; where only some siblings have one, the others count as 0. */
function sumsToNothing(siblings: readonly QuestionnaireIndicator[]): boolean {
  const entered = siblings.some(({ weight }) => weight !== undefined);
  return siblings
    .filter(({ weight }) => !entered || (weight ?? 0) > 0)
    .every(({ children }) => children !== undefined && sumsToNothing(children));
}

/** Means of importance can be compared on one scale only. */
function importanceScales(
  leaves: readonly QuestionnaireIndicator[],
  items: Items,
): readonly { readonly first: string; readonly other: string }[] {
  const [first, ...rest] = leaves.flatMap(({ importance }) => {
    const item = importance === undefined ? undefined : items.get(importance);
    return item?.kind === "rating" ? [item] : [];
  });
  const form = (item: typeof first) => `${item?.scale.minimum}–${item?.scale.maximum}`;
  const other = rest.find((item) => form(item) !== form(first));
  return first === undefined || other === undefined ? [] : [{ first: first.name, other: other.name }];
}
