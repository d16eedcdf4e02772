import type {
  QuestionnaireIssue,
  QuestionnaireIssueCode,
  QuestionnaireIssueDetails,
} from "../check/questionnaire-issue.ts";
import { en } from "./en.ts";
import { placeText } from "./place-text.ts";
import { shownQuote } from "./shown-quote.ts";
import type { QuestionnaireIssueTexts } from "./texts.ts";
import { zh } from "./zh.ts";

const catalogues = { zh, en } as const;
type Language = keyof typeof catalogues;

/** The issue in words: where, what, what to do.
 *  @param questionnaire the one it is about, whatever its form */
export function issueText(issue: QuestionnaireIssue, language: Language, questionnaire: unknown): string {
  const { place } = catalogues[language];
  return place.before(issuePlace(issue, language, questionnaire), issueSentence(issue, language));
}

/** Only where. */
export function issuePlace({ at }: QuestionnaireIssue, language: Language, questionnaire: unknown): string {
  return placeText(at, questionnaire, catalogues[language].place);
}

/** Only what and what to do, for whoever shows the place beside it. */
export function issueSentence(issue: QuestionnaireIssue, language: Language): string {
  return sentence(issue.code, clipped(issue.details), catalogues[language].issues);
}

function sentence<C extends QuestionnaireIssueCode>(
  code: C,
  details: Readonly<QuestionnaireIssueDetails[C]>,
  issues: QuestionnaireIssueTexts,
): string {
  return issues[code](details);
}

/** Codes come from anybody. The lists that a schema allows are ours and may be longer. */
function clipped<T extends object>(details: T): T {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === "string" ? shownQuote(value) : value]),
    // The same properties with the same types.
  ) as T;
}
