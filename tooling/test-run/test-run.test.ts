import { describe, expect, it } from "vitest";
import { addTallies, tallyText } from "./tally.ts";
import type { VitestReport } from "./vitest-report.ts";
import { tallyOf } from "./vitest-report.ts";

describe("the last line of a test run", () => {
  it("names skipped tests only when there are some", () => {
    expect(tallyText({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
    expect(tallyText({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
  });

  it("adds up what was run apart", () => {
    const sum = addTallies({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
    expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});

describe("counting vitest's report", () => {
  function buildReport(overrides: Partial<VitestReport>): VitestReport {
    const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
    return { success: true, ...none, ...overrides };
  }

  it("takes todo for skipped", () => {
    const report = buildReport({ numPassedTests: 4, numPendingTests: 1, numTodoTests: 2 });
    expect(tallyOf(report)).toEqual({ passed: 4, failed: 0, skipped: 3 });
  });

  it("counts a file that could not be loaded as a failure", () => {
    const report = buildReport({ success: false, testResults: [{ status: "failed", assertionResults: [] }] });
    expect(tallyOf(report).failed).toBe(1);
  });

  it("does not count a file twice when tests in it failed", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
    expect(tallyOf(buildReport({ success: false, numFailedTests: 1, testResults })).failed).toBe(1);
  });

  it("counts a run that failed outside all tests as a failure", () => {
    expect(tallyOf(buildReport({ success: false, numPassedTests: 9 })).failed).toBe(1);
  });
});
