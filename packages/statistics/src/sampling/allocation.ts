/**
 * How a sample is shared out among strata. Proportional keeps the sample a small picture of the population; Neyman's gives the most
 * certain mean of all customers for n answers; the cost-optimal one for a budget. None of them is made for comparing strata: that
 * asks for about equal numbers.
 * Source: Neyman 1934; Cochran 1977, Sampling Techniques, 5.5. Golden values: synth_public_samplesize (stratified)
 */
export interface Stratum {
  /** Customers in the stratum, a whole number. */
  readonly population: number;
  /** Of the answers, expected; in their unit. Not used by the proportional allocation. */
  readonly standardDeviation: number;
  /** Of one interview, in any currency. Used by the cost-optimal allocation alone. */
  readonly cost: number;
}

export interface Allocation {
  readonly kind: "allocated";
  /** n · share, by stratum: before rounding, minimum and cap. */
  readonly ideal: Float64Array;
  /** Whole numbers that add up to n; at least the minimum and at most the population of each stratum. */
  readonly answers: Int32Array;
}

/** The strata do not hold n customers. */
export interface StrataTooSmall {
  readonly kind: "population-too-small";
  readonly population: number;
  readonly requested: number;
}

/** n is less than the minima of all strata together. */
export interface TooManyStrata {
  readonly kind: "too-many-strata";
  readonly requested: number;
  readonly required: number;
}

/** No stratum has anything to be sampled for: sizes or standard deviations are all 0. */
export interface NothingToAllocate {
  readonly kind: "no-variation";
}

export type NoAllocation = StrataTooSmall | TooManyStrata | NothingToAllocate;

/** Two answers a stratum let its variance be estimated. */
const defaultMinimum = 2;

/** n N_h / N. @throws RangeError if a size, n or the minimum is not a whole number ≥ 0, or a number is negative or not finite */
export function proportionalAllocation(
  strata: readonly Stratum[],
  n: number,
  minimum = defaultMinimum,
): Allocation | NoAllocation {
  return allocate(strata, n, minimum, ({ population }) => population);
}

/** n N_h S_h / Σ N_h S_h. @throws RangeError as above */
export function neymanAllocation(
  strata: readonly Stratum[],
  n: number,
  minimum = defaultMinimum,
): Allocation | NoAllocation {
  return allocate(strata, n, minimum, ({ population, standardDeviation }) => population * standardDeviation);
}

/** n (N_h S_h / √c_h) / Σ (N_h S_h / √c_h). @throws RangeError as above, and if a cost is not positive */
export function costOptimalAllocation(
  strata: readonly Stratum[],
  n: number,
  minimum = defaultMinimum,
): Allocation | NoAllocation {
  for (const { cost } of strata) if (!(cost > 0)) throw new RangeError(`cost ${cost}`);
  return allocate(
    strata,
    n,
    minimum,
    ({ population, standardDeviation, cost }) => (population * standardDeviation) / Math.sqrt(cost),
  );
}

/**
 * Variance of the stratified mean, Σ W_h² S_h²/n_h (1 − n_h/N_h), W_h = N_h/N.
 * @param answers by stratum, need not be whole
 * @returns null where a stratum of customers that vary has no answers: the mean cannot be estimated
 * @throws RangeError if there is not one number for each stratum, or it is negative or above the stratum's population
 */
export function varianceOfStratifiedMean(strata: readonly Stratum[], answers: ArrayLike<number>): number | null {
  if (answers.length !== strata.length) throw new RangeError("one number for each stratum is needed");
  const total = strata.reduce((sum, { population }) => sum + population, 0);
  let variance = 0;
  for (let h = 0; h < strata.length; h++) {
    const { population, standardDeviation } = strata[h];
    if (!(answers[h] >= 0 && answers[h] <= population)) throw new RangeError(`${answers[h]} answers of ${population}`);
    if (population === 0 || standardDeviation === 0) continue;
    if (answers[h] === 0) return null;
    variance += ((population / total) ** 2 * standardDeviation ** 2 * (1 - answers[h] / population)) / answers[h];
  }
  return variance;
}

