/** Finds the declared columns in the header of the data. */
import type { StudyDefinition } from "../definition/study-definition.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { nearestName } from "../issue/nearest-name.ts";

export interface MatchedHeader {
  /** Position of each declared column in a row, in the order of the declaration. */
  readonly positions: Int32Array;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** Names are compared without surrounding blanks and in one Unicode form. */
export function matchHeader(study: StudyDefinition, file: string, header: readonly string[]): MatchedHeader {
  const names = header.map(plainName);
  const first = new Map<string, number>();
  const errors: Issue[] = [];
  const place = { file, line: 1 };
  names.forEach((name, i) => {
    const before = first.get(name);
    if (name === "") return;
    if (before !== undefined) errors.push(issue("header-twice", place, { name, first: before + 1, second: i + 1 }));
    else first.set(name, i);
  });
  if (first.size === 0)
    return { positions: new Int32Array(), errors: [issue("header-missing", place, { file })], warnings: [] };
  const declared = new Set(study.columns.map((c) => plainName(c.name)));
  const free = names.filter((name) => !declared.has(name));
  for (const column of study.columns) {
    if (!first.has(plainName(column.name)))
      errors.push(
        issue("data-column-missing", place, {
          column: column.name,
          nearest: errors.length < 20 ? nearestName(column.name, free.slice(0, 1000)) : null,
        }),
      );
  }
  const undeclared = free.filter((name) => name !== "");
  return {
    positions: Int32Array.from(study.columns, (c) => first.get(plainName(c.name)) ?? -1),
    errors,
    warnings: undeclared.length > 0 ? [issue("data-column-undeclared", place, { columns: undeclared }, "warning")] : [],
  };
}

/** A column's name in the form in which names are compared. */
export function plainName(name: string): string {
  return name.trim().normalize("NFC");
}
