import type { QuestionnaireIndicator } from "../definition/indicator.ts";
import type { Item } from "../item/item.ts";
import { errorAt, type QuestionnaireIssue, type QuestionnairePath } from "./questionnaire-issue.ts";

/** The indicator tree: every node asked or divided, no code and no item twice, nothing measured by what is no rating. */
export function checkIndicators(
  indicators: readonly QuestionnaireIndicator[],
  items: ReadonlyMap<string, Item>,
): readonly QuestionnaireIssue[] {
  const codes = new Set<string>();
  const asked = new Set<string>();
  return nodesIn(indicators, ["scoring", "indicators"]).flatMap(({ node, at }) => {
    const issues: QuestionnaireIssue[] = [];
    const { code, item, children, importance } = node;
    if (codes.has(code.toLowerCase())) issues.push(errorAt("code-twice", [...at, "code"], { code }));
    codes.add(code.toLowerCase());
    if ((item === undefined) === (children === undefined)) {
      issues.push(errorAt("indicator-leaf-or-branch", at, { code }));
    }
    if (item !== undefined) {
      issues.push(...rated(item, [...at, "item"], items));
      if (asked.has(item)) issues.push(errorAt("indicator-item-twice", [...at, "item"], { item }));
      asked.add(item);
    }
    if (importance !== undefined) issues.push(...rated(importance, [...at, "importance"], items));
    return issues;
  });
}

function rated(name: string, at: QuestionnairePath, items: ReadonlyMap<string, Item>): readonly QuestionnaireIssue[] {
  const item = items.get(name);
  if (item === undefined) return [errorAt("indicator-item-unknown", at, { item: name })];
  return item.kind === "rating" ? [] : [errorAt("indicator-item-not-rated", at, { item: name })];
}

interface PlacedNode {
  readonly node: QuestionnaireIndicator;
  readonly at: QuestionnairePath;
}

function nodesIn(nodes: readonly QuestionnaireIndicator[], at: QuestionnairePath): readonly PlacedNode[] {
  return nodes.flatMap((node, i) => [
    { node, at: [...at, i] },
    ...nodesIn(node.children ?? [], [...at, i, "children"]),
  ]);
}
