/** Which items go with the outcome most? As the report's own section on drivers, for any outcome and items. */
import type { NoDrivers } from "@manyi/statistics/drivers/driver-problem";
import { completeRows, momentsOf } from "@manyi/statistics/moments/moments";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import { type DriverParts, driverParts } from "../../explain/driver-parts.ts";
import { fixed } from "../../format/number.ts";
import type { AnalysisPart, ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { labelOf, risingValues } from "../reading/read-columns.ts";
import { tooSmallBase } from "../result/base.ts";
import { caution, chartPart, computed, reading, tablePart, tooFewAnswers } from "../result/outcomes.ts";
import { singularColumns } from "../result/singular-columns.ts";
import { listed } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { driversTable, measuresTable, sharesChart } from "./driver-tables.ts";
import { driverWords as words } from "./words.ts";

/** Above this a coefficient is unsteady (Hair 2021). */
const unsteady = 5;
/** Of each item, for a regression to be worth reading. */
const leastCases = 10;

export function driversAnalysis(context: AnalysisContext, analysis: AnalysisOf<"drivers">): FamilyAnswer {
  const { index, measures, confidence, dataset } = context.plan;
  const outcome = analysis.outcome ?? measures.overall?.column ?? "";
  const asked = analysis.items?.map((name) => ({ name, label: labelOf(context, name) }));
  const items = asked ?? index.map(({ item }) => ({ name: item.column, label: item.label }));
  const title = words.title(labelOf(context, outcome));
  const method = words.method(labelOf(context, outcome), context.weight === null ? "plain" : "weighted");
  const variables = [...items.map(({ name }) => name), outcome];
  const read = risingValues(context, variables);
  const rows = completeRows(read.variables, read.weights, read.rows);
  const impossible = tooSmallBase(context, rows.length, variables.length + 1);
  if (impossible !== null) return { title, method, outcome: impossible };
  const picked = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  const columns = read.variables.map(picked);
  const caseWeights = read.weights === null ? null : picked(read.weights);
  const parts = driverParts({
    sample: { variables, columns, caseWeights, target: items.length },
    moments: momentsOf({ variables, columns }, caseWeights),
    designN: dataset.rows,
    confidence,
  });
  const labels = items.map(({ label }) => label);
  if (parts.kind !== "estimated") return { title, method, outcome: noDrivers(context, parts) };
  const chart = sharesChart(parts, labels);
  return {
    title,
    method,
    outcome: computed(
      reading(words.fit(fixed(parts.fit.rSquared, 3), fixed(parts.fit.adjustedRSquared, 3), parts.fit.n)),
      chart === null ? null : chartPart(chart),
      tablePart(driversTable(parts, labels)),
      tablePart(measuresTable(parts, labels)),
      caution(words.notCause),
      ...warnings(parts, labels),
      clusterCaution(context),
    ),
  };
}

function noDrivers(context: AnalysisContext, problem: NoDrivers): ImpossibleAnalysis {
  if (problem.kind === "too-few-answers") return tooFewAnswers(problem.n, problem.required);
  return singularColumns(problem.variables.map((name) => labelOf(context, name)));
}

function warnings({ fit, lmg, correlations }: DriverParts, labels: readonly LocalText[]): readonly AnalysisPart[] {
  const where = (is: (i: number) => boolean) => labels.filter((_, i) => is(i));
  const negative = where((i) => fit.coefficients[i].value < 0 && correlations[i] > 0);
  const collinear = where((i) => fit.coefficients[i].varianceInflation > unsteady);
  return [
    ...(negative.length > 0 ? [caution(words.negative(listed(negative)))] : []),
    ...(collinear.length > 0 ? [caution(words.collinear(listed(collinear)))] : []),
    ...(fit.n / labels.length < leastCases ? [caution(words.fewCases(fixed(fit.n / labels.length, 1)))] : []),
    ...(lmg.exact ? [] : [caution(words.sampled)]),
  ];
}
