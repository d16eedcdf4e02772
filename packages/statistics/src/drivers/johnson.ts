import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import type { Moments } from "../moments/moments.ts";
import type { Contributions, NoDrivers } from "./driver-problem.ts";
import { contributionsOf, driverProblem } from "./driver-problem.ts";

/**
 * Johnson's relative weights, equal to Genizi's decomposition: the outcome is regressed on the orthogonal variables
 * closest to the predictors, and what those explain is handed back by their squared loadings. Close to LMG and quick
 * for any number of predictors; never negative, and they add up to R².
 * @returns singular or too-few-answers where regression has no answer
 * @throws RangeError if the target is not one of the variables
 * Source: Johnson 2000, Multivariate Behavioral Research 35; Genizi 1993. R = V D V', L = V √D V', b = L⁻¹ r.
 * Golden values: golden/example/expected/synth_public_keydrivers.json, golden/published/expected/swiss_relimp.json
 */
export function johnsonRelativeWeights(moments: Moments, target: number): Contributions | NoDrivers {
  const problem = driverProblem(moments, target);
  if (problem.kind !== "problem") return problem;
  const { correlations, withOutcome, names } = problem;
  const size = names.length;
  const { values, vectors } = symmetricEigen(correlations);
  const root = values.map((value) => Math.sqrt(Math.max(0, value)));
  const projected = Float64Array.from({ length: size }, (_, k) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += vectors.values[i * size + k] * withOutcome[i];
    return sum / root[k];
  });
  const raw = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let onOrthogonal = 0;
    for (let k = 0; k < size; k++) onOrthogonal += vectors.values[i * size + k] * projected[k];
    for (let j = 0; j < size; j++) {
      let loading = 0;
      for (let k = 0; k < size; k++) loading += vectors.values[j * size + k] * root[k] * vectors.values[i * size + k];
      raw[j] += (loading * onOrthogonal) ** 2;
    }
  }
  return contributionsOf(names, raw, moments.n);
}
