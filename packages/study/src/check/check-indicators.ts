import type { Indicator } from "../definition/indicator.ts";
import { leavesOf } from "../definition/indicator-leaves.ts";
import type { Scale } from "../definition/scale.ts";
import { answersOf } from "../definition/scale-answers.ts";
import type { StudyDefinition } from "../definition/study-definition.ts";
import { type Issue, issue } from "../issue/issue.ts";
import type { JsonSource } from "./json-source.ts";

type Path = (string | number)[];

/** The indicator tree: every node asked or divided, no code and no question twice, weights that sum to something. */
export function checkIndicators(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const indicators = study.indicators ?? [];
  const firstByCode = new Map<string, Path>();
  const firstByQuestion = new Map<string, string>();
  const issues: Issue[] = [];
  const visit = (node: Indicator, path: Path) => {
    const place = source.placeOf([...path, "code"]);
    if (firstByCode.has(node.code)) issues.push(issue("indicator-twice", place, { code: node.code }));
    firstByCode.set(node.code, path);
    if ((node.question === undefined) === (node.children === undefined)) {
      issues.push(issue("indicator-leaf-or-branch", place, { code: node.code }));
    }
    if (node.question !== undefined) {
      const first = firstByQuestion.get(node.question);
      if (first !== undefined)
        issues.push(
          issue("indicator-question-twice", source.placeOf([...path, "question"]), { column: node.question, first }),
        );
      else firstByQuestion.set(node.question, node.code);
    }
    node.children?.forEach((child, i) => {
      visit(child, [...path, "children", i]);
    });
  };
  indicators.forEach((node, i) => {
    visit(node, ["indicators", i]);
  });
  return [...issues, ...checkWeighting(study, source)];
}

function checkWeighting(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const weights = study.index?.weights;
  const leaves = leavesOf(study.indicators ?? []);
  if (weights === undefined || leaves.length === 0) return [];
  const place = source.placeOf(["index", "weights"]);
  if (weights === "entered" && leaves.every((leaf) => leaf.enteredWeight === 0)) {
    return [issue("weights-sum-zero", place, { at: "indicators" })];
  }
  if (weights === "stated") {
    return [
      ...importanceScales(study, source),
      ...leaves
        .filter((leaf) => leaf.indicator.importance === undefined)
        .map((leaf) => issue("weights-need-importance", place, { code: leaf.indicator.code })),
    ];
  }
  const derived = weights === "correlation" || weights === "regression" || weights === "lmg" || weights === "johnson";
  return derived && study.measures?.overall === undefined ? [issue("weights-need-overall", place, { weights })] : [];
}

/** Means of importance can be compared on one scale only. */
function importanceScales(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const asked = leavesOf(study.indicators ?? []).flatMap(({ indicator }) => {
    const column = study.columns.find(({ name }) => name === indicator.importance);
    const scale = column?.scale === undefined ? undefined : study.scales[column.scale];
    return column === undefined || scale === undefined ? [] : [{ name: column.name, form: scaleForm(scale) }];
  });
  const other = asked.find(({ form }) => form !== asked[0].form);
  if (other === undefined) return [];
  return [
    issue("importance-scales-differ", source.placeOf(["index", "weights"]), {
      first: asked[0].name,
      other: other.name,
    }),
  ];
}

function scaleForm(scale: Scale): string {
  return (answersOf(scale) ?? []).map((answer) => answer.value).join(",");
}
