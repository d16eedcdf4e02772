/**
 * Partial likelihood of Cox's model. Of those who left at one time, Efron's form takes the order to be unknown and averages over it;
 * Breslow's counts each of them among those at risk for all the others, which pulls coefficients towards 0 where many tie.
 * Source: Cox 1972, JRSS B 34; Efron 1977, JASA 72; Breslow 1974; weights and residuals as in R's `survival::coxph`.
 */
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import {
  type ConcaveMaximum,
  concaveMaximum,
  type LikelihoodHere,
  type NoMaximum,
} from "../regression/concave-maximum.ts";
import { separatingPredictors } from "../regression/separation.ts";
import { coxMargins } from "./cox-margins.ts";
import type { SortedDurations } from "./durations.ts";
import { endOfTie } from "./durations.ts";

/** What share of the leavers of one time counts as gone when the k-th of d leaves: k/d for Efron, 0 for Breslow. */
export type TieRule = (k: number, d: number) => number;

export interface CoxFit extends ConcaveMaximum {
  /** Without predictors. */
  readonly nullLogLikelihood: number;
}

/** Log of a hazard ratio between two customers at which a fit is asked whether it will ever end, as where of a group nobody, or all at once, left. */
const farLogHazard = 15;

/** @param columns one a predictor, centred, one number for each sorted row */
export function fitCox(sorted: SortedDurations, columns: readonly Float64Array[], ties: TieRule): CoxFit | NoMaximum {
  const start = new Float64Array(columns.length);
  const fit = concaveMaximum({
    at: (coefficients) => partialLikelihood(sorted, columns, ties, coefficients),
    start,
    weight: sorted.weight,
    far: farLogHazard,
    separating: () => separatingPredictors(coxMargins(sorted, columns)),
  });
  if (fit.kind !== "fitted") return fit;
  return { ...fit, nullLogLikelihood: partialLikelihood(sorted, columns, ties, start).logLikelihood };
}

export function linearPredictor(columns: readonly Float64Array[], coefficients: Float64Array): Float64Array {
  const predictor = new Float64Array(columns[0].length);
  columns.forEach((column, j) => {
    for (let k = 0; k < predictor.length; k++) predictor[k] += coefficients[j] * column[k];
  });
  return predictor;
}

