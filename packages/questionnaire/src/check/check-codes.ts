import { reservedCells } from "../definition/answer-state.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import type { PlacedItem } from "../item/placed-items.ts";
import { otherCode } from "../question/other-text.ts";
import type { Question } from "../question/question.ts";
import { authoringOf } from "../question/question-authoring.ts";
import { errorAt, type QuestionnaireIssue, type QuestionnairePath } from "./questionnaire-issue.ts";

/** Its address is that of the end screen. */
const reservedPages: ReadonlySet<string> = new Set(["done"]);
/** An option behind which one writes is declared as `other`; the states have cells of their own. */
const reservedOptions: ReadonlySet<string> = new Set([otherCode, ...reservedCells]);

/** Names that stand for one thing only. Upper and lower case are not told apart: spreadsheets and people do not either. */
export function checkCodes(
  { languages, pages, endings = [] }: Questionnaire,
  items: readonly PlacedItem[],
): readonly QuestionnaireIssue[] {
  const questions = pages.flatMap((page, p) =>
    page.questions.map((question, q) => ({ question, at: ["pages", p, "questions", q] as const })),
  );
  return [
    ...twice(languages.map((code, i) => ({ code, at: ["languages", i] }))),
    ...twice(pages.map(({ code }, p) => ({ code, at: ["pages", p, "code"] }))),
    ...reserved(
      pages.map(({ code }, p) => ({ code, at: ["pages", p, "code"] })),
      reservedPages,
    ),
    ...twice(endings.map(({ code }, i) => ({ code, at: ["endings", i, "code"] }))),
    ...twice(questions.map(({ question: { code }, at }) => ({ code, at: [...at, "code"] }))),
    ...questions.flatMap(({ question, at }) => partsOf(question, at)),
    ...itemsTwice(items),
  ];
}

interface Named {
  readonly code: string;
  readonly at: QuestionnairePath;
}

function twice(named: readonly Named[]): readonly QuestionnaireIssue[] {
  const seen = new Set<string>();
  return named.flatMap(({ code, at }) => {
    const plain = code.toLowerCase();
    if (seen.has(plain)) return [errorAt("code-twice", at, { code })];
    seen.add(plain);
    return [];
  });
}

function reserved(named: readonly Named[], codes: ReadonlySet<string>): readonly QuestionnaireIssue[] {
  return named.filter(({ code }) => codes.has(code)).map(({ code, at }) => errorAt("code-reserved", at, { code }));
}

/** Rows, options, whatever has codes of its own. */
function partsOf(question: Question, at: QuestionnairePath): readonly QuestionnaireIssue[] {
  return authoringOf(question)
    .parts(question)
    .flatMap(({ list, codes, isAnswer }) => {
      const named = codes.map((code, i) => ({ code, at: [...at, list, i, "code"] }));
      return [...twice(named), ...(isAnswer ? reserved(named, reservedOptions) : [])];
    });
}

/** Questions with the same code have been reported already; what is left are names that meet by chance: `a_b` and row `b` of `a`. */
function itemsTwice(items: readonly PlacedItem[]): readonly QuestionnaireIssue[] {
  const first = new Map<string, PlacedItem>();
  return items.flatMap((placed) => {
    const { item, at } = placed;
    const before = first.get(item.name.toLowerCase());
    if (before === undefined) {
      first.set(item.name.toLowerCase(), placed);
      return [];
    }
    const isReported = before.item.question.toLowerCase() === item.question.toLowerCase();
    return isReported ? [] : [errorAt("item-twice", [...at, "code"], { item: item.name })];
  });
}
