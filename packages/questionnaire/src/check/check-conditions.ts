import { type Condition, deepestCondition } from "../definition/condition.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import { valuesOf } from "../definition/scale-values.ts";
import type { Item, NumberItem, RatingItem } from "../item/item.ts";
import type { PlacedItem } from "../item/placed-items.ts";
import { rowsOf } from "../question/question-rules.ts";
import { errorAt, type QuestionnaireIssue, type QuestionnairePath } from "./questionnaire-issue.ts";

/** A condition speaks of what was asked before, and can be fulfilled. */
export function checkConditions(
  { pages, endings = [] }: Questionnaire,
  items: readonly PlacedItem[],
): readonly QuestionnaireIssue[] {
  const byName = new Map(items.map((placed) => [placed.item.name, placed]));
  const issues: QuestionnaireIssue[] = [];
  const check = (condition: Condition | undefined, at: QuestionnairePath, before: number) => {
    if (condition === undefined) return;
    if (depthOf(condition) > deepestCondition) {
      issues.push(errorAt("condition-too-deep", at, { limit: deepestCondition }));
    }
    for (const { part, path } of comparisonsIn(condition, at))
      issues.push(...checkComparison(part, path, before, byName));
  };
  let order = 0;
  for (const [p, page] of pages.entries()) {
    check(page.showIf, ["pages", p, "showIf"], order);
    for (const [q, question] of page.questions.entries()) {
      const at = ["pages", p, "questions", q];
      check(question.showIf, [...at, "showIf"], order);
      for (const [r, row] of (rowsOf(question) ?? []).entries()) check(row.showIf, [...at, "rows", r, "showIf"], order);
      if ("requiredIf" in question) check(question.requiredIf, [...at, "requiredIf"], order);
      order++;
    }
    for (const [j, { when }] of (page.jumps ?? []).entries()) check(when, ["pages", p, "jumps", j, "when"], order);
  }
  for (const [e, { showIf }] of endings.entries()) check(showIf, ["endings", e, "showIf"], order);
  return issues;
}

type Comparison = Extract<Condition, { readonly item: string }>;

function depthOf(condition: Condition): number {
  if ("not" in condition) return 1 + depthOf(condition.not);
  if ("all" in condition) return 1 + Math.max(...condition.all.map(depthOf));
  return "any" in condition ? 1 + Math.max(...condition.any.map(depthOf)) : 1;
}

function comparisonsIn(
  condition: Condition,
  at: QuestionnairePath,
): readonly { readonly part: Comparison; readonly path: QuestionnairePath }[] {
  if ("all" in condition) return condition.all.flatMap((part, i) => comparisonsIn(part, [...at, "all", i]));
  if ("any" in condition) return condition.any.flatMap((part, i) => comparisonsIn(part, [...at, "any", i]));
  if ("not" in condition) return comparisonsIn(condition.not, [...at, "not"]);
  return [{ part: condition, path: at }];
}

/** @param before number of the question that the condition stands at: what it speaks of has a lower one */
function checkComparison(
  comparison: Comparison,
  at: QuestionnairePath,
  before: number,
  items: ReadonlyMap<string, PlacedItem>,
): readonly QuestionnaireIssue[] {
  const { item: name } = comparison;
  const placed = items.get(name);
  if (placed === undefined) return [errorAt("condition-item-unknown", [...at, "item"], { item: name })];
  if (placed.question >= before) return [errorAt("condition-looks-ahead", [...at, "item"], { item: name })];
  return checkFulfillable(comparison, placed.item, at);
}

function boundsOf(item: RatingItem | NumberItem): { readonly minimum: number; readonly maximum: number } {
  if (item.kind === "rating") return item.scale;
  return { minimum: item.minimum ?? Number.NEGATIVE_INFINITY, maximum: item.maximum ?? Number.POSITIVE_INFINITY };
}

function checkFulfillable(comparison: Comparison, item: Item, at: QuestionnairePath): readonly QuestionnaireIssue[] {
  const { name } = item;
  const kindWrong = [errorAt("condition-kind-wrong", at, { item: name })];
  if ("is" in comparison) {
    const { is: state } = comparison;
    if (state === "answered" || state === "unanswered") return [];
    const isOffered = item.kind !== "text" && item.states.includes(state);
    return isOffered ? [] : [errorAt("condition-state-not-offered", [...at, "is"], { item: name, state })];
  }
  if ("oneOf" in comparison) {
    if (item.kind !== "choice" && item.kind !== "rating") return kindWrong;
    const known = new Set(
      item.kind === "choice" ? item.options.map(({ code }) => code) : valuesOf(item.scale).map(String),
    );
    return comparison.oneOf.flatMap((option, i) =>
      known.has(option) ? [] : [errorAt("condition-option-unknown", [...at, "oneOf", i], { item: name, option })],
    );
  }
  if (item.kind !== "rating" && item.kind !== "number") return kindWrong;
  const { minimum, maximum } = boundsOf(item);
  const { from = minimum, to = maximum } = comparison;
  const isEmpty = from > to || from > maximum || to < minimum;
  return isEmpty ? [errorAt("condition-empty-range", at, { item: name })] : [];
}
