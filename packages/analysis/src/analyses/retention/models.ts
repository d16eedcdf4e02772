/** What goes with leaving: sooner (Cox), or by now (logit). */
import { binaryLogit } from "@manyi/statistics/regression/binary-logit";
import type { ModelCoefficient } from "@manyi/statistics/regression/model-coefficients";
import type { OddsRatio } from "@manyi/statistics/regression/odds-ratio";
import { coxEfron } from "@manyi/statistics/retention/cox-model";
import type { LocalText } from "@manyi/study/definition/local-text";
import { fixed } from "../../format/number.ts";
import type { AnalysisPart, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { tooSmallBase } from "../result/base.ts";
import { estimate, label, nameColumn, number, numberColumn, row } from "../result/cells.ts";
import { caution, reading, tablePart } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { type Predictors, readPredictors } from "./predictors.ts";
import type { ReadDurations } from "./read-durations.ts";
import { retentionTerms as own, retentionWords as words } from "./words.ts";

/** Leavers a coefficient for a model that holds (Peduzzi et al. 1995). */
const leaversPerCoefficient = 10;

export function coxParts(
  context: AnalysisContext,
  durations: ReadDurations,
  columns: readonly string[],
): readonly AnalysisPart[] {
  const predictors = readPredictors(context, columns, durations.times);
  const { terms: asked, leftOut } = predictors;
  if (asked.length === 0) return [caution(words.noModel)];
  const model = coxEfron(durations, asked, durations.weights, context.plan.confidence);
  if (model.kind === "separated") return [caution(words.separated)];
  if (model.kind !== "estimated" || !model.converged) return [caution(words.noModel)];
  const small = tooSmallBase(context, model.n);
  if (small !== null) return [reading(small.text)];
  return [
    tablePart(ratiosTable("cox", model, model.hazardRatios, predictors)),
    reading(words.concordance(fixed(model.concordance, 3))),
    ...fewEvents(model.left, model.coefficients.length),
    ...withoutPredictors(leftOut),
    caution(words.association),
  ];
}

export function logitParts(
  context: AnalysisContext,
  durations: ReadDurations,
  columns: readonly string[],
): readonly AnalysisPart[] {
  const predictors = readPredictors(context, columns, durations.ended);
  const { terms: asked, leftOut } = predictors;
  if (asked.length === 0) return [caution(words.noModel)];
  const model = binaryLogit(durations.ended, asked, null, context.plan.confidence);
  if (model.kind === "separated") return [caution(words.separated)];
  if (model.kind !== "estimated" || !model.converged) return [caution(words.noModel)];
  const small = tooSmallBase(context, model.n);
  if (small !== null) return [reading(small.text)];
  const coefficients = model.coefficients.slice(1);
  return [
    tablePart(ratiosTable("logit", { ...model, coefficients }, model.oddsRatios, predictors)),
    reading(words.logitReading(fixed(model.areaUnderCurve, 3))),
    ...fewEvents(Math.min(model.events, model.n - model.events), coefficients.length),
    ...withoutPredictors(leftOut),
    caution(words.logitCaution),
  ];
}

function withoutPredictors(leftOut: readonly LocalText[]): readonly AnalysisPart[] {
  return leftOut.length > 0 ? [caution(words.leftOutOfModel(listed(leftOut)))] : [];
}

function fewEvents(events: number, parameters: number): readonly AnalysisPart[] {
  return events < leaversPerCoefficient * parameters ? [caution(words.fewEvents(events, parameters))] : [];
}

function ratiosTable(
  kind: "cox" | "logit",
  { coefficients, n }: { readonly coefficients: readonly ModelCoefficient[]; readonly n: number },
  ratios: readonly OddsRatio[],
  { labelOf, references }: Predictors,
): AnalysisTable {
  return {
    caption: words[kind],
    n,
    columns: [
      nameColumn(terms.variable),
      ...[
        kind === "cox" ? own.hazard : own.odds,
        terms.coefficient,
        terms.standardError,
        terms.statistic,
        terms.pValue,
      ].map(numberColumn),
    ],
    rows: coefficients.map(({ variable, term, level, value, standardError, statistic, pValue }) => {
      const ratio = ratios.find((each) => each.variable === variable);
      return row(
        label(labelOf(term, level)),
        ratio === undefined ? number(null, "statistic") : estimate(ratio.value, ratio.interval, "statistic"),
        number(value, "coefficient"),
        number(standardError, "coefficient"),
        number(statistic, "statistic"),
        number(pValue, "p-value"),
      );
    }),
    notes: [words.ratioNote(kind, references)],
  };
}
