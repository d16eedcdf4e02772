import { cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { CalibratedStep } from "./calibration-step.ts";
import type { Margin, MarginProblem } from "./margin.ts";
import { marginProblem, requireWeights } from "./margin.ts";

/** A known total of the population: of customers, of turnover, of complaints. */
export interface AuxiliaryTotal {
  readonly name: string;
  /** One value for each row; every row must have one. */
  readonly values: Float64Array;
  readonly total: number;
}

export interface CalibratedWeights {
  readonly kind: "calibrated";
  /** One for each row; Σ w x equals each total. Some may be negative, see `negative`. */
  readonly weights: Float64Array;
  /** For `calibratedDesign`. */
  readonly step: CalibratedStep;
  /** Rows whose weight came out below 0: the sample is far from the totals, and raking is the better choice. */
  readonly negative: number;
}

/** Totals that say the same thing twice, or of a variable that is 0 for every respondent. */
export interface DependentTotals {
  readonly kind: "singular";
  readonly names: readonly string[];
}

/**
 * Linear calibration (the GREG estimator): the weights closest to the ones given, by Σ (w − d)²/d, whose totals of the auxiliary
 * variables are the known ones. Takes amounts as well as categories, in one step.
 * @param weights one for each row, ≥ 0
 * @throws RangeError if lengths differ, a weight is negative, a value, total or weight is not finite, or there is no total
 * Source: Deville & Särndal 1992, JASA 87; R's `survey::calibrate(calfun = "linear")`. Golden values: synth_public_weighting
 */
export function calibrateToTotals(
  weights: Float64Array,
  totals: readonly AuxiliaryTotal[],
): CalibratedWeights | DependentTotals {
  requireTotals(weights, totals);
  const columns = totals.map(({ values }) => values);
  const scales = columns.map((column) => Math.sqrt(dot(weights, column, column)));
  const products = productsOf(weights, columns, scales);
  const factor = cholesky(products, 1e-11);
  if (factor.kind === "singular")
    return { kind: "singular", names: factor.dependent.map((place) => totals[place].name) };
  const missing = totals.map(({ values, total }, place) => (total - dot(weights, values, null)) / scales[place]);
  const slopes = choleskySolve(factor, missing);
  const after = weights.map((weight, row) => {
    let factorOfRow = 1;
    for (let place = 0; place < columns.length; place++)
      factorOfRow += (slopes[place] * columns[place][row]) / scales[place];
    return weight * factorOfRow;
  });
  const step: CalibratedStep = { kind: "calibrated", columns, weightsBefore: weights, weights: after };
  return { kind: "calibrated", weights: after, step, negative: after.filter((weight) => weight < 0).length };
}

/**
 * The same for margins: the first counts everybody, the others their categories but the first, which follows.
 * @throws RangeError as `rake`
 */
export function calibrateToMargins(
  weights: Float64Array,
  margins: readonly Margin[],
): CalibratedWeights | DependentTotals | MarginProblem {
  const problem = marginProblem(weights, margins);
  if (problem !== null) return problem;
  const everybody = {
    name: "everybody",
    values: new Float64Array(weights.length).fill(1),
    total: margins[0].targets.reduce((sum, target) => sum + target, 0),
  };
  const categories = margins.flatMap(({ name, codes, targets }) => {
    const filled = Array.from(targets.keys()).filter((category) => targets[category] > 0);
    return filled.slice(1).map((category) => ({
      name: `${name} ${category}`,
      values: Float64Array.from(codes, (code) => Number(code === category)),
      total: targets[category],
    }));
  });
  return calibrateToTotals(weights, [everybody, ...categories]);
}

function productsOf(weights: Float64Array, columns: readonly Float64Array[], scales: readonly number[]): Matrix {
  const size = columns.length;
  const products = zeroMatrix(size, size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const scale = scales[a] * scales[b];
      const product = scale === 0 ? 0 : dot(weights, columns[a], columns[b]) / scale;
      products.values[a * size + b] = product;
      products.values[b * size + a] = product;
    }
  }
  return products;
}

/** Σ w a b, or Σ w a. */
function dot(weights: Float64Array, a: Float64Array, b: Float64Array | null): number {
  let sum = 0;
  for (let row = 0; row < weights.length; row++) sum += weights[row] * a[row] * (b === null ? 1 : b[row]);
  return sum;
}

function requireTotals(weights: Float64Array, totals: readonly AuxiliaryTotal[]): void {
  if (totals.length === 0) throw new RangeError("at least one total is needed");
  requireWeights(weights);
  for (const { name, values, total } of totals) {
    if (values.length !== weights.length) throw new RangeError(`${name}: one value for each row is needed`);
    if (!values.every(Number.isFinite) || !Number.isFinite(total))
      throw new RangeError(`${name}: every row needs a number`);
  }
}
