import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { Moments } from "./moments.ts";

export interface CorrelationMatrix {
  readonly kind: "estimated";
  /** p × p, ones on the diagonal, in the order of the variables. */
  readonly matrix: Matrix;
}

export interface ConstantVariables {
  readonly kind: "constant-variables";
  readonly variables: readonly string[];
}

/** Pearson correlations of the complete rows. @returns constant-variables, by name, where a variable does not vary */
export function correlationMatrix(moments: Moments): CorrelationMatrix | ConstantVariables {
  const constant = constantVariables(moments);
  if (constant.length > 0) return { kind: "constant-variables", variables: constant.map((i) => moments.variables[i]) };
  const size = moments.variables.length;
  const matrix = zeroMatrix(size, size);
  const scale = Float64Array.from(moments.variables, (_, i) => Math.sqrt(moments.crossProducts[i * size + i]));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      matrix.values[i * size + j] = i === j ? 1 : moments.crossProducts[i * size + j] / (scale[i] * scale[j]);
    }
  }
  return { kind: "estimated", matrix };
}

/** Indices of variables whose spread is nothing but rounding of their mean. */
export function constantVariables(moments: Moments): number[] {
  const size = moments.variables.length;
  const relativeSpread = 1e-14;
  return moments.variables
    .map((_, index) => index)
    .filter((i) => {
      const floor = relativeSpread ** 2 * moments.weight * moments.means[i] ** 2;
      return !(moments.crossProducts[i * size + i] > floor);
    });
}
