/** Study folder → dataset: every cell coded by the code book, every row kept or left out for a stated reason. */

import { readDefinition } from "@manyi/study/check/read-definition";
import { FaultLog } from "@manyi/study/coding/fault-log";
import { matchHeader } from "@manyi/study/data/match-header";
import { type OpenedData, openData } from "@manyi/study/data/open-data";
import type { StudyDefinition } from "@manyi/study/definition/study-definition";
import { type Issue, issue, StudyError } from "@manyi/study/issue/issue";
import type { DataColumn, Dataset } from "../columns/column.ts";
import {
  type ColumnBuilder,
  codedBuilder,
  dateChecker,
  numericBuilder,
  type UnknownAnswers,
} from "./column-builder.ts";
import { readRows } from "./read-rows.ts";
import { RowIdentity } from "./row-identity.ts";
import { type ExcludedRows, selectRows } from "./select-rows.ts";

export interface LoadedStudy {
  readonly definition: StudyDefinition;
  /** SHA-256 of study.json. */
  readonly definitionHash: string;
  readonly dataset: Dataset;
  readonly data: {
    readonly file: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly encoding: string;
    readonly rowsRead: number;
    readonly excluded: readonly ExcludedRows[];
  };
  readonly warnings: readonly Issue[];
}

export interface LoadOptions {
  /** `set-aside` keeps answers that the code book does not know out of every number, and counts them. */
  readonly unknownAnswers: UnknownAnswers;
}

/** @throws StudyError with everything that is wrong in study.json, or else in the data */
export async function loadStudy(folder: string, options: LoadOptions): Promise<LoadedStudy> {
  const { definition, hash } = await readDefinition(folder);
  const opened = await openData(folder, definition.data);
  const matched = matchHeader(definition, opened.file, opened.rows.header);
  if (matched.errors.length > 0) throw new StudyError(matched.errors);
  const faults = new FaultLog(opened.file);
  const builders = definition.columns.map((column) => builderOf(column, definition, faults, options.unknownAnswers));
  const read = await readRows(opened, matched.positions, builders, identityOf(definition, opened, matched.positions));
  const selection = selectRows(definition, builders, read, opened.file, faults);
  const errors = [...read.shape.issues(), ...faults.issues(), ...selection.issues];
  if (errors.length > 0) throw new StudyError(errors);
  const columns = new Map<string, DataColumn>();
  definition.columns.forEach((column, i) => {
    const built = builders[i]?.gather(selection.rows);
    if (built !== undefined && built !== null) columns.set(column.name, built);
  });
  const disorder = waveOrderIssues(definition, columns, opened.file);
  if (disorder.length > 0) throw new StudyError(disorder);
  return {
    definition,
    definitionHash: hash,
    dataset: { rows: selection.rows.length, columns },
    data: {
      file: opened.file,
      bytes: opened.fingerprint.bytes,
      sha256: opened.fingerprint.sha256,
      encoding: opened.encoding,
      rowsRead: read.rows,
      excluded: selection.excluded,
    },
    warnings: matched.warnings,
  };
}

/** Without declared answers the order of waves must show in their names: numbers or dates. */
function waveOrderIssues(
  { waves, columns: declared, scales }: StudyDefinition,
  columns: ReadonlyMap<string, DataColumn>,
  file: string,
): readonly Issue[] {
  const built = waves === undefined ? undefined : columns.get(waves.column);
  if (waves === undefined || built?.kind !== "coded") return [];
  const scale = scales[declared.find(({ name }) => name === waves.column)?.scale ?? ""];
  const isDeclared = scale !== undefined && (scale.kind !== "nominal" || scale.answers !== undefined);
  const codes = built.answers.map(({ code }) => code);
  if (isDeclared || codes.length < 2 || codes.every((code) => /^\D{0,4}\d/.test(code))) return [];
  return [issue("waves-order-unknown", { file }, { column: waves.column, waves: codes.slice(0, 6).join(", ") })];
}

/** Texts stay in the file: no analysis reads them yet, so they take no memory. */
function builderOf(
  column: StudyDefinition["columns"][number],
  definition: StudyDefinition,
  faults: FaultLog,
  unknown: UnknownAnswers,
): ColumnBuilder | null {
  if (column.type === "text") return null;
  if (column.type === "date") return { add: dateChecker(column, faults), gather: () => null };
  if (column.type === "number") return numericBuilder(column, faults, unknown);
  return codedBuilder(
    column,
    column.scale === undefined ? undefined : definition.scales[column.scale],
    faults,
    unknown,
  );
}

function identityOf(definition: StudyDefinition, opened: OpenedData, positions: Int32Array): RowIdentity | null {
  const rule = definition.cases?.duplicates?.compare ?? (definition.cases?.key === undefined ? null : "key");
  if (rule === null) return null;
  const key = positions[definition.columns.findIndex((column) => column.name === definition.cases?.key)];
  const all = opened.rows.header.map((_, i) => i);
  return new RowIdentity(rule === "key" && key !== undefined ? [key] : all.filter((i) => i !== key));
}
