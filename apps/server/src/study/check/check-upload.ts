/** What an upload holds and whether it can be imported. Runs where heavy work runs. */

import { openDataFile } from "@manyi/study/data/open-data";
import { type Issue, StudyError } from "@manyi/study/issue/issue";
import { type FileSample, sampleColumns } from "@manyi/study/mapping/column-sample";
import { guessMapping } from "@manyi/study/mapping/guess-mapping";
import type { StudyMapping } from "@manyi/study/mapping/study-mapping";
import { localTextOf } from "../../programme/local-text-of.ts";
import type { Findings, ImportState, Preview } from "../import-record.ts";
import { definitionName, type LocalFile, type LocalStudy, localStudy } from "../local-study.ts";
import { checkLines } from "./check-lines.ts";

export interface CheckedUpload {
  readonly state: Extract<ImportState, "mapping" | "ready" | "faulty">;
  readonly findings: Findings;
  /** Guessed, where there is no study.json and nobody has said anything yet. */
  readonly mapping: StudyMapping | null;
}

/** @param mapping what somebody said the columns are; null where nobody has */
export async function checkUpload(files: readonly LocalFile[], mapping: StudyMapping | null): Promise<CheckedUpload> {
  const hasStudyJson = files.some(({ name }) => name === definitionName);
  const nothing: Findings = { title: null, hasStudyJson, preview: null, issues: [], warnings: [], faultyLines: 0 };
  try {
    if (!hasStudyJson && mapping === null) return await guessed(files, nothing);
    const study = await localStudy(files, mapping);
    const title = localTextOf(study.read.definition.title);
    const known = { ...nothing, title, preview: await previewOf(study) };
    return await checked(study, known, mapping);
  } catch (cause) {
    return faulty({ ...nothing, issues: studyIssues(cause) }, mapping);
  }
}

async function checked(study: LocalStudy, known: Findings, mapping: StudyMapping | null): Promise<CheckedUpload> {
  try {
    const { loaded, faulty: lines, issues } = await checkLines(study.open, "leave-out");
    const warnings = [...loaded.warnings, ...issues];
    return { state: "ready", findings: { ...known, warnings, faultyLines: lines.size }, mapping };
  } catch (cause) {
    return faulty({ ...known, issues: studyIssues(cause) }, mapping);
  }
}

/** Data alone: what its columns are is guessed, for somebody to confirm. */
async function guessed(files: readonly LocalFile[], nothing: Findings): Promise<CheckedUpload> {
  const [{ name, path }] = files;
  const opened = await openDataFile(path, { file: name });
  const sample = await sampleColumns(opened.rows);
  const preview = shown(name, opened.encoding, sample);
  const mapping = guessMapping(sample, name.replace(/\.[^.]*$/, ""));
  return { state: "mapping", findings: { ...nothing, title: localTextOf(mapping.title), preview }, mapping };
}

async function previewOf(study: LocalStudy): Promise<Preview> {
  const opened = await study.open();
  const sample = await sampleColumns(opened.rows);
  return shown(opened.file, opened.fingerprint().encoding, sample);
}

const shownExamples = 5;

function shown(dataFile: string, encoding: string, { rows, columns, firstRows }: FileSample): Preview {
  return {
    dataFile,
    encoding,
    rows,
    columns: columns.map(({ name, kinds, blank }) => ({
      name,
      examples: [...kinds.keys()].slice(0, shownExamples),
      distinct: kinds.size,
      blank,
    })),
    firstRows: firstRows.map((row) => [...row]),
  };
}

function faulty(findings: Findings, mapping: StudyMapping | null): CheckedUpload {
  // With a mapping the way back is another mapping, not another file.
  return { state: mapping === null ? "faulty" : "mapping", findings, mapping };
}

/** @throws whatever it was, where it is no expected failure */
function studyIssues(cause: unknown): readonly Issue[] {
  if (cause instanceof StudyError) return cause.issues;
  throw cause;
}
