import { studentQuantile } from "../distribution/student-t.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { DesignEstimate, MeanOfDesign } from "./design-mean.ts";
import { meanOfDesign } from "./design-mean.ts";
import type { Domain, NoDesignEstimate } from "./domain.ts";
import { answeredRows } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

/** Cumulative shares that differ by less than this count as equal. */
const rounding = 1e-13;

/**
 * Quantile of the weighted distribution, with Woodruff's interval: the quantiles at probability ± t · SE of the cumulative share. On a
 * scale of few points that share may jump past the probability to where nothing varies, so its error is the larger one of those at
 * the quantile and at the answer below. The standard error is the interval's width over 2t; on such a scale it is often 0. A limit
 * outside 0–1 gives the smallest or largest answer.
 * @param values one for each row, NaN = no answer
 * @param probability 0.5 for the median
 * @returns as `designMean`; the design effect is that of the share at or below the quantile
 * @throws RangeError if lengths differ, a value is infinite, or probability or confidence is outside (0, 1)
 * Source: Woodruff 1952, JASA 47; Lohr 2010, Sampling, 9.5. Golden values: synth_public_complexdesign (quantiles_months)
 */
export function designQuantile(
  design: SurveyDesign,
  values: Float64Array,
  probability: number,
  confidence: number,
  domain: Domain = null,
): DesignEstimate | NoDesignEstimate {
  const found = quantileWithShare(design, values, probability, confidence, domain);
  if (found.kind !== "found") return found;
  const { place, below } = found;
  const before = place === 0 ? below : shareUpTo(design, values, found.distribution.values[place - 1], domain);
  const variance = before.kind === "found" ? Math.max(before.variance, below.variance) : below.variance;
  return withLimits(found, { centre: probability, variance }, confidence, "woodruff");
}

/**
 * The same as R's survey package has it, for comparison with it: the limits lie around the estimated share at or below the quantile.
 * With ties that share is above the probability, and the interval moves up with it.
 * Source: R's `survey::svyquantile` (interval.type "mean", qrule "math").
 */
export function designQuantileInR(
  design: SurveyDesign,
  values: Float64Array,
  probability: number,
  confidence: number,
  domain: Domain = null,
): DesignEstimate | NoDesignEstimate {
  const found = quantileWithShare(design, values, probability, confidence, domain);
  if (found.kind !== "found") return found;
  const { mean: centre, variance } = found.below;
  return withLimits(found, { centre, variance }, confidence, "woodruff-around-estimate");
}

interface QuantileWithShare {
  readonly kind: "found";
  readonly distribution: WeightedDistribution;
  /** Of the quantile: the first answer equal to it. */
  readonly place: number;
  readonly value: number;
  /** Share at or below it. */
  readonly below: MeanOfDesign;
}

function quantileWithShare(
  design: SurveyDesign,
  values: Float64Array,
  probability: number,
  confidence: number,
  domain: Domain,
): QuantileWithShare | NoDesignEstimate {
  requireConfidence(confidence);
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
  const distribution = weightedDistribution(design, values, domain);
  const value = quantileOf(distribution, probability);
  const below = shareUpTo(design, values, value, domain);
  if (below.kind !== "found") return below;
  return { kind: "found", distribution, place: distribution.values.indexOf(value), value, below };
}

function shareUpTo(design: SurveyDesign, values: Float64Array, limit: number, domain: Domain) {
  const isBelow = values.map((each) => (Number.isNaN(each) ? Number.NaN : Number(each <= limit)));
  return meanOfDesign(design, isBelow, domain);
}

function withLimits(
  { distribution, value, below }: QuantileWithShare,
  { centre, variance }: { readonly centre: number; readonly variance: number },
  confidence: number,
  method: "woodruff" | "woodruff-around-estimate",
): DesignEstimate {
  const critical = -studentQuantile((1 - confidence) / 2, below.degreesOfFreedom);
  const half = critical * Math.sqrt(variance);
  const lower = quantileOf(distribution, centre - half);
  const upper = quantileOf(distribution, centre + half);
  return {
    kind: "estimated",
    value,
    standardError: (upper - lower) / (2 * critical),
    interval: { lower, upper, confidence, method },
    ...below.base,
    method: `quantile/${method}`,
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
