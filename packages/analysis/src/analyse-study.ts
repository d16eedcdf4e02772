/** One study in, all its numbers out: a pure function of the definition and the data. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import { caseWeights } from "@manyi/dataset/query/weight";
import { effectiveSampleSize, weightingDesignEffect } from "@manyi/statistics/scores/effective-sample-size";
import { furtherAnalyses } from "./analyses/further-analyses.ts";
import { groupBreakdowns } from "./compare/group-breakdowns.ts";
import { waveResults } from "./compare/wave-results.ts";
import { driverResult } from "./explain/drivers.ts";
import { importancePerformance } from "./explain/matrices.ts";
import { findings } from "./findings/findings.ts";
import { computeIndex, dimensionResults } from "./index/index-results.ts";
import { itemResults } from "./items/item-results.ts";
import { keyFigures } from "./key-figures/key-figures.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { type AnalysisPlan, analysisPlan } from "./plan/analysis-plan.ts";
import type {
  DataSummary,
  StudyResults,
  StudySummary,
  WeightingResults,
  WeightingSummary,
} from "./results/study-results.ts";
import { methodsVersion } from "./version.ts";

export interface AnalysisOptions {
  /** Version of the product, for the record. */
  readonly productVersion: string;
  /** Weight column of the report instead of the study's own choice; "none": unweighted. */
  readonly weight?: string;
}

/** @throws RangeError if the wanted weight is none of the study's */
export function analyseStudy(loaded: LoadedStudy, options: AnalysisOptions): StudyResults {
  const plan = analysisPlan(loaded.definition, loaded.dataset);
  const columns = [null, ...(loaded.definition.weights ?? []).map((weight) => weight.column)];
  const primary = primaryWeighting(columns, options.weight ?? loaded.definition.analysis?.weight);
  const weightings = columns.map((weight) => weightingResults(plan, weight));
  const results = {
    format: "manyi-results",
    formatVersion: 1,
    product: { name: "Manyi", version: options.productVersion, methods: methodsVersion },
    study: studySummary(loaded),
    data: dataSummary(loaded, weightings[0]),
    confidence: plan.confidence,
    minimumGroup: plan.minimumGroup,
    primary,
    weightings,
    analyses: furtherAnalyses(plan, columns[primary]),
  } as const;
  return { ...results, findings: findings(results, plan.satisfiedFrom) };
}

/** Without a choice the first weight counts where there is one: weights were made to be used. */
function primaryWeighting(columns: readonly (string | null)[], wanted: string | undefined): number {
  if (wanted === undefined) return columns.length > 1 ? 1 : 0;
  const found = columns.indexOf(wanted === "none" ? null : wanted);
  if (found === -1) throw new RangeError(`the study has no weight ${wanted}`);
  return found;
}

function weightingResults(plan: AnalysisPlan, weight: string | null): WeightingResults {
  const run = { plan, weight, designN: plan.dataset.rows };
  const index = computeIndex(run);
  const weightOf = (column: string) => index?.result.weights.find((w) => w.item === column)?.weight ?? null;
  return {
    weighting: weightingSummary(plan, weight),
    keyFigures: keyFigures(run, index),
    index: index?.result ?? null,
    dimensions: index === null ? [] : dimensionResults(run, index),
    items: itemResults(run, weightOf),
    matrices: importancePerformance(run),
    drivers: driverResult(run),
    groups: groupBreakdowns(run, index),
    waves: waveResults(run, index),
  };
}

function weightingSummary(plan: AnalysisPlan, weight: string | null): WeightingSummary {
  const { rows } = plan.dataset;
  const values = caseWeights(plan.dataset, weight);
  if (values === null) {
    const label = { zh: zh.unweighted, en: en.unweighted };
    return { column: null, label, respondents: rows, weightedBase: rows, effectiveN: rows, designEffect: 1 };
  }
  let sum = 0;
  let squares = 0;
  let counted = 0;
  for (let row = 0; row < rows; row++) {
    sum += values[row];
    squares += values[row] * values[row];
    if (values[row] > 0) counted++;
  }
  return {
    column: weight,
    label: plan.definition.weights?.find((w) => w.column === weight)?.label ?? { zh: weight ?? "", en: weight ?? "" },
    respondents: counted,
    weightedBase: sum,
    effectiveN: effectiveSampleSize(sum, squares),
    designEffect: weightingDesignEffect(counted, sum, squares) ?? 1,
  };
}

function studySummary({ definition, definitionHash }: LoadedStudy): StudySummary {
  const { id, title, organisation, purpose, population, method, source, period } = definition;
  return {
    id,
    title,
    organisation: organisation ?? null,
    purpose: purpose ?? null,
    population: population ?? null,
    method: method ?? null,
    source: source ?? null,
    period: period ?? null,
    definitionHash,
  };
}

function dataSummary({ data, dataset, definition }: LoadedStudy, unweighted: WeightingResults): DataSummary {
  return {
    ...data,
    respondents: dataset.rows,
    setAside: unweighted.items.reduce((sum, item) => sum + item.noRating.setAside, 0),
    invited: definition.invited ?? null,
  };
}
