/** How the answers are spread: questions of one scale share a table, of a long scale with its answers in the rows. */
import type { RatedItem } from "../../plan/rated-item.ts";
import type { AnalysisCell, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { baseCell, isHidden } from "../result/estimate-cell.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import type { ConvertedQuestion } from "./conversions-table.ts";
import { scaleTerms as own, scaleWords as words } from "./words.ts";

/** Answers that stand side by side on a page. */
const mostColumns = 6;

export function distributionTables(
  context: AnalysisContext,
  questions: readonly ConvertedQuestion[],
): readonly AnalysisTable[] {
  const byScale = Map.groupBy(questions, ({ item }) =>
    item.answers.map(({ code, label: text }) => `${code}=${text.zh ?? ""}${text.en ?? ""}`).join(),
  );
  return [...byScale.values()].flatMap((group) =>
    group[0].item.answers.length <= mostColumns
      ? [questionsDown(context, group)]
      : chunks(group, mostColumns).map((chunk) => answersDown(context, chunk)),
  );
}

function questionsDown(context: AnalysisContext, questions: readonly ConvertedQuestion[]): AnalysisTable {
  const { minimumGroup } = context.plan;
  const [{ item }] = questions;
  return {
    caption: caption(item),
    n: null,
    columns: [
      nameColumn(terms.item),
      numberColumn(terms.n),
      ...item.answers.map((answer) => numberColumn({ code: `answer-${answer.code}`, heading: answer.label })),
    ],
    rows: questions.map((question) =>
      row(
        label(question.item.label),
        baseCell(question.n, minimumGroup),
        ...item.answers.map((_, answer) => shareCell(question, answer, minimumGroup)),
      ),
    ),
    notes: [words.shareNote, ...weightNotes(context)],
  };
}

function answersDown(context: AnalysisContext, questions: readonly ConvertedQuestion[]): AnalysisTable {
  const { minimumGroup } = context.plan;
  const [{ item }] = questions;
  return {
    caption: caption(item),
    n: null,
    columns: [
      nameColumn(own.answer),
      ...questions.map((question) => numberColumn({ code: question.item.column, heading: question.item.label })),
    ],
    rows: [
      row(label({ zh: "n", en: "n" }), ...questions.map(({ n }) => baseCell(n, minimumGroup))),
      ...item.answers.map((answer, i) =>
        row(label(answer.label), ...questions.map((question) => shareCell(question, i, minimumGroup))),
      ),
    ],
    notes: [words.shareNote, ...weightNotes(context)],
  };
}

function caption({ answers }: RatedItem) {
  return words.distribution(answers[0].value, answers[answers.length - 1].value);
}

function shareCell({ tally, n }: ConvertedQuestion, answer: number, minimum: number): AnalysisCell {
  if (isHidden(n, minimum)) return none("too-few");
  const total = tally.weight.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? number(tally.weight[answer] / total, "share") : none("too-few-answers");
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
