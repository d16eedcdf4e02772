/** Heavy work by name: what runs in a child process, because it fills a core or leaks memory. Run in the server itself it would
 *  hold up every request. */

import { computeResults } from "../analysis/compute-results.ts";
import type { ResultsKey } from "../programme/results-key.ts";
import type { StudyGround } from "../programme/study-ground.ts";
import { renderReport } from "../report/render-report.ts";
import type { ReportKey } from "../report/report-key.ts";
import { type CheckedUpload, checkUpload } from "../study/check/check-upload.ts";
import { runImport } from "../study/import/run-import.ts";
import type { ImportRecord } from "../study/import-record.ts";
import type { LocalFile } from "../study/local-study.ts";

export interface Tasks {
  readonly "check-upload": (
    ground: StudyGround,
    work: { readonly files: readonly LocalFile[]; readonly mapping: ImportRecord["mapping"] },
  ) => Promise<CheckedUpload>;
  readonly "run-import": (ground: StudyGround, work: { readonly importId: string }) => Promise<void>;
  readonly "compute-results": (ground: StudyGround, key: ResultsKey) => Promise<void>;
  readonly "render-report": (ground: StudyGround, key: ReportKey) => Promise<void>;
}

export type TaskName = keyof Tasks;
export type WorkOf<Name extends TaskName> = Parameters<Tasks[Name]>[1];
export type ResultOf<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;

export const tasks: Tasks = {
  "check-upload": (_, { files, mapping }) => checkUpload(files, mapping),
  "run-import": (ground, { importId }) => runImport(ground, importId),
  "compute-results": computeResults,
  "render-report": renderReport,
};
