import {
  type CorrelationOf,
  type CorrelationTable,
  correlationValues,
  listwiseCorrelations,
} from "../../src/correlation/correlation-table.ts";
import { kendallCorrelation } from "../../src/correlation/kendall.ts";
import { partialCorrelations } from "../../src/correlation/partial.ts";
import { pearsonCorrelation } from "../../src/correlation/pearson.ts";
import { polychoricCorrelation } from "../../src/correlation/polychoric.ts";
import { polychoricMaximumLikelihood } from "../../src/correlation/polychoric-ml.ts";
import { polychoricCorrelations, tableOfLevels } from "../../src/correlation/polychoric-table.ts";
import { polyserialCorrelation } from "../../src/correlation/polyserial.ts";
import { spearmanCorrelation } from "../../src/correlation/spearman.ts";
import { completeRows, momentsOf } from "../../src/moments/moments.ts";
import { estimated } from "../../test-support/variants.ts";
import type { DataTable } from "../data-table.ts";
import type { Family } from "../family.ts";
import { keyByKey } from "../key-by-key.ts";
import { confidenceOf } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { isTable, isTree, type ReferenceTree, type ReferenceValue, tableOf } from "../reference-value.ts";
import { surveyOrTable } from "../survey-or-table.ts";
import type { Tolerance } from "../tolerance.ts";

/** The rows that a file computes from: those which answered all of its variables. */
interface CompleteRows {
  readonly columns: (names: readonly string[]) => Float64Array[];
  /** All that the data have. */
  readonly names: readonly string[];
  /** Null where the survey has no weights. */
  readonly weights: Float64Array | null;
  readonly confidence: number;
}

const coefficients: Readonly<Record<string, CorrelationOf>> = {
  pearson: pearsonCorrelation,
  spearman: spearmanCorrelation,
  kendall: kendallCorrelation,
  kendall_tau_b: kendallCorrelation,
};

export const correlation: Family = {
  compute: (file) => {
    const rows = completeRowsOf(file);
    return keyByKey(Object.keys(file.values), (key) => valueAt(key, file.values[key], rows));
  },
  tolerance: toleranceOf,
};

function valueAt(key: string, asked: ReferenceValue, rows: CompleteRows): ReferenceValue {
  if (key.endsWith("_WRONG")) return null;
  if (isTable(asked)) return tableAt(key, asked.rows, rows);
  if (key === "thresholds") return thresholds(asked, rows);
  const [first, second] = pairIn(key, rows.names);
  if (key.startsWith("weighted_test_")) return weightedTests(first, second, rows);
  if (key.startsWith("test_")) return tests(first, second, rows);
  const [x, y] = rows.columns([first, second]);
  if (key.startsWith("weighted_polyserial_")) {
    const { value, standardError } = estimated(polyserialCorrelation(x, y, weightsOf(rows), rows.confidence));
    return { estimate: value, se: standardError };
  }
  if (key.startsWith("polyserial_")) return estimated(polyserialCorrelation(x, y, null, rows.confidence)).value;
  const table = tableOfLevels(x, y, null);
  if (key.endsWith("_ML")) {
    const { value, standardError } = estimated(polychoricMaximumLikelihood(table, rows.confidence));
    return { rho: value, se: standardError };
  }
  const found = estimated(polychoricCorrelation(table, rows.confidence));
  return {
    rho: found.value,
    rho_polycor: found.value,
    se: found.conditionalStandardError,
    se_two_step: found.asymptoticStandardError,
    row_cuts: [...found.rowThresholds],
    col_cuts: [...found.columnThresholds],
  };
}

/** The two columns in a key: `test_osat_nps`, `polychoric_osat_ces_two_step`. */
function pairIn(key: string, names: readonly string[]): readonly [string, string] {
  for (const first of names) {
    const second = names.find((name) => `_${key}_`.includes(`_${first}_${name}_`));
    if (second !== undefined) return [first, second];
  }
  throw new Error(`${key} names no two columns`);
}

function tableAt(key: string, names: readonly string[], rows: CompleteRows): ReferenceValue {
  const weights = key.startsWith("weighted_") ? weightsOf(rows) : null;
  const named = { variables: names, columns: rows.columns(names) };
  if (key === "rho") return tableFrom(polychoricCorrelations(named, null, rows.confidence));
  if (key === "partial_all_others") {
    const found = partialCorrelations(momentsOf(named), rows.confidence);
    if (found.kind !== "table") throw new Error(found.kind);
    return tableFrom(found);
  }
  const coefficient = coefficients[key.replace("weighted_", "")];
  if (coefficient === undefined) throw new Error(`what is ${key}?`);
  return tableFrom(listwiseCorrelations(named, weights, rows.confidence, coefficient));
}

