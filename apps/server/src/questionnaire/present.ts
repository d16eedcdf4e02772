import type { QuestionnaireVersion, Template } from "@manyi/contract/questionnaire/questionnaires";
import type { QuestionnaireIndicator } from "@manyi/questionnaire/definition/indicator";
import type { QuestionnaireTemplate } from "@manyi/questionnaire/template/templates";
import { longestSeconds } from "./assess.ts";
import type { VersionRecord } from "./queries.ts";

export function presentVersion({ number, hash, publishedAt, publishedBy }: VersionRecord): QuestionnaireVersion {
  return { number, hash, publishedAt: publishedAt.toISOString(), publishedBy };
}

export function presentTemplate({ code, title, description, questionnaire }: QuestionnaireTemplate): Template {
  const { languages, scoring, pages } = questionnaire;
  return {
    code,
    title,
    description,
    languages: [...languages],
    questions: pages.flatMap(({ questions }) => questions).filter(({ type }) => type !== "statement").length,
    indicators: leavesOf(scoring.indicators ?? []),
    seconds: longestSeconds(questionnaire),
  };
}

function leavesOf(indicators: readonly QuestionnaireIndicator[]): number {
  return indicators.reduce((sum, { children }) => sum + (children === undefined ? 1 : leavesOf(children)), 0);
}
