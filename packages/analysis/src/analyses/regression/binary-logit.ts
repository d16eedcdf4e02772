/** Logit of a yes or no: by maximum likelihood, or with the errors of the design. */
import { designLogit, type Predictors } from "@manyi/statistics/design-variance/design-regression";
import { areaUnderCurve } from "@manyi/statistics/regression/area-under-curve";
import { binaryLogit } from "@manyi/statistics/regression/binary-logit";
import { predictorsOf } from "@manyi/statistics/regression/terms";
import { fixed } from "../../format/number.ts";
import type { AnalysisOutcome, AnalysisPart } from "../../results/analyses.ts";
import { caution, chartPart, computed, notConverged, tablePart } from "../result/outcomes.ts";
import { coefficientChart, oddsTable } from "./coefficient-tables.ts";
import { fitRow, fitTable } from "./fit-table.ts";
import { modelCautions } from "./model-cautions.ts";
import type { ModelProblem } from "./model-problem.ts";
import { noModel } from "./no-model.ts";
import { fitRows, regressionWords as words } from "./words.ts";

/** Of the rarer outcome, for each coefficient (Peduzzi 1996). */
const leastEvents = 10;

export function binaryLogitOutcome(problem: ModelProblem): AnalysisOutcome {
  return problem.design === null ? classical(problem) : designBased(problem);
}

function classical(problem: ModelProblem): AnalysisOutcome {
  const { outcome, terms, confidence } = problem;
  const fit = binaryLogit(outcome, terms, null, confidence);
  if (fit.kind !== "estimated") return noModel(problem, fit);
  if (!fit.converged) return notConverged(fit.iterations);
  const [intercept, ...coefficients] = fit.coefficients;
  const model = { problem, n: fit.n, constants: [{ label: words.intercept, coefficient: intercept }], coefficients };
  const chart = coefficientChart(model, "odds-ratios");
  return computed(
    chart === null ? null : chartPart(chart),
    tablePart(oddsTable(model)),
    tablePart(
      fitTable(problem, fit.n, [
        fitRow(fitRows.events, fit.events, "count"),
        fitRow(fitRows.areaUnderCurve, fit.areaUnderCurve, "coefficient"),
        fitRow(fitRows.brier, fit.brierScore, "coefficient"),
        fitRow(fitRows.mcFadden, fit.pseudoRSquared.mcFadden, "coefficient"),
        fitRow(fitRows.coxSnell, fit.pseudoRSquared.coxSnell, "coefficient"),
        fitRow(fitRows.nagelkerke, fit.pseudoRSquared.nagelkerke, "coefficient"),
        fitRow(fitRows.likelihoodRatio, fit.modelTest.pValue, "p-value"),
        fitRow(fitRows.aic, fit.aic, "statistic"),
      ]),
    ),
    ...cautions(problem, fit.n, fit.events, coefficients.length),
  );
}

function designBased(problem: ModelProblem): AnalysisOutcome {
  const { outcome, terms, confidence, design } = problem;
  if (design === null) return classical(problem);
  const predictors = predictorsOf(terms);
  const fit = designLogit(design, outcome, predictors, confidence);
  if (fit.kind !== "estimated") return noModel(problem, fit);
  if (!fit.converged) return notConverged(fit.iterations);
  const [intercept, ...coefficients] = fit.coefficients;
  const model = { problem, n: fit.n, constants: [{ label: words.intercept, coefficient: intercept }], coefficients };
  const chart = coefficientChart(model, "odds-ratios");
  const slopes = fit.coefficients.map(({ value }) => value);
  const found = fittedChances(outcome, predictors, design.weights, slopes);
  return computed(
    chart === null ? null : chartPart(chart),
    tablePart(oddsTable(model)),
    tablePart(
      fitTable(problem, fit.n, [
        fitRow(fitRows.events, found.events, "count"),
        fitRow(fitRows.areaUnderCurve, found.areaUnderCurve, "coefficient"),
        fitRow(fitRows.brier, found.brierScore, "coefficient"),
      ]),
    ),
    ...cautions(problem, fit.n, found.events, coefficients.length),
  );
}

/** How the fitted chances tell yes from no, each respondent counted with the weight. */
function fittedChances(
  outcome: Float64Array,
  { columns }: Predictors,
  weights: Float64Array,
  [intercept, ...slopes]: readonly number[],
) {
  const rows = [...outcome.keys()].filter(
    (row) => weights[row] > 0 && !Number.isNaN(outcome[row]) && columns.every((column) => !Number.isNaN(column[row])),
  );
  const observed = Float64Array.from(rows, (row) => outcome[row]);
  const counts = Float64Array.from(rows, (row) => weights[row]);
  const chances = Float64Array.from(rows, (row) => {
    const odds = columns.reduce((sum, column, j) => sum + slopes[j] * column[row], intercept);
    return 1 / (1 + Math.exp(-odds));
  });
  const weight = counts.reduce((sum, count) => sum + count, 0);
  return {
    events: observed.reduce((sum, one) => sum + one, 0),
    areaUnderCurve: areaUnderCurve(chances, observed, counts),
    brierScore: chances.reduce((sum, chance, k) => sum + counts[k] * (observed[k] - chance) ** 2, 0) / weight,
  };
}

function cautions(problem: ModelProblem, n: number, events: number, coefficients: number): readonly AnalysisPart[] {
  const perCoefficient = Math.min(events, n - events) / coefficients;
  return [
    caution(words.inSample),
    ...(perCoefficient < leastEvents ? [caution(words.fewEvents(fixed(perCoefficient, 1)))] : []),
    ...modelCautions(problem),
  ];
}
