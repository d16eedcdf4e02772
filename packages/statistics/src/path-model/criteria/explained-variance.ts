import { cholesky, choleskySolve } from "../../linear-algebra/cholesky.ts";
import { submatrix } from "../../linear-algebra/matrix.ts";
import type { PathModelFit } from "../fit.ts";

/**
 * R² less what as many unrelated constructs would explain by chance: 1 − (1 − R²)(n − 1)/(n − k − 1).
 * @returns one a construct; null where nothing acts on it, or there are no degrees of freedom. It can be negative
 * Golden values: `adj_r_squared`
 */
export function adjustedRSquared({ rSquared, layout, n }: PathModelFit): readonly (number | null)[] {
  return rSquared.map((value, j) => {
    const freedom = n - layout.predecessors[j].length - 1;
    return value === null || freedom <= 0 ? null : 1 - ((1 - value) * (n - 1)) / freedom;
  });
}

export interface EffectSize {
  readonly from: string;
  readonly to: string;
  /** Null where the model leaves nothing unexplained. */
  readonly fSquared: number | null;
}

/**
 * Cohen's f² of each path: what R² loses without it, (R² − R² without)/(1 − R²). 0.02 is small, 0.15 medium, 0.35 large. The
 * constructs' scores stay as they are.
 * Source: Cohen 1988. Golden values: `f_squared` (cSEM)
 */
export function effectSizes({ model, layout, constructCorrelations, rSquared }: PathModelFit): readonly EffectSize[] {
  const size = model.constructs.length;
  const explained = (target: number, by: readonly number[]): number => {
    const factor = cholesky(submatrix(constructCorrelations, by));
    if (by.length === 0 || factor.kind === "singular") return 0;
    const withTarget = by.map((index) => constructCorrelations.values[index * size + target]);
    return choleskySolve(factor, withTarget).reduce((sum, beta, k) => sum + beta * withTarget[k], 0);
  };
  return model.constructs.flatMap(({ name: to }, target) => {
    const all = Array.from(layout.predecessors[target]);
    const r2 = rSquared[target] ?? 0;
    return all.map((index): EffectSize => {
      const without = explained(
        target,
        all.filter((other) => other !== index),
      );
      const fSquared = 1 - r2 > 1e-12 ? Math.max(0, r2 - without) / (1 - r2) : null;
      return { from: model.constructs[index].name, to, fSquared };
    });
  });
}
