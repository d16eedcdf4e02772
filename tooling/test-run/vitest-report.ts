import type { Tally } from "./tally.ts";

/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Counts a report. What fails without being a test counts as one failure each: a file that cannot be loaded, a run that vitest
 *  itself calls failed. */
export function tallyOf(report: VitestReport): Tally {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  const otherwiseFailed = failed === 0 && !report.success ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: failed + otherwiseFailed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
