import { biasCorrectedCramersV } from "@manyi/statistics/crosstab/cramers-v";
import { ordinalAssociation } from "@manyi/statistics/crosstab/ordinal-association";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisRow, AnalysisTable } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import type { CrossedQuestion } from "./crossed-question.ts";
import type { TableTest } from "./table-test.ts";
import { crosstabTerms as own, crosstabRows as rowNames, crosstabWords as words } from "./words.ts";

/** Tests of one table. */
export function testsTable(question: CrossedQuestion, by: LocalText, test: TableTest): AnalysisTable {
  const { fisher } = test;
  return {
    caption: words.testsOf(question.label, by),
    n: question.n,
    columns: [
      nameColumn(terms.test),
      numberColumn(own.statistic),
      numberColumn(own.numerator),
      ...(test.raoScott === null ? [] : [numberColumn(own.denominator)]),
      numberColumn(terms.pValue),
    ],
    rows: [
      ...(test.raoScott === null ? plainRows(test) : weightedRows(test.raoScott)),
      ...(fisher === null ? [] : [row(label(rowNames.fisher), none(), none(), number(fisher.pValue, "p-value"))]),
    ],
    notes: [],
  };
}

function plainRows({ chiSquare }: TableTest): readonly AnalysisRow[] {
  const degrees = number(chiSquare.degreesOfFreedom, "degrees");
  return [
    row(
      label(rowNames.pearson),
      number(chiSquare.statistic, "statistic"),
      degrees,
      number(chiSquare.pValue, "p-value"),
    ),
    row(
      label(rowNames.likelihoodRatio),
      number(chiSquare.likelihoodRatio, "statistic"),
      degrees,
      number(chiSquare.likelihoodRatioPValue, "p-value"),
    ),
  ];
}

function weightedRows({ f, chiSquare }: NonNullable<TableTest["raoScott"]>): readonly AnalysisRow[] {
  return [
    row(
      label(rowNames.raoScott),
      number(f.statistic, "statistic"),
      number(f.numerator, "degrees"),
      number(f.denominator, "degrees"),
      number(f.pValue, "p-value"),
    ),
    row(
      label(rowNames.raoScottChiSquare),
      number(chiSquare.statistic, "statistic"),
      number(chiSquare.degreesOfFreedom, "degrees"),
      none(),
      number(chiSquare.pValue, "p-value"),
    ),
  ];
}

/** How strong the association is. @param isOrdered whether answers and groups both have an order */
export function associationTable(
  question: CrossedQuestion,
  by: LocalText,
  test: TableTest,
  scales: "ordered" | "names",
): AnalysisTable {
  const { fisher } = test;
  const ordinal = scales === "ordered" ? ordinalAssociation(question.table) : null;
  const line = (name: LocalText, value: number | null) => row(label(name), number(value, "coefficient"));
  return {
    caption: words.associationOf(question.label, by),
    n: question.n,
    columns: [nameColumn(terms.measure), numberColumn(terms.value)],
    rows: [
      line(rowNames.cramersV, test.cramersV),
      // The correction is one of χ² on people.
      ...(test.raoScott === null ? [line(rowNames.correctedV, biasCorrectedCramersV(test.chiSquare))] : []),
      ...(fisher?.oddsRatio.kind === "estimated"
        ? [row(label(rowNames.oddsRatio), estimate(fisher.oddsRatio.value, fisher.oddsRatio.interval, "coefficient"))]
        : []),
      ...(ordinal?.kind === "estimated"
        ? [
            line(rowNames.gamma, ordinal.gamma),
            line(rowNames.tauB, ordinal.tauB),
            line(rowNames.somers(question.label), ordinal.somersRowDependent),
          ]
        : []),
    ],
    notes: ordinal?.kind === "estimated" ? [words.ordinalNote] : [],
  };
}
