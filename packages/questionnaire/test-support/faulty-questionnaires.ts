import type { QuestionnaireIssueCode } from "../src/check/questionnaire-issue.ts";
import type { Questionnaire } from "../src/definition/questionnaire.ts";

/** What is wrong, where it is, the issue that says it, and the place that the issue names. */
export type FaultyQuestionnaires = readonly [what: string, Questionnaire, QuestionnaireIssueCode, at: string][];
