/** Which rows of the file become respondents: repeated and test rows are left out, a row with a frequency counts
 *  that many times. Nothing is deleted; what is left out is said with its reason. */
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import type { FaultLog } from "@manyi/study/coding/fault-log";
import type { StudyDefinition } from "@manyi/study/definition/study-definition";
import { type Issue, issue } from "@manyi/study/issue/issue";
import type { DataColumn } from "../columns/column.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import type { FaultyLineWatch } from "./faulty-line.ts";
import type { ReadRows } from "./read-rows.ts";

export interface ExcludedRows {
  readonly reason: "duplicate" | "test" | "by-hand";
  readonly rows: number;
}

export interface RowSelection {
  /** Row numbers of the file, once a respondent. */
  readonly rows: Uint32Array;
  readonly excluded: readonly ExcludedRows[];
  readonly issues: readonly Issue[];
}

/** Respondents that frequencies may add up to. */
const mostRespondents = 50_000_000;

export function selectRows(
  definition: StudyDefinition,
  builders: readonly (ColumnBuilder | null)[],
  read: ReadRows,
  file: string,
  faults: FaultLog,
  told: FaultyLineWatch | null = null,
): RowSelection {
  const everyRow = Uint32Array.from({ length: read.rows }, (_, i) => i);
  const column = (name: string | undefined): DataColumn | null =>
    name === undefined
      ? null
      : (builders[definition.columns.findIndex((c) => c.name === name)]?.gather(everyRow) ?? null);
  const test = new Set(testRows(definition, column));
  const { repeated, issues: repeatedIssues } = repeatedRows(definition, read, file, test, told);
  const out = new Set<number>([...repeated, ...test]);
  const kept = everyRow.filter((row) => !out.has(row));
  const frequency = frequencies(definition, column(definition.cases?.frequency), read.lines, faults);
  const weightIssues = checkWeights(definition, column, kept, read.lines, file, faults);
  const issues = [...repeatedIssues, ...weightIssues];
  const excluded = [
    { reason: "duplicate" as const, rows: repeated.length },
    { reason: "test" as const, rows: test.size },
  ].filter((e) => e.rows > 0);
  return expanded(kept, frequency, file, excluded, issues);
}

function expanded(
  kept: Uint32Array,
  frequency: Float64Array | null,
  file: string,
  excluded: readonly ExcludedRows[],
  issues: readonly Issue[],
): RowSelection {
  if (frequency === null) return { rows: kept, excluded, issues };
  const total = kept.reduce((sum, row) => sum + frequency[row], 0);
  if (total > mostRespondents) {
    const tooLarge = issue("frequency-too-large", { file }, { total, limit: mostRespondents });
    return { rows: new Uint32Array(), excluded, issues: [...issues, tooLarge] };
  }
  if (total === 0)
    return { rows: new Uint32Array(), excluded, issues: [...issues, issue("no-rows", { file }, { file })] };
  const rows = new Uint32Array(total);
  let next = 0;
  for (const row of kept) {
    rows.fill(row, next, next + frequency[row]);
    next += frequency[row];
  }
  return { rows, excluded, issues };
}

function frequencies(
  definition: StudyDefinition,
  column: DataColumn | null,
  lines: Int32Array,
  faults: FaultLog,
): Float64Array | null {
  if (column?.kind !== "numeric") return null;
  const usable = column.values.map((value, row) => {
    if (Number.isInteger(value) && value >= 0) return value;
    faults.add(
      "frequency-wrong",
      definition.cases?.frequency ?? "",
      Number.isNaN(value) ? "" : String(value),
      lines[row],
    );
    return 0;
  });
  return usable;
}

/** Weights larger than this are no weights of people. */
const largestWeight = 1e9;

/** Of the rows that are analysed: each must have a weight, and not all may be 0. */
function checkWeights(
  definition: StudyDefinition,
  column: (name: string) => DataColumn | null,
  kept: Uint32Array,
  lines: Int32Array,
  file: string,
  faults: FaultLog,
): readonly Issue[] {
  return (definition.weights ?? []).flatMap((weight) => {
    const built = column(weight.column);
    if (built?.kind !== "numeric") return [];
    let sum = 0;
    for (const row of kept) {
      const value = built.values[row];
      if (value >= 0 && value <= largestWeight) sum += value;
      else faults.add("weight-wrong", weight.column, Number.isNaN(value) ? "" : String(value), lines[row]);
    }
    return sum === 0 && kept.length > 0 && !faults.has(weight.column)
      ? [issue("weights-all-zero", { file }, { column: weight.column })]
      : [];
  });
}

function testRows(definition: StudyDefinition, column: (name: string) => DataColumn | null): readonly number[] {
  const rule = definition.cases?.test;
  const built = rule === undefined ? null : column(rule.column);
  if (rule === undefined || built?.kind !== "coded") return [];
  const test = new Set(rule.codes);
  const rows: number[] = [];
  built.codes.forEach((code, row) => {
    if (code >= firstAnswerCode && test.has(built.answers[code - firstAnswerCode].code)) rows.push(row);
  });
  return rows;
}

/** Repeated rows go where the study has a rule for them; a key that repeats without a rule is an error. */
function repeatedRows(
  definition: StudyDefinition,
  read: ReadRows,
  file: string,
  test: ReadonlySet<number>,
  told: FaultyLineWatch | null,
): { readonly repeated: Uint32Array; readonly issues: readonly Issue[] } {
  const repeated = read.identity?.repeated(definition.cases?.duplicates?.keep ?? "first", test) ?? new Uint32Array();
  if (definition.cases?.duplicates !== undefined || repeated.length === 0) return { repeated, issues: [] };
  const column = definition.cases?.key ?? "";
  if (told !== null) for (const row of repeated) told(read.lines[row], column, "key-twice");
  return {
    repeated: new Uint32Array(),
    issues: [issue("key-twice", { file, line: read.lines[repeated[0]] }, { column, rows: repeated.length })],
  };
}
