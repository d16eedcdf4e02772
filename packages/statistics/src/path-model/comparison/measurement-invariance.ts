import { quantileType7 } from "../../quantile/quantiles.ts";
import { constructScores } from "../construct-scores.ts";
import type { PathModelFit } from "../fit.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import {
  type NoGroupModel,
  type PermutationOptions,
  type PooledGroups,
  permutationP,
  permutedGroups,
  type TooManyFailed,
} from "./permuted-groups.ts";

export interface ConstructInvariance {
  readonly construct: string;
  /** Step 2: correlation of the construct's scores with either group's weights; invariant where it is not below its 5 % quantile. */
  readonly composition: { readonly correlation: number; readonly quantile: number; readonly pValue: number };
  /** Step 3: difference of the mean scores, and of the logarithms of their variances, first less second. */
  readonly mean: { readonly difference: number; readonly pValue: number };
  readonly variance: ComparedVariances;
  /** "none": do not compare the groups' paths. "partial": paths may be compared. "full": the groups may be pooled as well. */
  readonly invariance: "none" | "partial" | "full";
}

export type ComparedVariances =
  | { readonly kind: "compared"; readonly difference: number; readonly pValue: number }
  /** In a group the items of the construct cancel each other: all its scores are alike. */
  | { readonly kind: "no-variation" };

/** Of scores whose variance over both groups is about 1; what is below it is rounding. */
const leastVariance = 1e-12;

export interface MeasurementInvariance {
  readonly kind: "tested";
  readonly constructs: readonly ConstructInvariance[];
  readonly permutations: number;
  readonly failed: number;
  readonly n: readonly [number, number];
  readonly method: string;
}

/**
 * Do the constructs mean the same in both groups? MICOM: step 1 (same items, coding and model) is the caller's, who gives one model for
 * both; step 2 compares the weights, step 3 means and variances of the scores, all by permutation.
 * @param alpha level of each test, 0–1; 0.05 is usual
 * @throws RangeError for an invalid model, sample or option, or an alpha outside (0, 1); the signal's reason where it was aborted
 * Source: Henseler, Ringle & Sarstedt 2016, International Marketing Review 33
 */
export async function measurementInvariance(
  groups: readonly [PathSample, PathSample],
  model: PathModel,
  scheme: InnerScheme,
  alpha: number,
  options: PermutationOptions,
): Promise<MeasurementInvariance | NoGroupModel | TooManyFailed> {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha ${alpha}`);
  const found = await permutedGroups(groups, model, scheme, options);
  if (found.kind !== "pooled") return found;
  return { ...measurementInvarianceOf(found, alpha), method: `MICOM, ${scheme} scheme, seed ${options.seed}` };
}

/** The same of groups that were permuted already. @throws RangeError if alpha is outside (0, 1) */
export function measurementInvarianceOf(found: PooledGroups, alpha: number): Omit<MeasurementInvariance, "method"> {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha ${alpha}`);
  const { observed, drawn, failed, pooledFit, pooled } = found;
  const scores = constructScores(pooledFit, pooled);
  return {
    kind: "tested",
    constructs: pooledFit.model.constructs.map((_, j) => invarianceOf(found, scores[j], j, alpha)),
    permutations: drawn.length + failed,
    failed,
    n: [observed.rows[0].length, observed.rows[1].length],
  };
}

function invarianceOf(
  found: PooledGroups,
  scores: Float64Array,
  construct: number,
  alpha: number,
): ConstructInvariance {
  const { pooled, pooledFit, observed, drawn } = found;
  const correlation = scoreCorrelation(pooledFit, observed.fits, construct);
  const chance = drawn.map(({ fits }) => scoreCorrelation(pooledFit, fits, construct));
  const composition = {
    correlation,
    quantile: quantileType7(Float64Array.from(chance).sort(), alpha),
    pValue: permutationP(chance, (each) => each <= correlation + 1e-12),
  };
  const moments = (rows: PooledGroups["observed"]["rows"]) =>
    rows.map((own) => scoreMoments(scores, pooled.caseWeights, own));
  const differenceOf = (rows: PooledGroups["observed"]["rows"]) => {
    const [a, b] = moments(rows);
    const variance = (each: typeof a) => Math.max(each.variance, leastVariance);
    return { mean: a.mean - b.mean, variance: Math.log(variance(a) / variance(b)) };
  };
  const own = differenceOf(observed.rows);
  const others = drawn.map(({ rows }) => differenceOf(rows));
  const twoSided = (kind: "mean" | "variance") => ({
    difference: own[kind],
    pValue: permutationP(
      others.map((each) => each[kind]),
      (each) => Math.abs(each) >= Math.abs(own[kind]) - 1e-12,
    ),
  });
  const mean = twoSided("mean");
  const isStill = moments(observed.rows).some(({ variance }) => !(variance > leastVariance));
  const variance: ComparedVariances = isStill
    ? { kind: "no-variation" }
    : { kind: "compared", ...twoSided("variance") };
  const isFull = mean.pValue >= alpha && variance.kind === "compared" && variance.pValue >= alpha;
  const name = pooledFit.model.constructs[construct].name;
  const invariance = composition.pValue < alpha ? "none" : isFull ? "full" : "partial";
  return { construct: name, composition, mean, variance, invariance };
}

/** w₁′Rw₂/√(w₁′Rw₁ · w₂′Rw₂) with the pooled correlations R of the construct's items. */
function scoreCorrelation(
  pooled: PathModelFit,
  [first, second]: readonly [PathModelFit, PathModelFit],
  construct: number,
): number {
  const { starts } = pooled.layout;
  const size = pooled.correlations.columns;
  let [both, own, other] = [0, 0, 0];
  for (let a = starts[construct]; a < starts[construct + 1]; a++) {
    for (let b = starts[construct]; b < starts[construct + 1]; b++) {
      const r = pooled.correlations.values[a * size + b];
      both += first.weights[a] * r * second.weights[b];
      own += first.weights[a] * r * first.weights[b];
      other += second.weights[a] * r * second.weights[b];
    }
  }
  return Math.min(1, both / Math.sqrt(own * other));
}

function scoreMoments(scores: Float64Array, weights: Float64Array | null, rows: Int32Array) {
  const weightOf = (row: number) => (weights === null ? 1 : weights[row]);
  let [weight, sum] = [0, 0];
  for (const row of rows) {
    weight += weightOf(row);
    sum += weightOf(row) * scores[row];
  }
  const mean = sum / weight;
  let squares = 0;
  for (const row of rows) squares += weightOf(row) * (scores[row] - mean) ** 2;
  return { mean, variance: (squares / weight) * (rows.length / (rows.length - 1)) };
}
