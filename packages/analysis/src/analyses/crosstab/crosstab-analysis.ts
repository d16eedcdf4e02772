/** Do groups answer differently? One table a question, tested as a whole and cell by cell. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { count, fixed } from "../../format/number.ts";
import type { AnalysisPart, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { isOrdered } from "../reading/is-ordered.ts";
import { type AnalysedGroups, readGroups } from "../reading/read-groups.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { adjustedTogether, type Correction, correctionNamed } from "../result/corrections.ts";
import { cannot, caution, chartPart, computed, reading, tablePart } from "../result/outcomes.ts";
import { clusterCaution } from "../words/design-words.ts";
import { pText } from "../words/p-text.ts";
import { terms } from "../words/terms.ts";
import { type CrossedQuestion, crossedQuestion, type NotCrossed } from "./crossed-question.ts";
import { residualTable } from "./residual-table.ts";
import { shareTable } from "./share-table.ts";
import { type TableTest, tableTest } from "./table-test.ts";
import { associationTable, testsTable } from "./test-tables.ts";
import { topShareChart } from "./top-share-chart.ts";
import { crosstabTerms as own, crosstabRows as rowNames, crosstabWords as words } from "./words.ts";

interface TestedQuestion {
  readonly question: CrossedQuestion;
  readonly test: TableTest | null;
  /** Corrected over the questions. */
  readonly adjusted: number | null;
}

export function crosstabAnalysis(context: AnalysisContext, analysis: AnalysisOf<"crosstab">): FamilyAnswer {
  const { plan, weight } = context;
  const groups = readGroups(context, analysis.by);
  const correction = correctionNamed(analysis.correction);
  const alpha = fixed(1 - plan.confidence, 2);
  const title = words.title(groups.label);
  const method = (weight === null ? words.method : words.weightedMethod)(correction.label, alpha);
  const crossed = analysis.rows.map((column) => crossedQuestion(context, groups, column));
  const shown = crossed.filter((one) => one.kind === "crossed");
  if (shown.length === 0) return { title, method, outcome: nothingShown(crossed) };
  const tested = testedTogether(context, shown, correction);
  const parts = tested.flatMap((one) => questionParts(context, groups, one, correction));
  const summary = analysis.rows.length > 1 ? tablePart(summaryTable(tested, correction)) : null;
  const left = crossed.filter((one) => one.kind === "not-crossed").map(({ text }) => caution(text));
  return { title, method, outcome: computed(summary, ...parts, ...left, clusterCaution(context)) };
}

function nothingShown(crossed: readonly (CrossedQuestion | NotCrossed)[]) {
  const [first] = crossed.filter((one) => one.kind === "not-crossed");
  return cannot(first.reason, first.text);
}

function testedTogether(
  { plan }: AnalysisContext,
  questions: readonly CrossedQuestion[],
  correction: Correction,
): readonly TestedQuestion[] {
  const tests = questions.map(({ table }) => tableTest(table, plan.dataset.rows, plan.confidence));
  const adjusted = adjustedTogether(
    tests.map((test) => test?.pValue ?? null),
    correction,
  );
  return questions.map((question, i) => ({ question, test: tests[i], adjusted: adjusted[i] }));
}

function summaryTable(tested: readonly TestedQuestion[], correction: Correction): AnalysisTable {
  return {
    caption: words.summary,
    n: null,
    columns: [
      nameColumn(own.question),
      ...[terms.n, own.statistic, own.numerator, own.denominator, terms.pValue, terms.adjustedPValue, own.cramersV].map(
        numberColumn,
      ),
    ],
    rows: tested.map(({ question, test, adjusted }) =>
      test === null || hasHiddenCells(question)
        ? row(
            label(question.label),
            number(question.n, "count"),
            ...Array(6).fill(none(test === null ? "no-variation" : "protects-others")),
          )
        : row(
            label(question.label),
            number(question.n, "count"),
            number(test.statistic, "statistic"),
            number(test.numerator, "degrees"),
            test.denominator === null ? none() : number(test.denominator, "degrees"),
            number(test.pValue, "p-value"),
            number(adjusted, "p-value"),
            number(test.cramersV, "coefficient"),
          ),
    ),
    notes: [words.summaryNote(correction.label)],
  };
}

function questionParts(
  context: AnalysisContext,
  groups: AnalysedGroups,
  { question, test, adjusted }: TestedQuestion,
  correction: Correction,
): readonly AnalysisPart[] {
  const { confidence } = context.plan;
  const by = groups.label;
  const shown = shareTable(question, by, 1 - confidence, correction.adjust);
  const shares = tablePart(shown);
  const chart = topShareChart(context, question, by);
  const charted = chart === null ? [] : [chartPart(chart)];
  if (test === null) return [shares, ...charted, caution(words.notTestable(question.label))];
  const residuals = residualTable(question, by);
  const residualParts = residuals === null ? [] : [tablePart(residuals)];
  if (hasHiddenCells(question)) return [shares, ...charted, ...residualParts, caution(words.untested(question.label))];
  const ordered = isOrdered(context, question.column) && isOrdered(context, groups.column);
  const p = pText(adjusted ?? test.pValue);
  const isClear = (adjusted ?? 1) < 1 - confidence;
  const verdict = isClear ? words.differ : words.noEvidence;
  const hasLetters = shown.rows.some(
    ({ cells: [first] }) => first.kind === "label" && first.label === rowNames.letters,
  );
  return [
    reading(verdict(question.label, by, `${p}, V = ${fixed(test.cramersV, 2)}, n = ${count(question.n)}`)),
    shares,
    ...(hasLetters && !isClear ? [caution(words.lettersAlone)] : []),
    ...charted,
    tablePart(testsTable(question, by, test)),
    tablePart(associationTable(question, by, test, ordered ? "ordered" : "names")),
    ...residualParts,
    ...fewExpected(question, test),
  ];
}

/** Then no statistic of the whole table is shown: with the totals known, an exact χ² would give the hidden counts away. */
function hasHiddenCells({ protection }: CrossedQuestion): boolean {
  return protection?.some((because) => because !== null) ?? false;
}

/** Cochran's rule: χ² is trusted where no expected count is below 1 and at most a fifth below 5. */
function fewExpected({ label: name }: CrossedQuestion, { chiSquare }: TableTest): readonly AnalysisPart[] {
  const { smallestExpected, shareExpectedBelow5 } = chiSquare;
  if (smallestExpected >= 1 && shareExpectedBelow5 <= 0.2) return [];
  return [caution(words.fewExpected(name, `${fixed(100 * shareExpectedBelow5, 0)}%`, fixed(smallestExpected, 1)))];
}
