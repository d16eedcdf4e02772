/** Newton's way to the maximum of a concave log-likelihood, each step halved until the likelihood does not fall. */
import { cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";

export interface LikelihoodHere {
  /** −Infinity outside of what the parameters may be. */
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: Matrix;
  /** Largest log odds, or what else runs away where there is no maximum. */
  readonly furthest: number;
}

export interface ConcaveMaximum {
  readonly kind: "fitted";
  readonly parameters: Float64Array;
  readonly inverse: Matrix;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/** No maximum of its own; predictors by place. */
export type NoMaximum =
  | { readonly kind: "separated"; readonly predictors: readonly number[] }
  /** There is a maximum, or a ridge of it, of which nothing is left beside rounding. */
  | { readonly kind: "singular"; readonly parameters: readonly number[] };

export interface ConcaveProblem {
  readonly at: (parameters: Float64Array) => LikelihoodHere;
  readonly start: Float64Array;
  /** Σ of counts or weights. */
  readonly weight: number;
  /**
   * `furthest` at which to ask for `separating`; extreme predictors get there with a maximum, too. A tail beyond it must still count in
   * the length of a step (1e-16 of the people), or a fit would come to rest before it is asked.
   */
  readonly far: number;
  /** Predictors that separate, or null: the proof, asked for once and only where the fit looks like it. */
  readonly separating: () => readonly number[] | null;
}

const maximumIterations = 200;

export function concaveMaximum({ at, start, weight, far, separating }: ConcaveProblem): ConcaveMaximum | NoMaximum {
  let [parameters, here] = [start, at(start)];
  let [converged, isAsked, iterations] = [false, false, 0];
  while (!converged && iterations < maximumIterations) {
    iterations += 1;
    const factor = cholesky(here.information, 1e-13);
    if (!isAsked && (factor.kind === "singular" || here.furthest > far)) {
      const predictors = separating();
      if (predictors !== null) return { kind: "separated", predictors };
      isAsked = true;
    }
    const usable = factor.kind === "singular" ? cholesky(lifted(here.information), 1e-13) : factor;
    if (usable.kind === "singular") return { kind: "singular", parameters: usable.dependent };
    const step = choleskySolve(usable, here.gradient);
    // Length of the step as the information measures it, for one person: the same in any unit of predictors and weights.
    const size = Math.sqrt(
      Math.max(
        0,
        step.reduce((sum, each, place) => sum + each * here.gradient[place], 0),
      ) / weight,
    );
    const next = stepUp(at, parameters, step, here.logLikelihood);
    if (next === null) {
      converged = size < 1e-5;
      break;
    }
    [parameters, here] = next;
    // Newton's error after a step is of the order of the step squared.
    converged = size < 1e-8;
  }
  const factor = cholesky(here.information, 1e-13);
  const predictors = isAsked || (converged && factor.kind === "factored") ? null : separating();
  if (predictors !== null) return { kind: "separated", predictors };
  if (factor.kind === "singular") return { kind: "singular", parameters: factor.dependent };
  const { logLikelihood } = here;
  return { kind: "fitted", parameters, inverse: choleskyInverse(factor), logLikelihood, converged, iterations };
}

function stepUp(at: ConcaveProblem["at"], parameters: Float64Array, step: Float64Array, logLikelihood: number) {
  for (let share = 1; share > 1e-9; share /= 2) {
    const trial = parameters.map((value, place) => value + share * step[place]);
    const there = at(trial);
    if (there.logLikelihood >= logLikelihood - 1e-13 * Math.abs(logLikelihood)) return [trial, there] as const;
  }
  return null;
}

/** With a little more on the diagonal, so that a step is found on the way through a flat place. */
function lifted(information: Matrix): Matrix {
  const values = information.values.slice();
  for (let place = 0; place < values.length; place += information.columns + 1) values[place] *= 1 + 1e-9;
  return { ...information, values };
}
