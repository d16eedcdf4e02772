import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell, AnalysisRow, AnalysisTable, IntervalsChart } from "../../results/analyses.ts";
import { detailRow, estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { adjustedTogether, correctionNamed } from "../result/corrections.ts";
import { listed } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import type { ModelProblem } from "./model-problem.ts";
import { regressionTerms as own, regressionWords as words } from "./words.ts";

/** What the models of all kinds say of a coefficient. */
export interface ShownCoefficient {
  readonly variable: string;
  readonly value: number;
  readonly standardError: number;
  readonly interval: { readonly lower: number; readonly upper: number };
  readonly statistic: number | null;
  readonly pValue: number | null;
}

interface ShownModel {
  readonly problem: ModelProblem;
  readonly n: number;
  /** Intercept or thresholds, with their names. */
  readonly constants: readonly { readonly label: LocalText; readonly coefficient: ShownCoefficient }[];
  readonly coefficients: readonly ShownCoefficient[];
}

/** Of a linear model. */
export function linearTable({ problem, n, constants, coefficients }: ShownModel): AnalysisTable {
  return {
    caption: words.coefficients,
    n,
    columns: [
      nameColumn(own.predictor),
      ...[terms.coefficient, terms.standardError, terms.statistic, terms.pValue, own.varianceInflation].map(
        numberColumn,
      ),
    ],
    rows: [
      ...coefficients.map((one) => row(label(nameOf(problem, one)), ...cellsOf(one), inflation(problem, one))),
      ...constants.map(({ label: name, coefficient }) => detailRow(label(name), ...cellsOf(coefficient), none())),
    ],
    notes: [...correctionNote(coefficients), ...problem.notes],
  };
}

/** Of a logit: odds ratios beside the coefficients. */
export function oddsTable({ problem, n, constants, coefficients }: ShownModel): AnalysisTable {
  return {
    caption: words.oddsRatios,
    n,
    columns: [
      nameColumn(own.predictor),
      ...[
        own.oddsRatio,
        terms.coefficient,
        terms.standardError,
        terms.statistic,
        terms.pValue,
        own.varianceInflation,
      ].map(numberColumn),
    ],
    rows: [
      ...coefficients.map((one): AnalysisRow => {
        const [, ...others] = cellsOf(one);
        const plain = number(one.value, "coefficient");
        return row(label(nameOf(problem, one)), oddsCell(one), plain, ...others, inflation(problem, one));
      }),
      ...constants.map(({ label: name, coefficient }) => {
        const [, ...others] = cellsOf(coefficient);
        return detailRow(label(name), none(), number(coefficient.value, "coefficient"), ...others, none());
      }),
    ],
    notes: [...correctionNote(coefficients), ...problem.notes],
  };
}

/** Coefficients, or odds ratios, with their intervals against what says nothing. Null where an interval is too wide to draw. */
export function coefficientChart(
  { problem, n, coefficients }: ShownModel,
  scale: "coefficients" | "odds-ratios",
): IntervalsChart | null {
  const isOdds = scale === "odds-ratios";
  const shown = isOdds ? coefficients.map(oddsOf) : coefficients;
  if (coefficients.length < 2 || shown.some(({ interval }) => !(Math.abs(interval.upper) <= widest))) return null;
  const neutral = isOdds ? 1 : 0;
  const adjusted = adjustedTogether(
    coefficients.map(({ pValue }) => pValue),
    correctionNamed(),
  );
  const clear = coefficients.filter((_, i) => (adjusted[i] ?? 1) < 1 - problem.confidence);
  const names = listed(clear.map((one) => nameOf(problem, one)));
  const { outcomeLabel } = problem;
  return {
    kind: "intervals",
    title: clear.length === 0 ? words.chartNone(outcomeLabel) : words.chart(outcomeLabel, names),
    measure: (isOdds ? own.oddsRatio : terms.coefficient).heading,
    format: "points",
    rows: shown.slice(0, mostDrawn).map((one) => ({
      label: nameOf(problem, one),
      n,
      point: { value: one.value, lower: one.interval.lower, upper: one.interval.upper },
    })),
    reference: { value: neutral, label: words.noEffect },
  };
}

/** One coefficient alone is corrected for nothing. */
function correctionNote(coefficients: readonly ShownCoefficient[]): readonly LocalText[] {
  return coefficients.length < 2 ? [] : [words.pNote(coefficients.length)];
}

const widest = 100;
const mostDrawn = 30;

function nameOf({ labels }: ModelProblem, { variable }: ShownCoefficient): LocalText {
  return labels.get(variable) ?? { zh: variable, en: variable };
}

function cellsOf(one: ShownCoefficient): readonly AnalysisCell[] {
  return [
    estimate(one.value, one.interval, "coefficient"),
    number(one.standardError, "coefficient"),
    number(one.statistic, "statistic"),
    number(one.pValue, "p-value"),
  ];
}

function inflation({ varianceInflation }: ModelProblem, { variable }: ShownCoefficient): AnalysisCell {
  const found = varianceInflation.get(variable);
  return found === undefined ? none() : number(found, "statistic");
}

function oddsOf(one: ShownCoefficient): ShownCoefficient {
  const { lower, upper } = one.interval;
  return { ...one, value: Math.exp(one.value), interval: { lower: Math.exp(lower), upper: Math.exp(upper) } };
}

function oddsCell(one: ShownCoefficient): AnalysisCell {
  const { value, interval } = oddsOf(one);
  return estimate(value, interval, "points");
}
