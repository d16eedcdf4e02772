import type { Matrix } from "../../linear-algebra/matrix.ts";
import { symmetricEigen } from "../../linear-algebra/symmetric-eigen.ts";
import type { PathModelFit } from "../fit.ts";

/** A number that common factors cannot have. */
export type Inadmissibility =
  | { readonly code: "reliability-above-one"; readonly construct: string; readonly rhoA: number }
  | { readonly code: "loading-above-one"; readonly item: string; readonly loading: number }
  | {
      readonly code: "correlation-above-one";
      readonly constructs: readonly [string, string];
      readonly correlation: number;
    }
  /** The constructs' correlations have a negative eigenvalue: no variables correlate so. */
  | { readonly code: "not-positive-semidefinite"; readonly smallestEigenvalue: number }
  | { readonly code: "r-squared-above-one"; readonly construct: string; readonly rSquared: number };

/** Rounding may take a number so far past its limit. */
const slack = 1e-10;

/** Source: Dijkstra & Henseler 2015; the checks are those of cSEM::verify, and two more. */
export function inadmissibilities(
  { model, layout }: PathModelFit,
  found: {
    readonly reliabilities: Float64Array;
    readonly loadings: Float64Array;
    readonly constructCorrelations: Matrix;
    readonly rSquared: readonly (number | null)[];
  },
): readonly Inadmissibility[] {
  const names = model.constructs.map(({ name }) => name);
  const issues: Inadmissibility[] = [];
  for (const [j, rho] of found.reliabilities.entries()) {
    if (rho > 1 + slack) issues.push({ code: "reliability-above-one", construct: names[j], rhoA: rho });
  }
  for (const [k, loading] of found.loadings.entries()) {
    if (Math.abs(loading) > 1 + slack) issues.push({ code: "loading-above-one", item: layout.items[k], loading });
  }
  const { values, rows: size } = found.constructCorrelations;
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const correlation = values[i * size + j];
      if (Math.abs(correlation) <= 1 + slack) continue;
      issues.push({ code: "correlation-above-one", constructs: [names[i], names[j]], correlation });
    }
  }
  const smallestEigenvalue = symmetricEigen(found.constructCorrelations).values[0];
  if (smallestEigenvalue < -slack) issues.push({ code: "not-positive-semidefinite", smallestEigenvalue });
  for (const [j, rSquared] of found.rSquared.entries()) {
    if ((rSquared ?? 0) > 1 + slack)
      issues.push({ code: "r-squared-above-one", construct: names[j], rSquared: rSquared ?? 0 });
  }
  return issues;
}
