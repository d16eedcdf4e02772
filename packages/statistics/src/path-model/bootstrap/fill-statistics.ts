import type { PathModelKernel } from "../kernel-state.ts";
import type { StatisticLayout } from "./statistic.ts";

/** Buffers and constants for the statistics of one replicate. */
export interface StatisticState {
  readonly layout: StatisticLayout;
  /** Scales of the items in the order of the model; empty where no index is wanted. */
  readonly minima: Float64Array;
  readonly maxima: Float64Array;
  /** Of the resample's items. */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
  /** Constructs × constructs. */
  readonly totalEffects: Float64Array;
  /** Mean absolute correlations of the items of two constructs; 1 for a single item with itself. */
  readonly meanCorrelations: Float64Array;
  readonly indices: Float64Array;
  /** By how much scores move an index: a construct's index moves by 100 ÷ its range where its score, of variance 1, moves by 1. */
  readonly ranges: Float64Array;
}

/** Enough that what is divided by is not rounding. */
const leastDivisor = 1e-12;

export function statisticStateFor(
  kernel: PathModelKernel,
  layout: StatisticLayout,
  scales: { readonly minima: Float64Array; readonly maxima: Float64Array },
): StatisticState {
  const p = kernel.layout.items.length;
  const k = kernel.rSquared.length;
  return {
    layout,
    ...scales,
    means: new Float64Array(p),
    deviations: new Float64Array(p),
    totalEffects: new Float64Array(k * k),
    meanCorrelations: new Float64Array(k * k),
    indices: new Float64Array(k),
    ranges: new Float64Array(k),
  };
}

/**
 * Writes the replicate of the kernel's solution into column `at` of `values`, statistic by statistic, `stride` numbers apart.
 * An index of an item whose weight is not positive is NaN, with all that is made of it. Indices are those of `fillIndices`, before.
 * @returns false where a ratio has nothing to be divided by; what was written is then of no use
 */
export function fillStatistics(
  state: StatisticState,
  kernel: PathModelKernel,
  values: Float64Array,
  at: number,
  stride: number,
): boolean {
  fillTotalEffects(state, kernel);
  fillMeanCorrelations(state, kernel);
  const { layout, totalEffects, meanCorrelations, indices, ranges } = state;
  const k = kernel.rSquared.length;
  const p = kernel.weights.length;
  let place = at;
  const put = (value: number) => {
    values[place] = value;
    place += stride;
  };
  for (const [from, to] of layout.paths) put(kernel.paths[from * k + to]);
  for (const weight of kernel.weights) put(weight);
  for (let j = 0; j < k; j++) {
    for (let a = kernel.layout.starts[j]; a < kernel.layout.starts[j + 1]; a++) put(kernel.crossLoadings[j * p + a]);
  }
  for (const [from, to] of layout.totalEffects) put(totalEffects[from * k + to]);
  for (const j of layout.rSquared) put(kernel.rSquared[j]);
  for (const [first, second] of layout.pairs) {
    const within = Math.sqrt(meanCorrelations[first * k + first] * meanCorrelations[second * k + second]);
    if (!(within > leastDivisor)) return false;
    put(meanCorrelations[first * k + second] / within);
  }
  for (const j of layout.indices) put(indices[j]);
  for (const [from, to] of layout.impacts) put((totalEffects[from * k + to] * ranges[from]) / ranges[to]);
  for (const { construct, minus, value } of layout.places) {
    put(indices[construct] - (minus < 0 ? value : indices[minus]));
  }
  return true;
}

/** As `criteria/effects.ts`. */
function fillTotalEffects({ totalEffects }: StatisticState, { layout, paths, rSquared }: PathModelKernel): void {
  const k = rSquared.length;
  totalEffects.fill(0);
  for (const to of layout.order) {
    for (const from of layout.predecessors[to]) {
      const path = paths[from * k + to];
      for (let origin = 0; origin < k; origin++) {
        totalEffects[origin * k + to] += (origin === from ? 1 : totalEffects[origin * k + from]) * path;
      }
    }
  }
}

/** What `criteria/heterotrait-monotrait.ts` divides. */
function fillMeanCorrelations({ meanCorrelations }: StatisticState, { layout, correlations }: PathModelKernel): void {
  const { starts } = layout;
  const p = layout.items.length;
  const k = starts.length - 1;
  for (let first = 0; first < k; first++) {
    for (let second = first; second < k; second++) {
      let sum = 0;
      for (let a = starts[first]; a < starts[first + 1]; a++) {
        for (let b = first === second ? a + 1 : starts[second]; b < starts[second + 1]; b++) {
          sum += Math.abs(correlations[a * p + b]);
        }
      }
      const size = starts[first + 1] - starts[first];
      const count = first === second ? (size * (size - 1)) / 2 : size * (starts[second + 1] - starts[second]);
      meanCorrelations[first * k + second] = count === 0 ? 1 : sum / count;
    }
  }
}

/**
 * Indices from the kernel's weights, as `index-weights.ts`: none where an item's weight is not positive. Weights of both signs nearly
 * cancel, and what is divided by them is thousands of points.
 */
export function fillIndices(state: StatisticState, { layout, weights }: PathModelKernel): void {
  for (const j of state.layout.indices) {
    let points = 0;
    let range = 0;
    for (let a = layout.starts[j]; a < layout.starts[j + 1]; a++) {
      const raw = weights[a] > 0 ? weights[a] / state.deviations[a] : Number.NaN;
      const span = state.maxima[a] - state.minima[a];
      points += raw * (state.means[a] - state.minima[a]);
      range += raw * span;
    }
    state.indices[j] = (100 * points) / range;
    state.ranges[j] = range;
  }
}
