/** Reads a study as the analysis would, and finds the lines that stand in its way. */
import { type LoadedStudy, loadOpened, type OpenedStudy } from "@manyi/dataset/load/load-study";
import { type Issue, issue, StudyError } from "@manyi/study/issue/issue";
import type { ImportRequest } from "../import-record.ts";
import { FaultyLines } from "./faulty-lines.ts";
import { keepableRows } from "./keepable-rows.ts";

export type FaultyLineRule = ImportRequest["faultyLines"];

export interface CheckedLines {
  /** The study without its faulty lines. */
  readonly loaded: LoadedStudy;
  readonly faulty: FaultyLines;
  /** What is wrong in them, in short. */
  readonly issues: readonly Issue[];
}

/** Reads until what is left is sound, for one line may hide another: a key that repeats in a line that falls away.
 *  @param open opens the file anew
 *  @throws StudyError with what leaving lines out does not mend */
export async function checkLines(open: () => Promise<OpenedStudy>, rule: FaultyLineRule): Promise<CheckedLines> {
  const faulty = new FaultyLines();
  let issues: readonly Issue[] = [];
  for (;;) {
    const found = new FaultyLines();
    const read = await readOnce(await open(), faulty, found, rule);
    if (read.kind === "sound") return { loaded: read.loaded, faulty, issues };
    if (found.size === 0) throw new StudyError(read.issues);
    if (faulty.size === 0) issues = read.issues;
    faulty.take(found);
  }
}

type Read =
  | { readonly kind: "sound"; readonly loaded: LoadedStudy }
  | { readonly kind: "faulty"; readonly issues: readonly Issue[] };

async function readOnce(
  opened: OpenedStudy,
  leftOut: FaultyLines,
  found: FaultyLines,
  rule: FaultyLineRule,
): Promise<Read> {
  const rows = keepableRows(opened.rows, leftOut, found);
  const unknownAnswers = rule === "set-aside" ? "set-aside" : "stop";
  try {
    const loaded = await loadOpened({ ...opened, rows }, { unknownAnswers }, found.add);
    return found.size === 0 ? { kind: "sound", loaded } : { kind: "faulty", issues: notKept(opened.file, found) };
  } catch (cause) {
    if (!(cause instanceof StudyError)) throw cause;
    return { kind: "faulty", issues: cause.issues };
  }
}

/** Where nothing else was wrong, only texts that cannot be kept were found. */
function notKept(file: string, found: FaultyLines): readonly Issue[] {
  const first = found.first();
  if (first === null) return [];
  const { line, column } = first;
  return [issue("text-not-kept", { file, line }, { column, rows: found.size })];
}
