import type { FittedModel } from "../design-variance/design-fit.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import { type CoefficientName, type ModelCoefficient, studentCoefficients } from "./model-coefficients.ts";
import type { ModelSample } from "./model-sample.ts";

export type HeteroscedasticErrors =
  | { readonly kind: "estimated"; readonly coefficients: readonly ModelCoefficient[] }
  /** Rows that the fit passes through whatever they say, as the only member of a category: HC3 divides by 0 there. */
  | { readonly kind: "full-leverage"; readonly rows: number };

/** A row whose 1 − h is below this has a residual of nothing but rounding. */
const noLeverageLeft = 1e-9;

/**
 * HC3: each residual is divided by 1 − h, h the leverage of its row, and stands for the variance there.
 * Source: MacKinnon & White 1985; Long & Ervin 2000, The American Statistician 54; `car::hccm(type = "hc3")`.
 * Golden values: golden/second/expected/survey_regression.json (hc3_se)
 */
export function heteroscedasticErrors({
  names,
  values,
  fit,
  sample,
  weights,
  degreesOfFreedom,
  confidence,
}: {
  readonly names: readonly CoefficientName[];
  readonly values: Float64Array;
  readonly fit: FittedModel;
  readonly sample: ModelSample;
  /** Of the complete rows. */
  readonly weights: Float64Array;
  readonly degreesOfFreedom: number;
  readonly confidence: number;
}): HeteroscedasticErrors {
  const { columns, rowsToOwnUnits } = sample.standardised;
  const size = names.length;
  const own = rowsToOwnUnits(fit.inverse);
  const covariance = zeroMatrix(size, size);
  const x = new Float64Array(size).fill(1);
  const influence = new Float64Array(size);
  let full = 0;
  fit.residuals.forEach((residual, k) => {
    for (let j = 1; j < size; j++) x[j] = columns[j - 1][k];
    let leverage = 0;
    for (let i = 0; i < size; i++) {
      influence[i] = 0;
      for (let j = 0; j < size; j++) {
        leverage += weights[k] * x[i] * fit.inverse.values[i * size + j] * x[j];
        influence[i] += own.values[i * size + j] * x[j];
      }
    }
    if (1 - leverage < noLeverageLeft) {
      full += 1;
      return;
    }
    const spread = ((weights[k] * residual) / (1 - leverage)) ** 2;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) covariance.values[i * size + j] += spread * influence[i] * influence[j];
    }
  });
  if (full > 0) return { kind: "full-leverage", rows: full };
  return {
    kind: "estimated",
    coefficients: studentCoefficients(names, values, covariance, degreesOfFreedom, confidence, "hc3-t"),
  };
}
