/**
 * Moments of bootstrap resamples. Up to some tens of thousands of respondents each is drawn by itself. Above that they are
 * put into random groups whose sums are made once, and groups are drawn instead: a group's sums are sums of independent
 * respondents, so their spread estimates the same variance, and a resample costs the same however many answers there are.
 * Source of the random groups: Wolter 2007, ch. 2.
 */
import type { Moments } from "../moments/moments.ts";
import type { Random } from "../random/xoshiro.ts";
import type { DriverSample } from "./driver-sample.ts";

/** Draws a resample and returns its moments. */
export type MomentsSampler = () => Moments;

/** Groups: enough for a standard error that is itself certain to about 1/√(2 · groups) = 2 %. */
const randomGroups = 1000;

/** Weighted sums about the sample's means; they add up over rows and over groups. */
interface RawSums {
  weight: number;
  squaredWeight: number;
  readonly linear: Float64Array;
  /** p × p, upper triangle. */
  readonly products: Float64Array;
}

/** Every respondent is drawn by itself. @throws RangeError if the sample's columns do not fit each other */
export function rowSampler(sample: DriverSample, random: Random): MomentsSampler {
  const rows = centredRows(sample);
  const n = sample.columns[0].length;
  const times = new Uint16Array(n);
  return () => {
    times.fill(0);
    for (let draw = 0; draw < n; draw++) times[random.nextBelow(n)] += 1;
    const sums = emptySums(sample.variables.length);
    for (let row = 0; row < n; row++) if (times[row] > 0) addRow(sums, sample, rows, row, times[row]);
    return momentsOfSums(sample, sums);
  };
}

/** Random groups of respondents are drawn. @throws RangeError if the sample's columns do not fit each other */
export function groupSampler(sample: DriverSample, random: Random): MomentsSampler {
  const rows = centredRows(sample);
  const p = sample.variables.length;
  const groups = Array.from({ length: randomGroups }, () => emptySums(p));
  for (let row = 0; row < sample.columns[0].length; row++)
    addRow(groups[random.nextBelow(randomGroups)], sample, rows, row, 1);
  return () => {
    const sums = emptySums(p);
    for (let draw = 0; draw < randomGroups; draw++) addSums(sums, groups[random.nextBelow(randomGroups)]);
    return momentsOfSums(sample, sums);
  };
}

function emptySums(p: number): RawSums {
  return { weight: 0, squaredWeight: 0, linear: new Float64Array(p), products: new Float64Array(p * p) };
}

function addRow(sums: RawSums, sample: DriverSample, rows: Float64Array, row: number, times: number): void {
  const p = sample.variables.length;
  const caseWeight = sample.caseWeights === null ? 1 : sample.caseWeights[row];
  const w = times * caseWeight;
  const { linear, products } = sums;
  sums.weight += w;
  sums.squaredWeight += w * caseWeight;
  for (let i = 0; i < p; i++) {
    const weighted = w * rows[row * p + i];
    linear[i] += weighted;
    for (let j = i; j < p; j++) products[i * p + j] += weighted * rows[row * p + j];
  }
}

function addSums(sums: RawSums, part: RawSums): void {
  sums.weight += part.weight;
  sums.squaredWeight += part.squaredWeight;
  for (let i = 0; i < sums.linear.length; i++) sums.linear[i] += part.linear[i];
  for (let i = 0; i < sums.products.length; i++) sums.products[i] += part.products[i];
}

function momentsOfSums(
  { variables, columns }: DriverSample,
  { weight, squaredWeight, linear, products }: RawSums,
): Moments {
  const p = variables.length;
  const crossProducts = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) {
      const sum = products[i * p + j];
      const aboutMean = sum - (linear[i] * linear[j]) / weight;
      // A variable that happens to be constant in this resample leaves rounding, which must read as no variation.
      crossProducts[i * p + j] = i === j && aboutMean < sum * 1e-12 ? 0 : aboutMean;
      crossProducts[j * p + i] = crossProducts[i * p + j];
    }
  }
  return {
    variables,
    n: columns[0].length,
    weight,
    squaredWeight,
    means: linear.map((sum) => sum / weight),
    crossProducts,
  };
}

/** Row-major, centred at the sample's means so that sums about a resample's own mean lose no digits. */
function centredRows({ variables, columns, caseWeights }: DriverSample): Float64Array {
  const p = columns.length;
  if (p === 0 || p !== variables.length) throw new RangeError("one name for each column is needed");
  const n = columns[0].length;
  if (n === 0) throw new RangeError("a bootstrap needs rows");
  if (columns.some((column) => column.length !== n)) throw new RangeError("columns differ in length");
  if (caseWeights !== null && caseWeights.length !== n) throw new RangeError("one case weight for each row is needed");
  const rows = new Float64Array(n * p);
  columns.forEach((column, j) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    if (Number.isNaN(mean)) throw new RangeError(`variable ${variables[j]} has missing answers`);
    for (let row = 0; row < n; row++) rows[row * p + j] = column[row] - mean;
  });
  return rows;
}
