/**
 * Every text of a questionnaire, in one walk: for pruning it to a language, for finding what is not translated, for a table of
 * translations. The walk is written out, since by its form alone a text cannot be told from other records of words.
 */
import type { AnswerScale } from "../definition/answer-scale.ts";
import type { QuestionnaireIndicator } from "../definition/indicator.ts";
import type { LocalText } from "../definition/primitives.ts";
import type { Page, Questionnaire } from "../definition/questionnaire.ts";
import type { Question } from "../question/question.ts";
import { authoringOf } from "../question/question-authoring.ts";

/** Whether a text may be left out altogether (a page's title, a short name, a help). */
export type TextRole = "needed" | "optional" | "help";

export interface TextPlace {
  readonly at: readonly (string | number)[];
  readonly role: TextRole;
}

export type ChangeText = (text: LocalText, place: TextPlace) => LocalText;

/** @param change called once for every text, in the order of the questionnaire
 *  @returns the questionnaire with what `change` returned */
export function mapTexts(questionnaire: Questionnaire, change: ChangeText): Questionnaire {
  const needed = (text: LocalText, ...at: readonly (string | number)[]) => change(text, { at, role: "needed" });
  const { title, welcome, scales, pages, thanks, endings, scoring } = questionnaire;
  return {
    ...questionnaire,
    title: needed(title, "title"),
    welcome: {
      organisation: needed(welcome.organisation, "welcome", "organisation"),
      purpose: needed(welcome.purpose, "welcome", "purpose"),
      privacy: needed(welcome.privacy, "welcome", "privacy"),
    },
    scales: Object.fromEntries(
      Object.entries(scales).map(([name, scale]) => [name, mapScale(scale, ["scales", name], change)]),
    ),
    pages: pages.map((page, p) => mapPage(page, ["pages", p], change)),
    thanks: { title: needed(thanks.title, "thanks", "title"), text: needed(thanks.text, "thanks", "text") },
    ...(endings === undefined
      ? {}
      : {
          endings: endings.map((ending, e) => ({
            ...ending,
            title: needed(ending.title, "endings", e, "title"),
            text: needed(ending.text, "endings", e, "text"),
          })),
        }),
    scoring: {
      ...scoring,
      ...(scoring.indicators === undefined
        ? {}
        : { indicators: mapIndicators(scoring.indicators, ["scoring", "indicators"], change) }),
    },
  };
}

type At = readonly (string | number)[];

function mapScale(scale: AnswerScale, at: At, change: ChangeText): AnswerScale {
  const labels = Object.entries(scale.labels).map(([value, text]) => [
    value,
    change(text, { at: [...at, "labels", value], role: "needed" }),
  ]);
  return { ...scale, labels: Object.fromEntries(labels) };
}

function mapPage(page: Page, at: At, change: ChangeText): Page {
  const { title } = page;
  return {
    ...page,
    ...(title === undefined ? {} : { title: change(title, { at: [...at, "title"], role: "optional" }) }),
    questions: page.questions.map((question, q) => mapQuestion(question, [...at, "questions", q], change)),
  };
}

function mapQuestion(question: Question, at: At, change: ChangeText): Question {
  const { text, help } = question;
  const label = "label" in question ? question.label : undefined;
  const words = {
    text: change(text, { at: [...at, "text"], role: "needed" }),
    ...(label === undefined ? {} : { label: change(label, { at: [...at, "label"], role: "optional" }) }),
    ...(help === undefined ? {} : { help: change(help, { at: [...at, "help"], role: "help" }) }),
  };
  const own = (part: LocalText, role: "needed" | "optional", path: At) => change(part, { at: [...at, ...path], role });
  return { ...authoringOf(question).mapTexts(question, own), ...words };
}

function mapIndicators(nodes: readonly QuestionnaireIndicator[], at: At, change: ChangeText): QuestionnaireIndicator[] {
  return nodes.map((node, i) => ({
    ...node,
    label: change(node.label, { at: [...at, i, "label"], role: "needed" }),
    ...(node.children === undefined ? {} : { children: mapIndicators(node.children, [...at, i, "children"], change) }),
  }));
}
