import type { ProblemDetails } from "@manyi/contract/problem/problem";
import type { StudyImport } from "@manyi/contract/study/imports";
import type { Issue } from "@manyi/study/issue/issue";
import type { StudyMapping } from "@manyi/study/mapping/study-mapping";
import { issueSentence } from "@manyi/study/messages/issue-text";
import { localTextOf } from "../programme/local-text-of.ts";
import type { ImportRecord } from "./import-record.ts";

/** Issues shown at once: more than a person mends in one go. */
const mostIssues = 100;

export function presentImport(record: ImportRecord, language: "zh" | "en"): StudyImport {
  const { findings, outcome } = record;
  const texts = (issues: readonly Issue[]) => issues.slice(0, mostIssues).map((found) => presentIssue(found, language));
  return {
    id: record.id,
    state: record.state,
    createdAt: record.createdAt.toISOString(),
    files: record.files.map(({ name, bytes }) => ({ name, bytes })),
    title: findings.title,
    hasStudyJson: findings.hasStudyJson,
    preview: findings.preview,
    mapping: record.mapping === null ? null : presentMapping(record.mapping),
    issues: texts(findings.issues),
    warnings: texts(findings.warnings),
    faultyLines: findings.faultyLines,
    progress: record.progress,
    outcome:
      outcome === null
        ? null
        : {
            programmeId: outcome.programmeId,
            imported: outcome.imported,
            rejected: outcome.rejected,
            waves: outcome.waves,
          },
  };
}

function presentMapping({ title, columns }: StudyMapping): NonNullable<StudyImport["mapping"]> {
  return {
    title: localTextOf(title),
    columns: columns.map((column) => ({
      ...column,
      label: localTextOf(column.label),
      range: column.range === null ? null : { ...column.range },
      answers: column.answers === null ? null : [...column.answers],
      special: { ...column.special },
    })),
  };
}

function presentIssue(found: Issue, language: "zh" | "en"): StudyImport["issues"][number] {
  const { file, line } = found.place;
  return { file, line: line ?? null, text: issueSentence(found, language) };
}

/** What is wrong with a study, as a problem says it. */
export function studyFaulty(issues: readonly Issue[], language: "zh" | "en"): ProblemDetails["study-faulty"] {
  return { issues: issues.slice(0, mostIssues).map((found) => presentIssue(found, language)), total: issues.length };
}
