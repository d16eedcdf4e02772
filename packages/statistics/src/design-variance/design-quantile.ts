import { studentQuantile } from "../distribution/student-t.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { DesignEstimate } from "./design-mean.ts";
import { meanOfDesign } from "./design-mean.ts";
import type { Domain, NoDesignEstimate } from "./domain.ts";
import { answeredRows } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

/** Cumulative shares that differ by less than this count as equal. */
const rounding = 1e-13;

/**
 * Quantile of the weighted distribution, with Woodruff's interval: the quantiles at the limits of the share of answers at or below
 * it. The standard error is the interval's width over 2t; on a scale of few points it is often 0. A limit of the share outside
 * 0–1 gives the smallest or largest answer.
 * @param values one for each row, NaN = no answer
 * @param probability 0.5 for the median
 * @returns as `designMean`; the design effect is that of the share at or below the quantile
 * @throws RangeError if lengths differ, a value is infinite, or probability or confidence is outside (0, 1)
 * Source: Woodruff 1952, JASA 47; R's `survey::svyquantile` (qrule "math"). Golden values: synth_public_complexdesign
 */
export function designQuantile(
  design: SurveyDesign,
  values: Float64Array,
  probability: number,
  confidence: number,
  domain: Domain = null,
): DesignEstimate | NoDesignEstimate {
  requireConfidence(confidence);
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
  const distribution = weightedDistribution(design, values, domain);
  const value = quantileOf(distribution, probability);
  const isBelow = values.map((each) => (Number.isNaN(each) ? Number.NaN : Number(each <= value)));
  const below = meanOfDesign(design, isBelow, domain);
  if (below.kind !== "found") return below;
  const critical = -studentQuantile((1 - confidence) / 2, below.degreesOfFreedom);
  const half = critical * Math.sqrt(below.variance);
  const lower = quantileOf(distribution, below.mean - half);
  const upper = quantileOf(distribution, below.mean + half);
  return {
    kind: "estimated",
    value,
    standardError: (upper - lower) / (2 * critical),
    interval: { lower, upper, confidence, method: "woodruff" },
    ...below.base,
    method: "quantile/woodruff",
  };
}

interface WeightedDistribution {
  /** Answers in ascending order, and the share of the weight up to each. */
  readonly values: Float64Array;
  readonly cumulative: Float64Array;
}

function weightedDistribution(design: SurveyDesign, values: Float64Array, domain: Domain): WeightedDistribution {
  const isAnswered = answeredRows(design, [values], domain);
  const rows = Int32Array.from(isAnswered.keys()).filter((row) => isAnswered[row] === 1);
  rows.sort((a, b) => values[a] - values[b]);
  const cumulative = new Float64Array(rows.length);
  let weight = 0;
  rows.forEach((row, place) => {
    weight += design.weights[row];
    cumulative[place] = weight;
  });
  return { values: Float64Array.from(rows, (row) => values[row]), cumulative: cumulative.map((sum) => sum / weight) };
}

/** The smallest answer at which the cumulative share reaches the probability. */
function quantileOf({ values, cumulative }: WeightedDistribution, probability: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] >= probability - rounding) high = middle;
    else low = middle + 1;
  }
  return values[low];
}
