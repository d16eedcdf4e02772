import {
  correlationValues,
  listwiseCorrelations,
  pairwiseCorrelations,
} from "../../src/correlation/correlation-table.ts";
import { pearsonCorrelation } from "../../src/correlation/pearson.ts";
import { emMoments } from "../../src/missing/em-moments.ts";
import { littleTest } from "../../src/missing/little-test.ts";
import { missingAnswers } from "../../src/missing/missing-patterns.ts";
import { missingnessByMean } from "../../src/missing/missingness-by-mean.ts";
import { scaleScores } from "../../src/missing/scale-scores.ts";
import type { NamedColumns } from "../../src/moments/moments.ts";
import { meanEstimate } from "../../src/scores/mean.ts";
import { standardDeviation } from "../../src/scores/standard-deviation.ts";
import { sumsOfColumn } from "../../src/tally/sums.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import type { DataTable } from "../data-table.ts";
import type { Family } from "../family.ts";
import { keyByKey } from "../key-by-key.ts";
import { confidenceOf } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { isTable, isTree, type ReferenceTree, type ReferenceValue, tableOf } from "../reference-value.ts";
import { surveyOrTable } from "../survey-or-table.ts";

/** The items are those whose missing shares a file asks for. */
export const missing: Family = {
  compute: (file) => {
    const data = surveyOrTable(file);
    const items = { variables: itemNames(file), columns: itemNames(file).map((name) => data.numbers(name)) };
    return keyByKey(Object.keys(file.values), (key) => valueAt(key, file, data, items));
  },
  // EM estimates come from lavaan, which stops at about 1e-6.
  tolerance: ([key]) =>
    key.startsWith("fiml_") || key.startsWith("little_") ? { relative: 1e-5, absolute: 1e-5 } : null,
};

function valueAt(key: string, file: ReferenceFile, data: DataTable, items: NamedColumns): ReferenceValue {
  const confidence = confidenceOf(file);
  if (key.includes("_WRONG")) return null;
  if (key === "missing_share") {
    const { variables } = variant(missingAnswers(items), "described");
    return Object.fromEntries(variables.map(({ variable, share }) => [variable, share]));
  }
  if (key === "missing_count_pattern") {
    const { rowsByMissing } = variant(missingAnswers(items), "described");
    return Object.fromEntries(Array.from(rowsByMissing, (rows, lacking) => [String(lacking), rows]));
  }
  if (key === "n_listwise") return variant(missingAnswers(items), "described").completeRows;
  if (key.startsWith("scale_mean_rule_")) return scaleMean(key, items, confidence);
  if (key === "pairwise_cor") return correlations(pairwiseCorrelations(items, null, confidence, pearsonCorrelation));
  if (key === "listwise_cor") return correlations(listwiseCorrelations(items, null, confidence, pearsonCorrelation));
  if (key.startsWith("fiml_")) return fiml(key, items, confidence);
  if (key === "little_mcar") return little(items);
  if (key === "correct_mean_of_all_valid") return meanOfAll(items, confidence);
  if (key.startsWith("mcar_check_")) return mcarCheck(key, data, confidence);
  throw new Error(`what is ${key}?`);
}

/** `scale_mean_rule_6_of_8` */
function scaleMean(key: string, items: NamedColumns, confidence: number): ReferenceTree {
  const least = Number(/_(\d+)_of_\d+$/.exec(key)?.[1]);
  const { scores, scored } = scaleScores(items.columns, least);
  const sums = sumsOfColumn(scores, null, scores.length);
  const { value } = estimated(meanEstimate(sums, confidence));
  return { n: scored, mean: value, sd: estimated(standardDeviation(sums)).value };
}

function fiml(key: string, items: NamedColumns, confidence: number): ReferenceValue {
  const found = estimated(emMoments(items, null, confidence));
  const { variables, means, covariance, logLikelihood, likelihoodErrors } = found;
  const byVariable = (value: (place: number) => number) =>
    Object.fromEntries(variables.map((variable, place) => [variable, value(place)]));
  if (key === "fiml_means") return byVariable((place) => estimated(means[place]).value);
  if (key === "fiml_mean_se") return byVariable((place) => likelihoodErrors[place]);
  if (key === "fiml_loglik") return logLikelihood;
  return tableOf(variables, variables, (_row, _column, i, j) => covariance.values[i * variables.length + j]);
}

function little(items: NamedColumns): ReferenceTree {
  const { chiSquare, degreesOfFreedom, pValue, patterns } = variant(littleTest(items), "tested");
  return { chi2: chiSquare, df: degreesOfFreedom, p: pValue, patterns };
}

function meanOfAll({ columns }: NamedColumns, confidence: number): number {
  const all = Float64Array.from(columns.flatMap((column) => [...column]));
  return estimated(meanEstimate(sumsOfColumn(all, null, all.length), confidence)).value;
}

/** `mcar_check_sat10_by_nps_missing` */
function mcarCheck(key: string, data: DataTable, confidence: number): ReferenceTree {
  const [, outcome, question] = /^mcar_check_(\w+)_by_(\w+)_missing$/.exec(key) ?? [];
  const found = estimated(missingnessByMean(data.numbers(outcome), data.numbers(question), null, confidence));
  return { t: found.statistic, df: found.degreesOfFreedom, p: found.pValue };
}

function correlations(table: ReturnType<typeof pairwiseCorrelations>): ReferenceValue {
  const found = estimated(correlationValues(table));
  const size = table.variables.length;
  return tableOf(table.variables, table.variables, (_row, _column, i, j) => found.matrix.values[i * size + j]);
}

function itemNames({ values }: ReferenceFile): readonly string[] {
  const { missing_share: shares, pairwise_cor: pairwise } = values;
  if (isTree(shares)) return Object.keys(shares);
  if (isTable(pairwise)) return pairwise.rows;
  throw new Error("the items are named by missing_share");
}
