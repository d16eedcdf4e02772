import { type Cholesky, cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import { type Matrix, submatrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import type { NotConverged } from "../reliability/one-factor.ts";
import { type ConfirmatoryDerivatives, derivativesOf } from "./confirmatory-derivatives.ts";
import type { MeasurementLayout, MeasurementParameter, MeasurementValues } from "./confirmatory-model.ts";

export interface ConfirmatoryFit {
  readonly kind: "fitted";
  readonly values: MeasurementValues;
  readonly discrepancy: number;
  readonly iterations: number;
}

const maximumIterations = 1000;

/**
 * Fisher's scoring for factors of variance 1, damped by Levenberg so that the discrepancy never rises.
 * @param sample correlations of the items in the order of the layout
 * @param own their Cholesky factor
 */
export function fitConfirmatory(
  layout: MeasurementLayout,
  sample: Matrix,
  own: Cholesky,
): ConfirmatoryFit | NotConverged {
  const parameters = freeParameters(layout);
  let values = startValues(layout, sample);
  let state = derivativesOf(layout, values, parameters, sample, own);
  let damping = 1e-3;
  const rounding = 1e-14 * sample.values.length;
  for (let iterations = 1; iterations <= maximumIterations && state !== null; iterations++) {
    const step = dampedStep(state, damping);
    const next = stepped(values, parameters, step);
    const found = derivativesOf(layout, next, parameters, sample, own);
    if (found !== null && found.discrepancy <= state.discrepancy + rounding) {
      values = next;
      state = found;
      damping = damping < 1e-9 ? 0 : damping / 10;
    } else damping = Math.max(10 * damping, 1e-8);
    const isAtRest = step.every((change) => Math.abs(change) < 1e-10);
    if (isAtRest && state.gradient.every((slope) => Math.abs(slope) < 1e-8)) {
      return { kind: "fitted", values, discrepancy: Math.max(0, state.discrepancy), iterations };
    }
  }
  return { kind: "not-converged", iterations: maximumIterations };
}

/** Of factors with variance 1. */
export function freeParameters({ items, factors }: MeasurementLayout): readonly MeasurementParameter[] {
  return [
    ...items.map((_, item): MeasurementParameter => ({ kind: "loading", item })),
    ...items.map((_, item): MeasurementParameter => ({ kind: "uniqueness", item })),
    ...factors.flatMap((_, first) =>
      factors
        .slice(first + 1)
        .map((_, k): MeasurementParameter => ({ kind: "factor-covariance", first, second: first + 1 + k })),
    ),
  ];
}

/** @param step is taken away from the parameters */
export function stepped(
  values: MeasurementValues,
  parameters: readonly MeasurementParameter[],
  step: Float64Array,
): MeasurementValues {
  const loadings = values.loadings.slice();
  const uniquenesses = values.uniquenesses.slice();
  const between = { ...values.factorCovariances, values: values.factorCovariances.values.slice() };
  parameters.forEach((parameter, place) => {
    if (parameter.kind === "loading") loadings[parameter.item] -= step[place];
    else if (parameter.kind === "uniqueness") uniquenesses[parameter.item] -= step[place];
    else {
      const { first, second } = parameter;
      between.values[first * between.columns + second] -= step[place];
      if (first !== second) between.values[second * between.columns + first] -= step[place];
    }
  });
  return { loadings, uniquenesses, factorCovariances: between };
}

/** Each block's first principal axis, shortened; correlations of those axes. */
function startValues({ factors, factorOf }: MeasurementLayout, sample: Matrix): MeasurementValues {
  const size = sample.rows;
  const axes = factors.map((_, f) => {
    const places = Array.from(factorOf.keys()).filter((item) => factorOf[item] === f);
    const { values, vectors } = symmetricEigen(submatrix(sample, places));
    const last = places.length - 1;
    const axis = new Float64Array(size);
    places.forEach((item, place) => {
      axis[item] = vectors.values[place * places.length + last];
    });
    return { axis, root: Math.sqrt(values[last]) };
  });
  const bounded = (value: number, most: number) => Math.max(-most, Math.min(most, value));
  const loadings = Float64Array.from(factorOf, (f, item) => bounded(0.85 * axes[f].axis[item] * axes[f].root, 0.9));
  const factorCovariances = zeroMatrix(factors.length, factors.length);
  axes.forEach((a, f) => {
    axes.forEach((b, g) => {
      let sum = 0;
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) sum += a.axis[i] * sample.values[i * size + j] * b.axis[j];
      }
      factorCovariances.values[f * factors.length + g] = f === g ? 1 : bounded(sum / (a.root * b.root), 0.7);
    });
  });
  return { loadings, uniquenesses: loadings.map((loading) => 1 - loading * loading), factorCovariances };
}

function dampedStep({ gradient, expected }: ConfirmatoryDerivatives, damping: number): Float64Array {
  const damped = { ...expected, values: expected.values.slice() };
  for (let k = 0; k < expected.rows; k++) damped.values[k * expected.rows + k] *= 1 + damping;
  const factor = cholesky(damped, 1e-13);
  return factor.kind === "factored" ? choleskySolve(factor, gradient) : gradient.map((slope) => slope / 10);
}
