import type { QuestionnaireIssue } from "@manyi/questionnaire/check/questionnaire-issue";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { issueText } from "@manyi/questionnaire/messages/issue-text";
import { useLanguage } from "../../language/use-language.ts";

/** An issue in the language of the screen: what is wrong, where, what to do. */
export function useIssueText(draft: Questionnaire): (issue: QuestionnaireIssue) => string {
  const language = useLanguage();
  return (issue) => issueText(issue, language, draft);
}
