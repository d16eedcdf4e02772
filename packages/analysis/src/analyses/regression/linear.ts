/** Least squares: with HC3 errors, or those of the design. */
import { designLinearRegression } from "@manyi/statistics/design-variance/design-regression";
import { linearModel } from "@manyi/statistics/regression/linear-model";
import { predictorsOf } from "@manyi/statistics/regression/terms";
import type { AnalysisOutcome } from "../../results/analyses.ts";
import { caution, chartPart, computed, tablePart } from "../result/outcomes.ts";
import { coefficientChart, linearTable } from "./coefficient-tables.ts";
import { fitRow, fitTable } from "./fit-table.ts";
import { modelCautions } from "./model-cautions.ts";
import type { ModelProblem } from "./model-problem.ts";
import { noModel } from "./no-model.ts";
import { fitRows, regressionWords as words } from "./words.ts";

export function linearRegressionOutcome(problem: ModelProblem): AnalysisOutcome {
  return problem.design === null ? classical(problem) : designBased(problem);
}

function classical(problem: ModelProblem): AnalysisOutcome {
  const { outcome, terms, confidence } = problem;
  const fit = linearModel(outcome, terms, null, confidence);
  if (fit.kind !== "estimated") return noModel(problem, fit);
  const [intercept, ...coefficients] = fit.robust.kind === "estimated" ? fit.robust.coefficients : fit.coefficients;
  const model = { problem, n: fit.n, constants: [{ label: words.intercept, coefficient: intercept }], coefficients };
  const chart = coefficientChart(model, "coefficients");
  return computed(
    chart === null ? null : chartPart(chart),
    tablePart(linearTable(model)),
    tablePart(
      fitTable(problem, fit.n, [
        fitRow(fitRows.rSquared, fit.rSquared, "coefficient"),
        fitRow(fitRows.adjustedRSquared, fit.adjustedRSquared, "coefficient"),
        fitRow(fitRows.residualError, fit.residualStandardError, "coefficient"),
        fitRow(fitRows.fTest, fit.fTest.pValue, "p-value"),
        fitRow(fitRows.aic, fit.aic, "statistic"),
        fitRow(fitRows.bic, fit.bic, "statistic"),
      ]),
    ),
    ...(fit.robust.kind === "estimated" ? [] : [caution(words.fullLeverage)]),
    ...modelCautions(problem),
  );
}

function designBased(problem: ModelProblem): AnalysisOutcome {
  const { outcome, terms, confidence, design, weights } = problem;
  if (design === null) return classical(problem);
  // Weighted least squares has the same coefficients; its R² is the weighted share of variance.
  const shares = linearModel(outcome, terms, weights, confidence);
  if (shares.kind !== "estimated") return noModel(problem, shares);
  const fit = designLinearRegression(design, outcome, predictorsOf(terms), confidence);
  if (fit.kind !== "estimated") return noModel(problem, fit);
  const [intercept, ...coefficients] = fit.coefficients;
  const model = { problem, n: fit.n, constants: [{ label: words.intercept, coefficient: intercept }], coefficients };
  const chart = coefficientChart(model, "coefficients");
  return computed(
    chart === null ? null : chartPart(chart),
    tablePart(linearTable(model)),
    tablePart(
      fitTable(problem, fit.n, [
        ...(weights === null ? [] : [fitRow(fitRows.effectiveN, shares.effectiveN, "weighted-count")]),
        fitRow(fitRows.rSquared, shares.rSquared, "coefficient"),
      ]),
    ),
    ...modelCautions(problem),
  );
}
