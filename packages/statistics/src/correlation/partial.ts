import { studentTwoSided } from "../distribution/student-t.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { criticalNormal } from "../estimate/interval.ts";
import { type Cholesky, cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { correlationMatrix } from "../moments/correlation-matrix.ts";
import type { Moments } from "../moments/moments.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { type Correlation, type CorrelationResult, fisherInterval, isPerfect, withoutRounding } from "./correlation.ts";
import { type CorrelationTable, correlationTable } from "./correlation-table.ts";

/** Variables that are constant or linear combinations of others. */
export interface SingularVariables {
  readonly kind: "singular";
  readonly variables: readonly string[];
}

/**
 * Correlation of each pair of variables with all the others held fixed, from the inverse P of the correlation matrix:
 * −P_ij/√(P_ii P_jj). Fisher's z interval with variance 1/(n − k − 3) and the t test on n − k − 2 degrees of freedom, k variables held
 * fixed; with case weights n is Kish's effective n, an approximation.
 * @param moments of at least two variables; complete rows
 * @returns too-few-answers below k + 4 (effective) rows; singular where a variable is constant or a combination of others
 * @throws RangeError below two variables, or if confidence is outside (0, 1)
 * Source: Fisher 1924, Metron 3. Golden values: golden/second/expected/survey_correlations.json (partial_all_others)
 */
export function partialCorrelations(
  moments: Moments,
  confidence: number,
): CorrelationTable | SingularVariables | ReturnType<typeof tooFewAnswers> {
  const z = criticalNormal(confidence);
  const size = moments.variables.length;
  if (size < 2) throw new RangeError("a partial correlation needs two variables");
  const effectiveN = effectiveSampleSize(moments.weight, moments.squaredWeight);
  const required = size + 2;
  if (moments.n < required || effectiveN < required) return tooFewAnswers(moments.n, required);
  const inverse = inverseCorrelations(moments);
  if (inverse.kind === "singular") return inverse;
  const base = { kind: "estimated", n: moments.n, weightedBase: moments.weight, effectiveN } as const;
  const degreesOfFreedom = effectiveN - size;
  return correlationTable(moments.variables, (i, j): CorrelationResult => {
    const at = (row: number, column: number) => inverse.matrix.values[row * size + column];
    const value = withoutRounding(-at(i, j) / Math.sqrt(at(i, i) * at(j, j)));
    return { ...base, value, ...partialTest(value, degreesOfFreedom, z, confidence), method: "partial/fisher-z" };
  });
}

function partialTest(value: number, degreesOfFreedom: number, z: number, confidence: number) {
  const unexplained = 1 - value * value;
  const statistic = isPerfect(value) ? null : value * Math.sqrt(degreesOfFreedom / unexplained);
  return {
    standardError: isPerfect(value) ? 0 : unexplained / Math.sqrt(degreesOfFreedom + 1),
    interval: fisherInterval(value, z / Math.sqrt(degreesOfFreedom - 1), confidence, "fisher-z"),
    statistic,
    degreesOfFreedom,
    pValue: statistic === null ? 0 : studentTwoSided(statistic, degreesOfFreedom),
  } satisfies Partial<Correlation>;
}

function inverseCorrelations(moments: Moments): { kind: "inverse"; matrix: Matrix } | SingularVariables {
  const correlations = correlationMatrix(moments);
  if (correlations.kind === "constant-variables") return { kind: "singular", variables: correlations.variables };
  const factor = cholesky(correlations.matrix);
  if (factor.kind === "factored") return { kind: "inverse", matrix: choleskyInverse(factor satisfies Cholesky) };
  return { kind: "singular", variables: factor.dependent.map((row) => moments.variables[row]) };
}
