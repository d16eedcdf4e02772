/**
 * Variance of an estimate by Taylor linearisation: an estimate moves with row i by its influence u, so its variance is that of a
 * total of u, summed over strata from the spread of PSU totals z:
 *   V = Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (z_hi − z̄_h)².
 * Rows outside a domain have an influence of 0 and stay: a PSU that happens to hold nobody of the domain is still a PSU drawn.
 * Source: Lumley 2010, Complex Surveys, 2 and 3; the same as R's `survey::svyrecvar`.
 */
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { residualsOfCalibration } from "../weights/calibration-residuals.ts";
import type { SurveyDesign } from "./survey-design.ts";

export interface DesignCovariance {
  readonly kind: "estimated";
  /** Of the statistics, in the order of their columns. */
  readonly matrix: Matrix;
}

/** Strata with a single PSU, under a design that asks to fail there. */
export interface LonelyStrata {
  readonly kind: "lonely-psu";
  /** Codes of the strata. */
  readonly strata: readonly number[];
}

/** A sampled share this close to 1 leaves no error: the stratum was counted in full. */
const fullySampled = 1e-7;

/**
 * @param columns number of statistics
 * @param fill writes the influences of statistic `column`, one a row (weight included), into a buffer of zeros
 */
export function covarianceOfInfluences(
  design: SurveyDesign,
  columns: number,
  fill: (column: number, into: Float64Array) => void,
): DesignCovariance | LonelyStrata {
  const lonely = lonelyStrata(design);
  if (lonely.length > 0 && design.lonelyPsu === "fail") return { kind: "lonely-psu", strata: lonely };
  const influence = new Float64Array(design.rows);
  const scaled = Array.from({ length: columns }, (_, column) => {
    influence.fill(0);
    fill(column, influence);
    for (const step of design.calibration) residualsOfCalibration(step, influence);
    return scaledDeviations(design, psuTotals(design, influence));
  });
  return { kind: "estimated", matrix: products(scaled) };
}

/** Sums of a column by PSU. */
export function psuTotals(design: SurveyDesign, column: Float64Array): Float64Array {
  const totals = new Float64Array(design.psuCount);
  for (let row = 0; row < design.rows; row++) totals[design.psuOf[row]] += column[row];
  return totals;
}

/** Strata in which no spread between PSUs can be seen; those counted in full need none. */
export function lonelyStrata({ psusInStratum, correction }: SurveyDesign): readonly number[] {
  return Array.from(psusInStratum.keys()).filter(
    (stratum) => psusInStratum[stratum] === 1 && correction[stratum] >= fullySampled,
  );
}

/**
 * Turns totals into z − z̄ of their stratum, times √((1 − f) n/(n − 1)), in place; a lonely PSU stands against the mean of all
 * PSUs, or is left at 0.
 */
function scaledDeviations(design: SurveyDesign, totals: Float64Array): Float64Array {
  const { stratumOf, psusInStratum, correction, lonelyPsu } = design;
  const means = new Float64Array(psusInStratum.length);
  let mean = 0;
  for (let psu = 0; psu < totals.length; psu++) {
    means[stratumOf[psu]] += totals[psu] / psusInStratum[stratumOf[psu]];
    mean += totals[psu] / totals.length;
  }
  const scale = Float64Array.from(psusInStratum, (drawn, stratum) =>
    Math.sqrt(drawn > 1 ? (correction[stratum] * drawn) / (drawn - 1) : correction[stratum]),
  );
  for (let psu = 0; psu < totals.length; psu++) {
    const stratum = stratumOf[psu];
    const lonelyCentre = lonelyPsu === "adjust" ? mean : totals[psu];
    totals[psu] = scale[stratum] * (totals[psu] - (psusInStratum[stratum] > 1 ? means[stratum] : lonelyCentre));
  }
  return totals;
}

/** PSUs taken together: their columns stay in the processor's cache, which halves the time where rows are PSUs. */
const block = 1024;

/** Σ a b for each pair of columns. */
function products(columns: readonly Float64Array[]): Matrix {
  const size = columns.length;
  const matrix = zeroMatrix(size, size);
  const length = size === 0 ? 0 : columns[0].length;
  for (let start = 0; start < length; start += block) {
    const end = Math.min(length, start + block);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) matrix.values[i * size + j] += productOf(columns[i], columns[j], start, end);
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix.values[j * size + i] = matrix.values[i * size + j];
  return matrix;
}

function productOf(a: Float64Array, b: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let psu = start; psu < end; psu++) sum += a[psu] * b[psu];
  return sum;
}
