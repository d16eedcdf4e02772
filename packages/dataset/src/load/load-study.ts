/** Study folder → dataset: every cell coded by the code book, every row kept or left out for a stated reason. */

import { readDefinition } from "@manyi/study/check/read-definition";
import { FaultLog } from "@manyi/study/coding/fault-log";
import { matchHeader } from "@manyi/study/data/match-header";
import { type OpenedData, openData } from "@manyi/study/data/open-data";
import type { RowSource } from "@manyi/study/data/row-source";
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
import type { FaultyLineWatch } from "./faulty-line.ts";
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

/** A study whose rows are ready to be read, wherever they come from. */
export interface OpenedStudy {
  readonly definition: StudyDefinition;
  readonly definitionHash: string;
  /** Name of the data, for messages and for the record. */
  readonly file: string;
  readonly rows: RowSource;
  /** Of what was read; asked for once all rows have been. */
  readonly fingerprint: () => DataFingerprint;
  /** Rows that somebody left out by hand and that `rows` does not give. */
  readonly excludedByHand: number;
}

export interface DataFingerprint {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly encoding: string;
}

/** @throws StudyError with everything that is wrong in study.json, or else in the data */
export async function loadStudy(folder: string, options: LoadOptions): Promise<LoadedStudy> {
  const { definition, hash } = await readDefinition(folder);
  const opened = await openData(folder, definition.data);
  return loadOpened(openedFile(definition, hash, opened), options);
}

/** A study whose data is an opened file. */
export function openedFile(definition: StudyDefinition, definitionHash: string, opened: OpenedData): OpenedStudy {
  const { file, rows, encoding, fingerprint } = opened;
  return {
    definition,
    definitionHash,
    file,
    rows,
    fingerprint: () => ({ bytes: fingerprint.bytes, sha256: fingerprint.sha256, encoding }),
    excludedByHand: 0,
  };
}

/** @param told hears of every faulty line, for whoever wants to leave these out
 *  @throws StudyError with everything that is wrong in the data */
export async function loadOpened(
  opened: OpenedStudy,
  options: LoadOptions,
  told: FaultyLineWatch | null = null,
): Promise<LoadedStudy> {
  const { definition, file } = opened;
  const matched = matchHeader(definition, file, opened.rows.header);
  if (matched.errors.length > 0) {
    opened.rows.close?.();
    throw new StudyError(matched.errors);
  }
  const faults = new FaultLog(file, told);
  const builders = definition.columns.map((column) => builderOf(column, definition, faults, options.unknownAnswers));
  const identity = identityOf(definition, opened.rows.header, matched.positions);
  const read = await readRows(opened, matched.positions, builders, identity, told);
  const selection = selectRows(definition, builders, read, file, faults, told);
  const errors = [...read.shape.issues(), ...faults.issues(), ...selection.issues];
  if (errors.length > 0) throw new StudyError(errors);
  const columns = keptColumns(definition, builders, selection.rows);
  const disorder = waveOrderIssues(definition, columns, file);
  if (disorder.length > 0) throw new StudyError(disorder);
  const byHand = opened.excludedByHand;
  return {
    definition,
    definitionHash: opened.definitionHash,
    dataset: { rows: selection.rows.length, columns },
    data: {
      file,
      ...fingerprintOf(opened),
      rowsRead: read.rows + byHand,
      excluded: [...selection.excluded, ...(byHand > 0 ? [{ reason: "by-hand" as const, rows: byHand }] : [])],
    },
    warnings: matched.warnings,
  };
}

/** In the order in which the record has always listed them. */
function fingerprintOf(opened: OpenedStudy): DataFingerprint {
  const { bytes, sha256, encoding } = opened.fingerprint();
  return { bytes, sha256, encoding };
}

function keptColumns(
  definition: StudyDefinition,
  builders: readonly (ColumnBuilder | null)[],
  rows: Uint32Array,
): ReadonlyMap<string, DataColumn> {
  const columns = new Map<string, DataColumn>();
  definition.columns.forEach((column, i) => {
    const built = builders[i]?.gather(rows);
    if (built !== undefined && built !== null) columns.set(column.name, built);
  });
  return columns;
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

function identityOf(definition: StudyDefinition, header: readonly string[], positions: Int32Array): RowIdentity | null {
  const rule = definition.cases?.duplicates?.compare ?? (definition.cases?.key === undefined ? null : "key");
  if (rule === null) return null;
  const key = positions[definition.columns.findIndex((column) => column.name === definition.cases?.key)];
  const all = header.map((_, i) => i);
  return new RowIdentity(rule === "key" && key !== undefined ? [key] : all.filter((i) => i !== key));
}
