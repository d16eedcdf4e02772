import { normalTwoSided } from "../distribution/normal.ts";
import { studentTwoSided } from "../distribution/student-t.ts";
import type { Coefficient } from "../drivers/linear-regression.ts";
import type { Interval, IntervalMethod } from "../estimate/estimate.ts";
import { normalInterval, studentInterval } from "../estimate/interval.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { ModelColumn } from "./terms.ts";

/** A coefficient by its term and level; "(Intercept)" is its own term. */
export interface ModelCoefficient extends Coefficient {
  readonly term: string;
  readonly level: string | null;
  readonly interval: Interval;
}

export type CoefficientName = Pick<ModelColumn, "variable" | "term" | "level">;

export const interceptName: CoefficientName = { variable: "(Intercept)", term: "(Intercept)", level: null };

/** Coefficients tested by z, with Wald's interval. */
export function normalCoefficients(
  names: readonly CoefficientName[],
  values: Float64Array,
  covariance: Matrix,
  confidence: number,
): readonly ModelCoefficient[] {
  return names.map(({ variable, term, level }, j) => {
    const value = values[j];
    const standardError = errorOf(covariance, j);
    const interval = normalInterval(value, standardError, confidence, "wald");
    const base = { variable, term, level, value, standardError, interval };
    if (standardError === 0) return { ...base, statistic: null, pValue: null };
    return { ...base, statistic: value / standardError, pValue: normalTwoSided(value / standardError) };
  });
}

/** Coefficients tested by t. */
export function studentCoefficients(
  names: readonly CoefficientName[],
  values: Float64Array,
  covariance: Matrix,
  degreesOfFreedom: number,
  confidence: number,
  method: IntervalMethod,
): readonly ModelCoefficient[] {
  return names.map(({ variable, term, level }, j) => {
    const value = values[j];
    const standardError = errorOf(covariance, j);
    const interval = studentInterval(value, standardError, degreesOfFreedom, confidence, method);
    const base = { variable, term, level, value, standardError, interval };
    if (standardError === 0) return { ...base, statistic: null, pValue: null };
    const statistic = value / standardError;
    return { ...base, statistic, pValue: studentTwoSided(statistic, degreesOfFreedom) };
  });
}

/** T V Tᵀ for a linear map T of columns. */
export function mappedCovariance(covariance: Matrix, map: (column: Float64Array) => Float64Array): Matrix {
  const mapColumns = (matrix: Matrix): Matrix => {
    // Columns of the result stand as its rows, so that two passes make T V Tᵀ.
    const mapped = Array.from({ length: matrix.columns }, (_, column) =>
      map(Float64Array.from({ length: matrix.rows }, (_each, row) => matrix.values[row * matrix.columns + column])),
    );
    const size = mapped[0].length;
    const turned = zeroMatrix(mapped.length, size);
    mapped.forEach((column, row) => {
      turned.values.set(column, row * size);
    });
    return turned;
  };
  return mapColumns(mapColumns(covariance));
}

function errorOf(covariance: Matrix, place: number): number {
  return Math.sqrt(Math.max(0, covariance.values[place * covariance.columns + place]));
}
