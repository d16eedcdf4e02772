import type { PathModelKernel } from "../kernel-state.ts";
import type { StatisticState } from "./fill-statistics.ts";
import type { ProductSums } from "./product-sums.ts";
import type { ResampleRows } from "./resample-rows.ts";

/** A variance less than this share of the mean square is rounding: the resample's answers are all alike. */
const leastVariance = 1e-12;

/**
 * Correlations, means and standard deviations of a resample from its sums. A missing answer that was replaced by the mean adds nothing
 * to sums of products about the mean: for two items only rows that answered both count.
 * @param n rows of the resample
 * @returns the first item whose answers are all alike, or −1
 */
export function fillCorrelations(
  kernel: PathModelKernel,
  state: Pick<StatisticState, "means" | "deviations">,
  rows: Pick<ResampleRows, "answered" | "offsets">,
  sums: ProductSums,
  n: number,
): number {
  const { correlations } = kernel;
  const { means, deviations } = state;
  const { answered, offsets } = rows;
  const p = offsets.length;
  const { linear, products, stride, weight } = sums;
  const scale = Math.sqrt((weight * (n - 1)) / n);
  for (let a = 0; a < p; a++) {
    const base = answered[a] < 0 ? weight : linear[answered[a]];
    if (!(base > 0)) return a;
    means[a] = linear[a] / base;
    const square = products[a * stride + a];
    const aboutMean = square - linear[a] * means[a];
    if (!(aboutMean > leastVariance * square)) return a;
    deviations[a] = Math.sqrt(aboutMean);
  }
  for (let a = 0; a < p; a++) {
    correlations[a * p + a] = 1;
    for (let b = a + 1; b < p; b++) {
      const product = productAboutMeans(sums, answered, means, a, b);
      const correlation = product / (deviations[a] * deviations[b]);
      correlations[a * p + b] = correlation;
      correlations[b * p + a] = correlation;
    }
  }
  for (let a = 0; a < p; a++) {
    means[a] += offsets[a];
    deviations[a] /= scale;
  }
  return -1;
}

/** Σ f (x − x̄)(y − ȳ) over the rows that answered both. @param a before b */
function productAboutMeans(
  { linear, products, stride }: ProductSums,
  answered: Int32Array,
  means: Float64Array,
  a: number,
  b: number,
): number {
  const product = products[a * stride + b];
  const [flagA, flagB] = [answered[a], answered[b]];
  if (flagA < 0 && flagB < 0) return product - linear[a] * means[b];
  const ofA = flagB < 0 ? linear[a] : products[a * stride + flagB];
  const ofB = flagA < 0 ? linear[b] : products[b * stride + flagA];
  const both = flagA < 0 ? linear[flagB] : flagB < 0 ? linear[flagA] : products[flagA * stride + flagB];
  return product - means[b] * ofA - means[a] * ofB + means[a] * means[b] * both;
}
