import { studentTwoSided } from "../../../src/distribution/student-t.ts";
import type { BootstrapEstimate } from "../../../src/path-model/bootstrap/bootstrap-estimate.ts";
import { bootstrapPathModel, type PathModelBootstrap } from "../../../src/path-model/bootstrap/bootstrap-path-model.ts";
import { replicatesOf } from "../../../src/path-model/bootstrap/replicate-table.ts";
import type { SignChange } from "../../../src/path-model/bootstrap/sign-change.ts";
import type { PathModelStatistic } from "../../../src/path-model/bootstrap/statistic.ts";
import type { PathModel } from "../../../src/path-model/path-model.ts";
import { quantileType6 } from "../../../src/quantile/quantiles.ts";
import { estimated } from "../../../test-support/variants.ts";
import { confidenceOf } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTable, type ReferenceTree, type ReferenceValue, tableOf, tableOfRows } from "../../reference-value.ts";
import type { PathModelFile } from "./path-model-file.ts";

/** All that a file says of a bootstrap; which rows make up each resample is given in a file. */
export async function bootstrapValues(of: PathModelFile): Promise<ReferenceTree> {
  const { file } = of;
  const confidence = confidenceOf(file);
  const drawn = drawnRows(of);
  const found = await bootstrapPathModel(of.sample, of.model, of.scheme, {
    resamples: drawn.length,
    draws: { kind: "given", rows: Int32Array.from(drawn.flat()), rowsPerResample: drawn[0].length },
    signChange: signChangeOf(file.options.sign_change),
    confidence,
    kernel: { tolerance: 1e-13, maximumIterations: 3000 },
  });
  if (found.kind !== "estimated") throw new Error(`no bootstrap: ${found.kind}`);
  const named = new Map(
    found.estimates.map((each, place) => [nameOf(each.statistic), { each: estimated(each), place }]),
  );
  const replicates = (name: string) => replicatesOf(found.replicates, placed(named, name).place);
  const asked = namesOfRows(file.values, "summary");
  const first = file.values.replicates_first3;
  const paths = of.model.paths.map(({ from, to }) => `path:${from}->${to}`);
  return {
    summary: tableOfRows(
      asked.map((name) => [
        name,
        summaryRow(placed(named, name).each, of.fit.n, replicates(name).toSorted(), confidence),
      ]),
    ),
    replicates_first3: tableOf(
      namesOfRows(file.values, "replicates_first3"),
      isTable(first) ? first.cols : [],
      (row, name) => replicates(name)[Number(row) - 1],
    ),
    replicates_paths_colsums: Object.fromEntries(
      paths.map((name) => [name, replicates(name).reduce((sum, value) => sum + value, 0)]),
    ),
    blocks_with_negative_mean_loading_in_any_replicate: turnedBlocks(of, found),
  };
}

/** R's summary has a t of every statistic, of those that are never negative as well. */
function summaryRow(estimate: BootstrapEstimate, n: number, sorted: Float64Array, confidence: number): ReferenceTree {
  const { value, bootstrapMean, bias, standardError, test, percentile, basic, normal, bca } = estimate;
  const [low, high] = [(1 - confidence) / 2, (1 + confidence) / 2];
  const isFixed = test.kind === "no-variation";
  const limits = isFixed ? { lower: value, upper: value } : bca.kind === "estimated" ? bca.interval : null;
  const { biasCorrection, acceleration } = bca.kind === "estimated" ? bca : isFixed ? fixed : unknown;
  const t = isFixed ? value / roundingError : value / standardError;
  return {
    estimate: value,
    boot_mean: bootstrapMean,
    bias,
    boot_se: standardError,
    t,
    p_t_df_n_minus_1: isFixed ? 0 : studentTwoSided(t, n - 1),
    pct_lo_type7: percentile.lower,
    pct_hi_type7: percentile.upper,
    pct_lo_type6: quantileType6(sorted, low),
    pct_hi_type6: quantileType6(sorted, high),
    basic_lo: basic.lower,
    basic_hi: basic.upper,
    normal_lo: normal.lower,
    normal_hi: normal.upper,
    bca_lo: limits?.lower ?? null,
    bca_hi: limits?.upper ?? null,
    bca_z0: biasCorrection,
    bca_a: acceleration,
  };
}

/**
 * The weight and the loading of a single item are 1 in every resample. Programs that divide their rounding errors by each other print a t,
 * a z0 and an a of them, which no other program can give: these three are not compared; nor are the limits that follow from them where
 * they came out as nothing.
 */
export function isRounding(
  [table, name = "", column = ""]: readonly string[],
  file: ReferenceFile,
  model: PathModel,
): boolean {
  const single = model.constructs.flatMap(({ items }) => (items.length === 1 ? items : []));
  return (
    table === "summary" &&
    (["t", "bca_z0", "bca_a"].includes(column) ||
      (column.startsWith("bca_") && isNothing(file.values[table], name, column))) &&
    single.some((item) => name === `loading:${item}` || name === `weight:${item}`)
  );
}

function isNothing(summary: ReferenceValue, name: string, column: string): boolean {
  return isTable(summary) && summary.values[summary.rows.indexOf(name)]?.[summary.cols.indexOf(column)] === null;
}

const roundingError = Number.EPSILON / 2;
const fixed = { biasCorrection: 0, acceleration: 0 };
const unknown = { biasCorrection: null, acceleration: null };

/** One resample a line, without a head; rows count from 1. */
function drawnRows({ file }: PathModelFile): readonly (readonly number[])[] {
  const name = file.options.indices_file;
  if (typeof name !== "string") throw new Error("options.indices_file says which rows each resample has");
  const table = file.data(name);
  const lines = [table.names, ...Array.from({ length: table.rows }, (_, row) => table.fields(row))];
  return lines.map((line) => line.map((field) => Number(field) - 1));
}

function signChangeOf(stated: ReferenceValue | undefined): SignChange {
  if (stated === undefined || stated === "none") return "none";
  if (stated === "construct" || stated === "individual") return stated;
  throw new Error(`no sign change ${String(stated)}`);
}

function nameOf(statistic: PathModelStatistic): string {
  if (statistic.kind === "path") return `path:${statistic.from}->${statistic.to}`;
  if (statistic.kind === "loading" || statistic.kind === "weight") return `${statistic.kind}:${statistic.item}`;
  return JSON.stringify(statistic);
}

function placed<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`no statistic ${name}`);
  return value;
}

function namesOfRows(values: ReferenceTree, key: string): readonly string[] {
  const table = values[key];
  return isTable(table) ? table.rows : [];
}

/** Constructs that came out with a negative mean loading in some resample. */
function turnedBlocks({ model }: PathModelFile, { estimates, replicates }: PathModelBootstrap): number {
  const loadings = new Map(
    estimates.flatMap(({ statistic }, place) =>
      statistic.kind === "loading" ? [[statistic.item, replicatesOf(replicates, place)] as const] : [],
    ),
  );
  return model.constructs.filter(({ items }) => {
    const own = items.map((item) => placed(loadings, item));
    return own[0].some((_, resample) => own.reduce((sum, values) => sum + values[resample], 0) < 0);
  }).length;
}