function partialLikelihood(
  { times, ended, weights }: SortedDurations,
  columns: readonly Float64Array[],
  ties: TieRule,
  coefficients: Float64Array,
): LikelihoodHere {
  const size = columns.length;
  const predictor = linearPredictor(columns, coefficients);
  const gradient = new Float64Array(size);
  const information = zeroMatrix(size, size);
  const [risk, leaving] = [momentSums(size), momentSums(size)];
  let logLikelihood = 0;
  // From the last time to the first, so that those at risk add up.
  for (let end = times.length, start = end; end > 0; end = start) {
    start = startOfTie(times, end);
    leaving.clear();
    let [left, weightLeft] = [0, 0];
    for (let k = start; k < end; k++) {
      const hazard = weights[k] * Math.exp(predictor[k]);
      risk.add(hazard, columns, k);
      if (ended[k] === 0) continue;
      leaving.add(hazard, columns, k);
      left += 1;
      weightLeft += weights[k];
      logLikelihood += weights[k] * predictor[k];
      for (let j = 0; j < size; j++) gradient[j] += weights[k] * columns[j][k];
    }
    const weight = weightLeft / left;
    for (let d = 0; d < left; d++) {
      const gone = ties(d, left);
      const total = risk.zeroth() - gone * leaving.zeroth();
      logLikelihood -= weight * Math.log(total);
      for (let i = 0; i < size; i++) {
        const mean = (risk.first[i] - gone * leaving.first[i]) / total;
        gradient[i] -= weight * mean;
        for (let j = 0; j <= i; j++) {
          const other = (risk.first[j] - gone * leaving.first[j]) / total;
          const cell = i * size + j;
          const second = (risk.second[cell] - gone * leaving.second[cell]) / total;
          information.values[cell] += weight * (second - mean * other);
        }
      }
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) information.values[j * size + i] = information.values[i * size + j];
  const highest = predictor.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const lowest = predictor.reduce((least, value) => Math.min(least, value), highest);
  return { logLikelihood, gradient, information, furthest: highest - lowest };
}

/** Σ h, Σ h x and the lower triangle of Σ h x x′. */
function momentSums(size: number) {
  let zeroth = 0;
  const first = new Float64Array(size);
  const second = new Float64Array(size * size);
  return {
    first,
    second,
    zeroth: () => zeroth,
    clear: () => {
      zeroth = 0;
      first.fill(0);
      second.fill(0);
    },
    add: (hazard: number, columns: readonly Float64Array[], k: number) => {
      zeroth += hazard;
      for (let i = 0; i < size; i++) {
        const product = hazard * columns[i][k];
        first[i] += product;
        for (let j = 0; j <= i; j++) second[i * size + j] += product * columns[j][k];
      }
    },
  };
}

function startOfTie(times: Float64Array, end: number): number {
  let start = end - 1;
  while (start > 0 && times[start - 1] === times[end - 1]) start -= 1;
  return start;
}

/** Score residual of each sorted row, not weighted: what it adds to the gradient, expectation included. */
export function coxResiduals(
  { times, ended, weights }: SortedDurations,
  columns: readonly Float64Array[],
  ties: TieRule,
  coefficients: Float64Array,
): readonly Float64Array[] {
  const size = columns.length;
  const hazards = linearPredictor(columns, coefficients).map((value) => Math.exp(value));
  const x = Array.from(hazards, (_, k) => Float64Array.from(columns, (column) => column[k]));
  // Σ w h and Σ w h x over the rows from k on.
  const total = new Float64Array(times.length + 1);
  const firsts = Array.from({ length: times.length + 1 }, () => new Float64Array(size));
  for (let k = times.length - 1; k >= 0; k--) {
    total[k] = total[k + 1] + weights[k] * hazards[k];
    for (let j = 0; j < size; j++) firsts[k][j] = firsts[k + 1][j] + weights[k] * hazards[k] * x[k][j];
  }
  const residuals = x.map(() => new Float64Array(size));
  let cumulative = 0;
  const weighted = new Float64Array(size);
  for (let start = 0, end = 0; start < times.length; start = end) {
    end = endOfTie(times, start);
    const leavers = Int32Array.from({ length: end - start }, (_, k) => start + k).filter((k) => ended[k] === 1);
    const own = stepOf(leavers, { weights, hazards, x, total: total[start], first: firsts[start] }, ties);
    for (let k = start; k < end; k++) {
      const hazard = hazards[k];
      // Of those who leave together each is at risk for part of the others only.
      const share = ended[k] === 1 ? own.partly : own.fully;
      for (let j = 0; j < size; j++) {
        const expected = x[k][j] * (cumulative + share.hazard) - (weighted[j] + share.first[j]);
        residuals[k][j] = (ended[k] === 1 ? x[k][j] - own.mean[j] : 0) - hazard * expected;
      }
    }
    cumulative += own.fully.hazard;
    for (let j = 0; j < size; j++) weighted[j] += own.fully.first[j];
  }
  return residuals;
}

function stepOf(
  leavers: Int32Array,
  at: {
    readonly weights: Float64Array;
    readonly hazards: Float64Array;
    readonly x: readonly Float64Array[];
    readonly total: number;
    readonly first: Float64Array;
  },
  ties: TieRule,
) {
  const size = at.first.length;
  const empty = () => ({ hazard: 0, first: new Float64Array(size) });
  const found = { fully: empty(), partly: empty(), mean: new Float64Array(size) };
  const goneFirst = new Float64Array(size);
  let [goneTotal, weight] = [0, 0];
  for (const k of leavers) {
    goneTotal += at.weights[k] * at.hazards[k];
    weight += at.weights[k] / leavers.length;
    for (let j = 0; j < size; j++) goneFirst[j] += at.weights[k] * at.hazards[k] * at.x[k][j];
  }
  for (let d = 0; d < leavers.length; d++) {
    const gone = ties(d, leavers.length);
    const increment = weight / (at.total - gone * goneTotal);
    found.fully.hazard += increment;
    found.partly.hazard += (1 - gone) * increment;
    for (let j = 0; j < size; j++) {
      const mean = (at.first[j] - gone * goneFirst[j]) / (at.total - gone * goneTotal);
      found.fully.first[j] += increment * mean;
      found.partly.first[j] += (1 - gone) * increment * mean;
      found.mean[j] += mean / leavers.length;
    }
  }
  return found;
}
