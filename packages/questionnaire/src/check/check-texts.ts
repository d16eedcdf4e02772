import { mapTexts } from "../content/map-texts.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import { errorAt, type QuestionnaireIssue, warningAt } from "./questionnaire-issue.ts";

/** Every text in every language that the questionnaire is offered in. What is optional may be left out, not half-translated. */
export function checkTexts(questionnaire: Questionnaire): readonly QuestionnaireIssue[] {
  const issues: QuestionnaireIssue[] = [];
  mapTexts(questionnaire, (text, { at, role }) => {
    const languages = questionnaire.languages.filter((language) => isBlank(text, language));
    const isLeftOut = role !== "needed" && languages.length === questionnaire.languages.length;
    if (languages.length === 0 || isLeftOut) return text;
    const issue = role === "help" ? warningAt : errorAt;
    issues.push(issue("text-missing", at, { languages }));
    return text;
  });
  return issues;
}

function isBlank(text: Readonly<Record<string, string>>, language: string): boolean {
  return !Object.hasOwn(text, language) || text[language]?.trim() === "";
}