function allocate(
  strata: readonly Stratum[],
  n: number,
  minimum: number,
  sizeOf: (stratum: Stratum) => number,
): Allocation | NoAllocation {
  requireStrata(strata, n, minimum);
  const caps = strata.map(({ population }) => population);
  const floors = caps.map((cap) => Math.min(cap, minimum));
  const population = caps.reduce((sum, cap) => sum + cap, 0);
  const required = floors.reduce((sum, floor) => sum + floor, 0);
  if (n > population) return { kind: "population-too-small", population, requested: n };
  if (n < required) return { kind: "too-many-strata", requested: n, required };
  const sizes = strata.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!(total > 0)) return { kind: "no-variation" };
  const ideal = Float64Array.from(sizes, (size) => (n * size) / total);
  return { kind: "allocated", ideal, answers: wholeNumbers(withinBounds(sizes, floors, caps, n), n) };
}

/**
 * Real numbers proportional to the sizes within the bounds, adding up to n: t · size cut at floor and cap, with the t that gives n.
 * What the strata at their caps leave over, the others take in proportion.
 */
function withinBounds(
  sizes: readonly number[],
  floors: readonly number[],
  caps: readonly number[],
  n: number,
): Float64Array {
  const cut = (t: number) => Float64Array.from(sizes, (size, h) => Math.min(caps[h], Math.max(floors[h], t * size)));
  const sumAt = (t: number) => cut(t).reduce((sum, each) => sum + each, 0);
  // Between two bends of the sum it is a straight line: find the bends around n, then the point on the line.
  const bends = sizes.flatMap((size, h) => (size > 0 ? [floors[h] / size, caps[h] / size] : []));
  const ascending = [0, ...bends].toSorted((a, b) => a - b);
  const after = ascending.findIndex((t) => sumAt(t) >= n);
  if (after < 0) return filledUp(cut(ascending[ascending.length - 1]), caps, n);
  if (after === 0) return cut(0);
  const [low, high] = [ascending[after - 1], ascending[after]];
  const [sumLow, sumHigh] = [sumAt(low), sumAt(high)];
  return cut(sumHigh === sumLow ? high : low + ((high - low) * (n - sumLow)) / (sumHigh - sumLow));
}

/** Strata without variation (size 0) take what the full ones leave over, in proportion to their room. */
function filledUp(answers: Float64Array, caps: readonly number[], n: number): Float64Array {
  const room = answers.reduce((sum, each, h) => sum + caps[h] - each, 0);
  const missing = n - answers.reduce((sum, each) => sum + each, 0);
  return answers.map((each, h) => (room === 0 ? each : each + ((caps[h] - each) * missing) / room));
}

/**
 * Largest remainder: all are rounded down, the largest fractions up until the sum is n; ties go to the first. Bounds are whole, so
 * rounding does not leave them.
 */
function wholeNumbers(real: Float64Array, n: number): Int32Array {
  const rounding = 1e-9;
  const whole = Int32Array.from(real, (each) => Math.floor(each + rounding));
  const missing = n - whole.reduce((sum, each) => sum + each, 0);
  const byRemainder = Array.from(real.keys()).toSorted((a, b) => real[b] - whole[b] - (real[a] - whole[a]) || a - b);
  for (const h of byRemainder.slice(0, missing)) whole[h] += 1;
  return whole;
}

function requireStrata(strata: readonly Stratum[], n: number, minimum: number): void {
  if (strata.length === 0) throw new RangeError("at least one stratum is needed");
  for (const whole of [n, minimum, ...strata.map(({ population }) => population)]) {
    if (!(Number.isSafeInteger(whole) && whole >= 0)) throw new RangeError(`a whole number is needed, got ${whole}`);
  }
  for (const { standardDeviation } of strata) {
    if (!(standardDeviation >= 0 && standardDeviation < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`standard deviation ${standardDeviation}`);
    }
  }
}
