import { type Cholesky, cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { completeRows, type NamedColumns } from "../moments/moments.ts";
import { chiSquareDraw, normalDraw } from "../random/normal-draw.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { closestDonor } from "./closest-donor.ts";

export interface ImputationOptions {
  /** Completed data sets; 20 or more where a tenth or more is missing. */
  readonly imputations: number;
  /** Rounds over all variables before a data set is taken; 10 is usual. */
  readonly iterations: number;
  /** Answered rows among which one lends its answer; 5 is usual. */
  readonly donors: number;
  readonly seed: number;
  /** Where it is aborted, the work ends with its reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface MultipleImputations {
  readonly kind: "imputed";
  readonly variables: readonly string[];
  /** One list of columns a data set, in the order of the variables; answers that were given stand as they were. */
  readonly completed: readonly (readonly Float64Array[])[];
  /** Of each variable, answers that were put in. */
  readonly imputed: readonly number[];
  readonly n: number;
  readonly method: string;
}

/** Variables that nobody answered have no answers to lend. */
export interface Unanswered {
  readonly kind: "unanswered";
  readonly variables: readonly string[];
}

/**
 * Multiple imputation by chained equations with predictive mean matching: each missing answer is lent by one of the rows whose predicted
 * answer is closest, predictions with coefficients drawn anew each time. So only answers that somebody gave are put in. Every
 * data set is analysed as if it were complete, and `combinedEstimate` puts the results together. All variables that will be analysed
 * together belong in, case weights and strata among them as variables.
 * @param named NaN = no answer
 * @throws RangeError without a variable or a row, if lengths differ, an answer is infinite or an option cannot be; the signal's reason where it was aborted
 * Source: van Buuren 2018, Flexible Imputation of Missing Data, 3.4 (type 1 matching) and 4.5; Rubin 1987
 */
export async function multipleImputations(
  named: NamedColumns,
  options: ImputationOptions,
): Promise<MultipleImputations | Unanswered> {
  const rounds = imputing(named, options);
  for (;;) {
    const round = rounds.next();
    if (round.done === true) return round.value;
    // Others get their turn between two rounds.
    await new Promise((resolve) => setTimeout(resolve, 0));
    options.signal?.throwIfAborted();
  }
}

/** The same without a pause, for samples of a few thousand rows. */
export function imputationsAtOnce(
  named: NamedColumns,
  options: Omit<ImputationOptions, "signal" | "onProgress">,
): MultipleImputations | Unanswered {
  const rounds = imputing(named, options);
  for (;;) {
    const round = rounds.next();
    if (round.done === true) return round.value;
  }
}

/** Yields after each round over the variables. */
function* imputing(
  named: NamedColumns,
  options: ImputationOptions,
): Generator<undefined, MultipleImputations | Unanswered> {
  const { variables, columns } = named;
  requireArguments(named, options);
  const answered = columns.map((column) => completeRows([column], null, column.length));
  const empty = variables.filter((_, j) => answered[j].length === 0);
  if (empty.length > 0) return { kind: "unanswered", variables: empty };
  const problem: Problem = { columns, answered, donors: options.donors };
  const completed: (readonly Float64Array[])[] = [];
  let random = randomFromSeed(options.seed);
  for (let imputation = 0; imputation < options.imputations; imputation++) {
    const stream = random;
    random = random.jumped();
    const filled = startingColumns(problem, stream);
    for (let round = 0; round < options.iterations; round++) {
      for (const target of byMissing(problem)) imputeVariable(problem, filled, target, stream);
      yield;
    }
    completed.push(filled);
    options.onProgress?.(imputation + 1, options.imputations);
  }
  const n = columns[0].length;
  return {
    kind: "imputed",
    variables,
    completed,
    imputed: answered.map(({ length }) => n - length),
    n,
    method: `chained equations, predictive mean matching, ${options.imputations} imputations, seed ${options.seed}`,
  };
}

interface Problem {
  readonly columns: readonly Float64Array[];
  /** Rows with an answer, of each variable. */
  readonly answered: readonly Int32Array[];
  readonly donors: number;
}

/** Variables that lack answers, those that lack fewest first. */
function byMissing({ columns, answered }: Problem): number[] {
  const incomplete = Array.from(columns.keys()).filter((j) => answered[j].length < columns[j].length);
  return incomplete.sort((a, b) => answered[b].length - answered[a].length);
}

/** Missing answers start as those of rows drawn at random. */
function startingColumns({ columns, answered }: Problem, random: Random): Float64Array[] {
  return columns.map((column, j) =>
    column.map((value) => (Number.isNaN(value) ? column[answered[j][random.nextBelow(answered[j].length)]] : value)),
  );
}

function imputeVariable(
  { columns, answered, donors }: Problem,
  filled: Float64Array[],
  target: number,
  random: Random,
): void {
  const rows = answered[target];
  const others = filled.filter((_, j) => j !== target).map(standardised);
  const column = columns[target];
  const { coefficients, drawn } = drawnRegression(others, column, rows, random);
  const predict = (row: number, own: Float64Array) =>
    others.reduce((sum, each, k) => sum + own[k + 1] * each[row], own[0]);
  const predictions = Float64Array.from(rows, (row) => predict(row, coefficients));
  const order = Array.from(rows.keys()).sort((a, b) => predictions[a] - predictions[b]);
  const sorted = Float64Array.from(order, (place) => predictions[place]);
  for (let row = 0; row < column.length; row++) {
    if (!Number.isNaN(column[row])) continue;
    const donor = closestDonor(sorted, predict(row, drawn), donors, random);
    filled[target][row] = column[rows[order[donor]]];
  }
}

/** Regression on the answered rows, and coefficients drawn from their posterior; a hair of ridge keeps dependent predictors apart. */
function drawnRegression(others: readonly Float64Array[], column: Float64Array, rows: Int32Array, random: Random) {
  const width = others.length + 1;
  const products = zeroMatrix(width, width);
  const right = new Float64Array(width);
  const at = (row: number, k: number) => (k === 0 ? 1 : others[k - 1][row]);
  for (const row of rows) {
    for (let i = 0; i < width; i++) {
      right[i] += at(row, i) * column[row];
      for (let j = 0; j <= i; j++) products.values[i * width + j] += at(row, i) * at(row, j);
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) products.values[j * width + i] = products.values[i * width + j];
    products.values[i * (width + 1)] += 1e-5 * Math.max(products.values[i * (width + 1)], 1e-5);
  }
  const factor = cholesky(products, 1e-14);
  const coefficients = factor.kind === "factored" ? choleskySolve(factor, right) : right.map(() => 0);
  if (factor.kind === "singular") return { coefficients, drawn: coefficients };
  let squares = 0;
  for (const row of rows) {
    let residual = column[row];
    for (let k = 0; k < width; k++) residual -= coefficients[k] * at(row, k);
    squares += residual * residual;
  }
  const spread = Math.sqrt(squares / chiSquareDraw(Math.max(1, rows.length - width), random));
  const shift = backSolved(
    factor,
    Float64Array.from({ length: width }, () => normalDraw(random)),
  );
  return { coefficients, drawn: coefficients.map((value, k) => value + spread * shift[k]) };
}

/** L′⁻¹ z, whose covariance is (L L′)⁻¹. */
function backSolved({ lower }: Cholesky, z: Float64Array): Float64Array {
  const size = lower.rows;
  const x = z.slice();
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] -= elementOf(lower, k, row) * x[k];
    x[row] /= elementOf(lower, row, row);
  }
  return x;
}

function elementOf(matrix: Matrix, row: number, column: number): number {
  return matrix.values[row * matrix.columns + column];
}

function standardised(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, value) => sum + value / column.length, 0);
  const spread = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2 / column.length, 0));
  return spread > 1e-12 * Math.abs(mean) ? column.map((value) => (value - mean) / spread) : column.map(() => 0);
}

function requireArguments(
  { variables, columns }: NamedColumns,
  { imputations, iterations, donors }: ImputationOptions,
): void {
  if (columns.length === 0 || columns[0].length === 0) throw new RangeError("there is nothing to impute");
  if (variables.length !== columns.length) throw new RangeError("one name for each column is needed");
  if (columns.some(({ length }) => length !== columns[0].length)) throw new RangeError("columns differ in length");
  if (columns.some((column) => column.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY))) {
    throw new RangeError("an answer cannot be infinite");
  }
  for (const count of [imputations, iterations, donors]) {
    if (!(Number.isInteger(count) && count > 0)) throw new RangeError(`${count} imputations, iterations or donors`);
  }
  if (imputations < 2) throw new RangeError("a single imputation says nothing of its uncertainty");
}
