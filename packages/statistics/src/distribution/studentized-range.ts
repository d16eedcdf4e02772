/**
 * Studentized range: the largest less the smallest of `groups` independent standard normal numbers, over an independent
 * √(χ²/df). Tukey's and Games and Howell's comparisons of all pairs rest on it. Both integrals are taken by the trapezoidal
 * rule, which is exact here to rounding: R's `ptukey` differs from the tenth digit on, its `qtukey` from the fifth.
 */
import { zeroin } from "../root/zeroin.ts";
import { normalLower } from "./normal.ts";
import { averageOverScaledChi } from "./scaled-chi.ts";
import { studentQuantile } from "./student-t.ts";

/** Half of these steps changes no answer by more than 1e-13, with up to 200 groups; few groups allow wider ones. */
const fewGroups = 12;
const innerSteps = { few: 0.25, many: 0.125 };
const outerSteps = { few: 0.125, many: 0.03125 };
const reach = 9;
/** Wider ranges are rarer than numbers can say: exp(−w²/4) underflows. */
const widest = 55;
const normalConstant = 1 / Math.sqrt(2 * Math.PI);

export interface StudentizedRange {
  /**
   * P(Q > q), the p-value of a studentized range, with its digits also where it is small.
   * @throws RangeError if q < 0 or degreesOfFreedom is not positive and finite
   */
  readonly upper: (q: number, degreesOfFreedom: number) => number;
  /**
   * The q with P(Q ≤ q) = `probability`, to about 1e-11.
   * @throws RangeError unless 0 < probability < 1 and degreesOfFreedom is positive and finite
   */
  readonly quantile: (probability: number, degreesOfFreedom: number) => number;
}

/** Distributions met so far. What they keep depends on nothing but the number of groups, and is asked for again and again. */
const distributions = new Map<number, StudentizedRange>();

/**
 * The distribution for a number of groups. It keeps the inner integral at the few hundred points it is asked for, so comparisons
 * of many pairs take hardly longer than one.
 * @throws RangeError unless groups is an integer of 2 or more
 */
export function studentizedRange(groups: number): StudentizedRange {
  if (!(Number.isInteger(groups) && groups >= 2))
    throw new RangeError(`a range needs two groups or more, got ${groups}`);
  const distribution = distributions.get(groups) ?? distributionOf(groups);
  distributions.set(groups, distribution);
  return distribution;
}

function distributionOf(groups: number): StudentizedRange {
  const largest = placesOfLargest(groups);
  const coarsest = groups <= fewGroups ? outerSteps.few : outerSteps.many;
  const known = new Map<number, number>();
  const ofWidth = (width: number) => {
    const found = known.get(width) ?? rangeUpper(width, groups, largest);
    known.set(width, found);
    return found;
  };
  const upper = (q: number, degreesOfFreedom: number) => {
    if (!(q >= 0)) throw new RangeError(`a studentized range cannot be ${q}`);
    return q === 0 ? 1 : Math.min(1, averageOverScaledChi(degreesOfFreedom, q, coarsest, ofWidth));
  };
  const quantile = (probability: number, degreesOfFreedom: number) => {
    if (!(probability > 0 && probability < 1))
      throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
    return quantileOf(upper, groups, probability, degreesOfFreedom);
  };
  return { upper, quantile };
}

/** It lies between the quantile for two groups, which is √2 t, and the one that Bonferroni would take for all pairs. */
function quantileOf(
  upper: StudentizedRange["upper"],
  groups: number,
  probability: number,
  degreesOfFreedom: number,
): number {
  const tail = (1 - probability) / 2;
  const twoGroups = -Math.SQRT2 * studentQuantile(tail, degreesOfFreedom);
  if (groups === 2) return twoGroups;
  const pairs = (groups * (groups - 1)) / 2;
  const allPairs = -Math.SQRT2 * studentQuantile(tail / pairs, degreesOfFreedom);
  const wanted = Math.log1p(-probability);
  const excess = (logarithm: number) => Math.log(upper(Math.exp(logarithm), degreesOfFreedom)) - wanted;
  return Math.exp(zeroin(excess, Math.log(twoGroups), Math.log(allPairs), 1e-12));
}

/** Density of the largest number at −reach, −reach + step, … and Φ there, up to where Φ is 1. */
interface PlacesOfLargest {
  readonly step: number;
  readonly first: number;
  readonly below: Float64Array;
  readonly density: Float64Array;
}

function placesOfLargest(groups: number): PlacesOfLargest {
  const step = groups <= fewGroups ? innerSteps.few : innerSteps.many;
  const count = Math.round((2 * reach) / step) + 1;
  const place = (index: number) => index * step - reach;
  const below = Float64Array.from({ length: count }, (_, index) => normalLower(place(index)));
  const density = below.map((share, index) => normalDensity(place(index)) * share ** (groups - 1));
  return { step, first: density.findIndex((each) => each > 1e-36), below, density };
}

/**
 * P(range > w): over the place z of the largest, groups · ∫ φ(z) (Φ(z)ᵐ − (Φ(z) − Φ(z − w))ᵐ) dz with m = groups − 1. The
 * difference is formed without cancellation, and the largest may lie as far out as w/2.
 */
function rangeUpper(w: number, groups: number, { step, first, below, density }: PlacesOfLargest): number {
  if (w > widest) return 0;
  const last = Math.max(below.length - 1, Math.ceil((w / 2 + 2 * reach) / step));
  let sum = 0;
  for (let index = first; index <= last; index++) {
    const z = index * step - reach;
    const beyond = normalLower(z - w);
    if (beyond === 0) continue;
    const isInside = index < below.length;
    const share = Math.min(1, isInside ? beyond / below[index] : beyond);
    const weight = isInside ? density[index] : normalDensity(z);
    sum += weight * -Math.expm1((groups - 1) * Math.log1p(-share));
  }
  return Math.min(1, groups * step * sum);
}

function normalDensity(z: number): number {
  return normalConstant * Math.exp(-0.5 * z * z);
}