function tableFrom(found: CorrelationTable): ReferenceValue {
  const values = correlationValues(found);
  if (values.kind !== "estimated") throw new Error(`no coefficient: ${values.pairs.join(", ")}`);
  const size = found.variables.length;
  return tableOf(found.variables, found.variables, (_row, _column, i, j) => values.matrix.values[i * size + j]);
}

/** As R's `cor.test` prints them: its statistic of Spearman is Σd² without correction for ties. */
function tests(first: string, second: string, rows: CompleteRows): ReferenceTree {
  const [x, y] = rows.columns([first, second]);
  const pearson = estimated(pearsonCorrelation(x, y, null, rows.confidence));
  const spearman = estimated(spearmanCorrelation(x, y, null, rows.confidence));
  const kendall = estimated(kendallCorrelation(x, y, null, rows.confidence));
  const squares = ((spearman.n ** 3 - spearman.n) / 6) * (1 - spearman.value);
  return {
    pearson: {
      estimate: pearson.value,
      statistic: pearson.statistic,
      p: pearson.pValue,
      ci: [pearson.interval.lower, pearson.interval.upper],
    },
    spearman: { estimate: spearman.value, statistic: squares, p: spearman.pValue, ci: null },
    kendall: { estimate: kendall.value, statistic: kendall.statistic, p: kendall.pValue, ci: null },
  };
}

function weightedTests(first: string, second: string, rows: CompleteRows): ReferenceTree {
  const [x, y] = rows.columns([first, second]);
  const found = Object.entries({
    pearson: pearsonCorrelation,
    spearman: spearmanCorrelation,
    kendall: kendallCorrelation,
  });
  return Object.fromEntries(
    found.map(([name, coefficient]) => {
      const { value, standardError } = estimated(coefficient(x, y, weightsOf(rows), rows.confidence));
      return [name, { estimate: value, se: standardError }];
    }),
  );
}

function thresholds(asked: ReferenceValue, rows: CompleteRows): ReferenceTree {
  if (!isTree(asked)) throw new Error("thresholds are named by variable and place");
  const names = [...new Set(Object.keys(asked).map((key) => key.split("|")[0]))];
  const entries = names.flatMap((name) => {
    const [column] = rows.columns([name]);
    const found = estimated(polychoricCorrelation(tableOfLevels(column, otherColumn(names, name, rows), null), 0.95));
    return [...found.rowThresholds].map((threshold, k) => [`${name}|t${k + 1}`, threshold]);
  });
  return Object.fromEntries(entries);
}

/** Thresholds of a variable are those of its table with any other. */
function otherColumn(names: readonly string[], name: string, rows: CompleteRows): Float64Array {
  return rows.columns(names.filter((each) => each !== name))[0];
}

/** Variables stand in the rows of tables; of files without one, in the names of their keys. */
function completeRowsOf(file: ReferenceFile): CompleteRows {
  const data = surveyOrTable(file);
  const named = Object.entries(file.values).flatMap(([key, value]) =>
    isTable(value) ? value.rows : namesIn(key, data),
  );
  const variables = [...new Set(named)].filter((name) => data.names.includes(name));
  const kept = completeRows(
    variables.map((name) => data.numbers(name)),
    null,
    data.rows,
  );
  const pick = (name: string) => {
    const column = data.numbers(name);
    return Float64Array.from(kept, (row) => column[row]);
  };
  return {
    columns: (names) => names.map(pick),
    names: data.names,
    weights: data.names.includes("base_weight") ? pick("base_weight") : null,
    confidence: confidenceOf(file),
  };
}

function namesIn(key: string, data: DataTable): readonly string[] {
  return key === "thresholds" ? [] : pairIn(key, data.names);
}

function weightsOf({ weights }: CompleteRows): Float64Array {
  if (weights === null) throw new Error("no column base_weight");
  return weights;
}

/**
 * polycor stops early: `optimize` and `optim` at 1e-6 to 1e-4 of ρ, and its standard error in two steps comes from a numerical Hessian at
 * that place; Nelder and Mead at about a tenth of a standard error where the thresholds are fitted too (a tight optimiser gives our values:
 * golden/second/make/survey_correlations.R). Linearised standard errors were differentiated numerically.
 */
function toleranceOf([key, leaf, inner]: readonly string[]): Tolerance | null {
  if (key.endsWith("_ML")) return { absolute: leaf === "se" ? 5e-4 : 3e-3 };
  if (leaf === "rho_polycor") return { absolute: 2e-4 };
  if (key.startsWith("polychoric_") && leaf === "se") return { relative: 5e-4 };
  return leaf === "se_two_step" || leaf === "se" || inner === "se" ? { relative: 1e-7 } : null;
}
