import { ProblemError } from "@manyi/contract/problem/problem";
import type { QuestionnaireIssue } from "@manyi/questionnaire/check/questionnaire-issue";

const mostListed = 100;

export function questionnaireFaulty(issues: readonly QuestionnaireIssue[]): ProblemError<"questionnaire-faulty"> {
  return new ProblemError("questionnaire-faulty", { issues: issues.slice(0, mostListed), total: issues.length });
}
