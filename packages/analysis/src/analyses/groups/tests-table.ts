import type { AnalysisCell, AnalysisTable } from "../../results/analyses.ts";
import { detailRow, estimate, label, nameColumn, none, number, numberColumn, row, type Term } from "../result/cells.ts";
import type { Correction } from "../result/corrections.ts";
import { terms } from "../words/terms.ts";
import type { ComparedOutcome } from "./compared-outcome.ts";
import type { Comparator, Comparison, TestOfAll } from "./comparison.ts";
import { groupTerms as own, groupsWords as words } from "./words.ts";

export interface TestedOutcome {
  readonly outcome: ComparedOutcome;
  readonly comparison: Comparison;
  /** Of the first test, corrected over the outcomes; null where there is none. */
  readonly adjusted: number | null;
}

/** The tests of all groups, one outcome after the other; columns that say nothing are left out. */
export function testsTable(
  tested: readonly TestedOutcome[],
  { testNotes }: Comparator,
  correction: Correction,
): AnalysisTable {
  const tests = tested.flatMap(({ comparison }) => comparison.tests);
  const columns = columnsOf(tests);
  const sizes = [...new Set(tested.map(({ outcome }) => Math.min(3, outcome.groups.length)))];
  return {
    caption: words.tests,
    n: null,
    columns: [nameColumn(terms.test), ...columns.map(({ term }) => numberColumn(term))],
    rows: tested.flatMap(({ outcome, comparison, adjusted }) =>
      comparison.tests.map((test, place) => {
        const ofOutcome = { n: outcome.n, adjusted: place === 0 ? adjusted : null };
        const cells = columns.map(({ cell }) => cell(test, ofOutcome));
        return place === 0
          ? row(label(words.testOf(outcome.label, test.name)), ...cells)
          : detailRow(label(test.name), ...cells);
      }),
    ),
    notes: [
      ...(tested.length > 1 ? [words.correctedOverOutcomes(correction.label)] : []),
      ...new Set(sizes.flatMap(testNotes)),
    ],
  };
}

interface TestColumn {
  readonly term: Term;
  readonly cell: (test: TestOfAll, of: { readonly n: number; readonly adjusted: number | null }) => AnalysisCell;
}

function columnsOf(tests: readonly TestOfAll[]): readonly TestColumn[] {
  const where = (isThere: boolean, ...columns: readonly TestColumn[]) => (isThere ? columns : []);
  return [
    { term: terms.n, cell: (_, { n }) => number(n, "count") },
    { term: terms.statistic, cell: ({ statistic }) => number(statistic, "statistic") },
    ...where(
      tests.some(({ numerator }) => numerator !== null),
      { term: own.numerator, cell: ({ numerator }) => degrees(numerator) },
    ),
    ...where(
      tests.some(({ denominator }) => denominator !== null),
      { term: own.denominator, cell: ({ denominator }) => degrees(denominator) },
    ),
    { term: terms.pValue, cell: ({ pValue }) => number(pValue, "p-value") },
    {
      term: terms.adjustedPValue,
      cell: (_, { adjusted }) => (adjusted === null ? none() : number(adjusted, "p-value")),
    },
    ...where(
      tests.some(({ effect }) => effect !== null),
      {
        term: terms.effectSize,
        cell: ({ effect }) => (effect === null ? none() : estimate(effect.value, effect.interval, "coefficient")),
      },
    ),
  ];
}

function degrees(value: number | null): AnalysisCell {
  return value === null ? none() : number(value, "degrees");
}
