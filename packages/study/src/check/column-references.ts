import type { Indicator } from "../definition/indicator.ts";
import type { Column, StudyDefinition } from "../definition/study-definition.ts";
import { columnsNamedIn } from "./analyses/analysis-columns.ts";

/** A place in study.json that names a column, and the types of column that make sense there. */
export interface ColumnReference {
  readonly column: string;
  readonly path: readonly (string | number)[] & (string | number)[];
  readonly at: string;
  readonly types: readonly Column["type"][];
}

const grouping = ["choice", "rating"] as const;

export function columnReferences(study: StudyDefinition): readonly ColumnReference[] {
  const refer = (
    column: string | undefined,
    path: (string | number)[],
    types: ColumnReference["types"],
  ): ColumnReference[] => (column === undefined ? [] : [{ column, path, at: placeName(path), types }]);
  const { cases, analysis, measures } = study;
  return [
    ...refer(cases?.key, ["cases", "key"], ["text", "choice", "number"]),
    ...refer(cases?.frequency, ["cases", "frequency"], ["number"]),
    ...refer(cases?.test?.column, ["cases", "test", "column"], ["choice", "rating"]),
    ...(study.weights ?? []).flatMap((weight, i) => refer(weight.column, ["weights", i, "column"], ["number"])),
    ...refer(analysis?.alsoClusteredBy, ["analysis", "alsoClusteredBy"], ["choice"]),
    ...Object.entries(measures ?? {}).flatMap(([name, column]) => refer(column, ["measures", name], ["rating"])),
    ...(study.indicators ?? []).flatMap((node, i) => indicatorReferences(node, ["indicators", i])),
    ...(study.furtherItems ?? []).flatMap((column, i) => refer(column, ["furtherItems", i], ["rating"])),
    ...refer(study.waves?.column, ["waves", "column"], grouping),
    ...(study.units ?? []).flatMap((column, i) => refer(column, ["units", i], grouping)),
    ...(study.segments ?? []).flatMap((column, i) => refer(column, ["segments", i], grouping)),
    ...(study.analyses ?? []).flatMap((analysis, i) =>
      columnsNamedIn(analysis).flatMap(({ column, path, types }) => refer(column, ["analyses", i, ...path], types)),
    ),
  ];
}

/** `analyses[2].by`, as the other messages call a place. */
function placeName(path: readonly (string | number)[]): string {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");
}

function indicatorReferences(node: Indicator, path: (string | number)[]): readonly ColumnReference[] {
  const one = (column: string | undefined, property: string): ColumnReference[] =>
    column === undefined
      ? []
      : [{ column, path: [...path, property], at: `${node.code}.${property}`, types: ["rating"] }];
  return [
    ...one(node.question, "question"),
    ...one(node.importance, "importance"),
    ...(node.children ?? []).flatMap((child, i) => indicatorReferences(child, [...path, "children", i])),
  ];
}
