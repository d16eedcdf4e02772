import type { Column, StudyDefinition } from "../definition/study-definition.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { nearestName } from "../issue/nearest-name.ts";
import { columnReferences } from "./column-references.ts";
import type { JsonSource } from "./json-source.ts";

/** Columns, their scales, and every place that names a column. */
export function checkColumns(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const columns = new Map(study.columns.map((column) => [column.name, column]));
  return [
    ...study.columns.flatMap((column, i) => checkColumn(study, column, i, source)),
    ...columnReferences(study).flatMap((reference) => {
      const place = source.placeOf(reference.path);
      const column = columns.get(reference.column);
      const at = reference.at;
      if (column === undefined) {
        return [
          issue("column-not-declared", place, {
            column: reference.column,
            at,
            nearest: nearestName(reference.column, columns.keys()),
          }),
        ];
      }
      if (reference.types.includes(column.type)) return [];
      return [
        issue("column-kind-wrong", place, {
          column: column.name,
          at,
          expected: reference.types.join("/"),
          found: column.type,
        }),
      ];
    }),
  ];
}

function checkColumn(study: StudyDefinition, column: Column, position: number, source: JsonSource): readonly Issue[] {
  const place = source.placeOf(["columns", position, "name"]);
  const twice =
    study.columns.findIndex((c) => c.name === column.name) !== position
      ? [issue("column-twice", place, { column: column.name })]
      : [];
  return [...twice, ...checkScaleOf(study, column, source.placeOf(["columns", position, "scale"]))];
}

function checkScaleOf(study: StudyDefinition, column: Column, place: Issue["place"]): readonly Issue[] {
  if (column.type !== "rating" && column.type !== "choice") return [];
  if (column.scale === undefined)
    return column.type === "rating" ? [issue("scale-missing", place, { column: column.name })] : [];
  const scale = Object.hasOwn(study.scales, column.scale) ? study.scales[column.scale] : undefined;
  if (scale === undefined) {
    const nearest = nearestName(column.scale, Object.keys(study.scales));
    return [issue("scale-not-declared", place, { scale: column.scale, column: column.name, nearest })];
  }
  const fits = column.type === "choice" || scale.kind !== "nominal";
  return fits
    ? []
    : [issue("scale-kind-wrong", place, { column: column.name, scale: column.scale, expected: "rating/ordinal" })];
}
