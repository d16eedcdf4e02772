import type { QuestionnaireIssue } from "./questionnaire-issue.ts";

/** @param issues of the check, and of the comparison with former versions */
export function isPublishable(issues: readonly QuestionnaireIssue[]): boolean {
  return issues.every(({ severity }) => severity !== "error");
}
