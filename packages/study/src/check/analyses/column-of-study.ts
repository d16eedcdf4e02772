import type { Scale } from "../../definition/scale.ts";
import { answersOf } from "../../definition/scale-answers.ts";
import type { Column, StudyDefinition } from "../../definition/study-definition.ts";

/** Null where the study declares no such column, which is said elsewhere. */
export function columnOfStudy(study: StudyDefinition, name: string): Column | null {
  return study.columns.find((column) => column.name === name) ?? null;
}

/** Null where the column has no declared scale. */
export function scaleOfColumn(study: StudyDefinition, name: string): Scale | null {
  const declared = columnOfStudy(study, name)?.scale;
  return declared !== undefined && Object.hasOwn(study.scales, declared) ? (study.scales[declared] ?? null) : null;
}

/** Answers that the code book has for a column; null where they are found in the data. */
export function codesOfColumn(study: StudyDefinition, name: string): readonly string[] | null {
  const scale = scaleOfColumn(study, name);
  return scale === null ? null : (answersOf(scale)?.map(({ code }) => code) ?? null);
}
