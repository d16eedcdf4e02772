/** Proportional odds: by maximum likelihood, or with the errors of the design; and whether odds are proportional. */
import { designOrdinalLogit } from "@manyi/statistics/regression/design-ordinal";
import { ordinalLogit } from "@manyi/statistics/regression/ordinal-model";
import { type NominalEffect, proportionalOddsTest } from "@manyi/statistics/regression/proportional-odds";
import { fixed } from "../../format/number.ts";
import type { AnalysisCell, AnalysisOutcome, AnalysisPart } from "../../results/analyses.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { adjustedTogether, correctionNamed } from "../result/corrections.ts";
import { cannot, caution, chartPart, computed, notConverged, tablePart } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import { terms as shared } from "../words/terms.ts";
import { coefficientChart, oddsTable, type ShownCoefficient } from "./coefficient-tables.ts";
import { fitRow, fitTable } from "./fit-table.ts";
import { modelCautions } from "./model-cautions.ts";
import type { ModelProblem } from "./model-problem.ts";
import { noModel } from "./no-model.ts";
import { fitRows, regressionTerms as own, regressionWords as words } from "./words.ts";

/** A scale of more is a number. */
const mostLevels = 30;
/** Each term asks for a fit of its own with as many coefficients as thresholds. */
const mostTested = 20_000;

export function ordinalLogitOutcome(problem: ModelProblem): AnalysisOutcome {
  const { outcome, outcomeLabel, design } = problem;
  const levels = new Set(outcome.filter((value) => !Number.isNaN(value)));
  if (levels.size > mostLevels) return cannot("unsuitable", words.tooManyLevels(outcomeLabel, mostLevels));
  return design === null ? classical(problem) : designBased(problem);
}

function classical(problem: ModelProblem): AnalysisOutcome {
  const { outcome, terms, confidence } = problem;
  const fit = ordinalLogit(outcome, terms, null, confidence);
  if (fit.kind !== "estimated") return noModel(problem, fit);
  if (!fit.converged) return notConverged(fit.iterations);
  const model = {
    problem,
    n: fit.n,
    constants: thresholds(fit.thresholds, fit.levels),
    coefficients: fit.coefficients,
  };
  const chart = coefficientChart(model, "odds-ratios");
  return computed(
    chart === null ? null : chartPart(chart),
    tablePart(oddsTable(model)),
    tablePart(
      fitTable(problem, fit.n, [
        fitRow(fitRows.mcFadden, fit.mcFadden, "coefficient"),
        fitRow(fitRows.likelihoodRatio, fit.modelTest.pValue, "p-value"),
        fitRow(fitRows.aic, fit.aic, "statistic"),
      ]),
    ),
    ...proportionalParts(problem),
    ...modelCautions(problem),
  );
}

function designBased(problem: ModelProblem): AnalysisOutcome {
  const { outcome, terms, confidence, design } = problem;
  if (design === null) return classical(problem);
  const fit = designOrdinalLogit(design, outcome, terms, confidence);
  if (fit.kind !== "estimated") return noModel(problem, fit);
  if (!fit.converged) return notConverged(fit.iterations);
  const model = {
    problem,
    n: fit.n,
    constants: thresholds(fit.thresholds, fit.levels),
    coefficients: fit.coefficients,
  };
  const chart = coefficientChart(model, "odds-ratios");
  return computed(
    chart === null ? null : chartPart(chart),
    tablePart(oddsTable(model)),
    tablePart(fitTable(problem, fit.n, [])),
    ...proportionalParts(problem),
    ...modelCautions(problem),
  );
}

function thresholds(found: readonly ShownCoefficient[], levels: readonly number[]) {
  const name = (level: number) => fixed(level, Number.isInteger(level) ? 0 : 2);
  return found.map((coefficient, j) => ({
    label: words.threshold(name(levels[j]), name(levels[j + 1])),
    coefficient,
  }));
}

function proportionalParts(problem: ModelProblem): readonly AnalysisPart[] {
  const { outcome, terms, labels, n, design } = problem;
  if (n > mostTested) return [caution(words.proportionalLeftOut)];
  const test = proportionalOddsTest(outcome, terms, null);
  if (test.kind !== "tested") return [];
  const pValues = test.terms.map(({ effect }) => (effect.kind === "tested" ? effect.pValue : null));
  const adjusted = adjustedTogether(pValues, correctionNamed());
  const named = test.terms.map(({ term }) => labels.get(term) ?? { zh: term, en: term });
  const departing = named.filter((_, i) => (adjusted[i] ?? 1) < 1 - problem.confidence);
  const table = {
    caption: words.proportionalOdds,
    n: test.n,
    columns: [
      nameColumn(own.predictor),
      ...[shared.statistic, shared.degreesOfFreedom, shared.pValue, shared.adjustedPValue].map(numberColumn),
    ],
    rows: test.terms.map(({ effect }, i) => row(label(named[i]), ...effectCells(effect, adjusted[i]))),
    notes: [words.proportionalNote, ...(design === null ? [] : [words.proportionalUnweighted])],
  };
  return [tablePart(table), ...(departing.length > 0 ? [caution(words.notProportional(listed(departing)))] : [])];
}

function effectCells(effect: NominalEffect, adjusted: number | null): readonly AnalysisCell[] {
  if (effect.kind !== "tested")
    return Array(4).fill(none(effect.kind === "one-threshold" ? "not-applicable" : "not-estimable"));
  return [
    number(effect.statistic, "statistic"),
    number(effect.degreesOfFreedom, "degrees"),
    number(effect.pValue, "p-value"),
    number(adjusted, "p-value"),
  ];
}
