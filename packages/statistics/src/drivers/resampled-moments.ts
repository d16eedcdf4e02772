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
  const source = centred(sample);
  const n = source.columns[0].length;
  const times = new Uint16Array(n);
  const block = emptyBlock(source.columns.length);
  return () => {
    times.fill(0);
    for (let draw = 0; draw < n; draw++) times[random.nextBelow(n)] += 1;
    const sums = emptySums(source.columns.length);
    for (let from = 0; from < n; from += blockRows)
      addRows(sums, block, source, times, from, Math.min(from + blockRows, n));
    return momentsOfSums(sample, sums);
  };
}

/** Random groups of respondents are drawn. @throws RangeError if the sample's columns do not fit each other */
export function groupSampler(sample: DriverSample, random: Random): MomentsSampler {
  const source = centred(sample);
  const p = source.columns.length;
  const groups = Array.from({ length: randomGroups }, () => emptySums(p));
  const once = new Uint16Array(source.columns[0].length).fill(1);
  const block = emptyBlock(p);
  for (let row = 0; row < once.length; row++)
    addRows(groups[random.nextBelow(randomGroups)], block, source, once, row, row + 1);
  return () => {
    const sums = emptySums(p);
    for (let draw = 0; draw < randomGroups; draw++) addSums(sums, groups[random.nextBelow(randomGroups)]);
    return momentsOfSums(sample, sums);
  };
}

function emptySums(p: number): RawSums {
  return { weight: 0, squaredWeight: 0, linear: new Float64Array(p), products: new Float64Array(p * p) };
}

/** Rows taken together: their parts of all columns stay in the processor's nearest cache. */
const blockRows = 512;

/** The drawn rows of a block side by side, without the others. */
interface Block {
  readonly rows: Uint32Array;
  readonly weights: Float64Array;
  /** A column times its weights. */
  readonly weighted: Float64Array;
  readonly columns: readonly Float64Array[];
}

function emptyBlock(p: number): Block {
  const values = () => new Float64Array(blockRows);
  return {
    rows: new Uint32Array(blockRows),
    weights: values(),
    weighted: values(),
    columns: Array.from({ length: p }, values),
  };
}

/** Adds rows `from` to `to`, at most a block of them, each so many times. */
function addRows(sums: RawSums, block: Block, source: Source, times: Uint16Array, from: number, to: number): void {
  const { columns, caseWeights } = source;
  const { rows, weights } = block;
  let size = 0;
  for (let row = from; row < to; row++) {
    // Written in any case and overwritten where it was not drawn: whether it was is a coin toss that no processor foresees.
    rows[size] = row;
    size += times[row] === 0 ? 0 : 1;
  }
  let { weight, squaredWeight } = sums;
  for (let r = 0; r < size; r++) {
    const caseWeight = caseWeights === null ? 1 : caseWeights[rows[r]];
    weights[r] = times[rows[r]] * caseWeight;
    weight += weights[r];
    squaredWeight += weights[r] * caseWeight;
  }
  sums.weight = weight;
  sums.squaredWeight = squaredWeight;
  for (let i = 0; i < columns.length; i++) gather(columns[i], rows, block.columns[i], size);
  for (let i = 0; i < columns.length; i++) addColumn(sums, block, i, size);
}

function gather(column: Float64Array, rows: Uint32Array, into: Float64Array, size: number): void {
  for (let r = 0; r < size; r++) into[r] = column[rows[r]];
}

function addColumn(sums: RawSums, { weights, weighted, columns }: Block, i: number, size: number): void {
  const column = columns[i];
  let linear = sums.linear[i];
  for (let r = 0; r < size; r++) {
    weighted[r] = weights[r] * column[r];
    linear += weighted[r];
  }
  sums.linear[i] = linear;
  let j = i;
  for (; j + 3 < columns.length; j += 4) addFourProducts(sums.products, weighted, columns, i * columns.length, j, size);
  for (; j < columns.length; j++) {
    const other = columns[j];
    let sum = sums.products[i * columns.length + j];
    for (let r = 0; r < size; r++) sum += weighted[r] * other[r];
    sums.products[i * columns.length + j] = sum;
  }
}

/** Columns `j` to `j + 3` at once: an addition waits for the one before it in its own sum only. */
function addFourProducts(
  products: Float64Array,
  weighted: Float64Array,
  columns: readonly Float64Array[],
  start: number,
  j: number,
  size: number,
): void {
  const [a, b, c, d] = [columns[j], columns[j + 1], columns[j + 2], columns[j + 3]];
  const at = start + j;
  let [sumA, sumB, sumC, sumD] = [products[at], products[at + 1], products[at + 2], products[at + 3]];
  for (let r = 0; r < size; r++) {
    const value = weighted[r];
    sumA += value * a[r];
    sumB += value * b[r];
    sumC += value * c[r];
    sumD += value * d[r];
  }
  products[at] = sumA;
  products[at + 1] = sumB;
  products[at + 2] = sumC;
  products[at + 3] = sumD;
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

type Source = Pick<DriverSample, "columns" | "caseWeights">;

/** At the sample's means, so that sums about a resample's own mean lose no digits. */
function centred({ variables, columns, caseWeights }: DriverSample): Source {
  const p = columns.length;
  if (p === 0 || p !== variables.length) throw new RangeError("one name for each column is needed");
  const n = columns[0].length;
  if (n === 0) throw new RangeError("a bootstrap needs rows");
  if (columns.some((column) => column.length !== n)) throw new RangeError("columns differ in length");
  if (caseWeights !== null && caseWeights.length !== n) throw new RangeError("one case weight for each row is needed");
  const about = columns.map((column, j) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    if (Number.isNaN(mean)) throw new RangeError(`variable ${variables[j]} has missing answers`);
    return column.map((value) => value - mean);
  });
  return { columns: about, caseWeights };
}
