/**
 * Consistent PLS: correlations of constructs as they would be without the noise of their items, for items that reflect common factors.
 * Source: Dijkstra & Henseler 2015, MIS Quarterly 39.
 */
import { Matrix as DenseMatrix, LuDecomposition } from "ml-matrix";
import type { Matrix } from "../../linear-algebra/matrix.ts";
import { submatrix, zeroMatrix } from "../../linear-algebra/matrix.ts";
import { constructBlocks } from "../construct-block.ts";
import { type ModelFit, modelFitOf } from "../criteria/model-fit.ts";
import { rhoA } from "../criteria/rho-a.ts";
import type { PathModelFit } from "../fit.ts";
import { type Inadmissibility, inadmissibilities } from "./admissibility.ts";

export interface ConsistentModel {
  readonly kind: "estimated";
  readonly fit: PathModelFit;
  /** ρ_A of each construct; 1 for a formative one and for a single item. */
  readonly reliabilities: Float64Array;
  /** Mode A with two items or more. */
  readonly isCommonFactor: readonly boolean[];
  readonly loadings: Float64Array;
  readonly constructCorrelations: Matrix;
  /** From row to column. */
  readonly paths: Matrix;
  /** Null for constructs to which no path leads. Can pass 1 where the solution is inadmissible. */
  readonly rSquared: readonly (number | null)[];
  readonly modelFit: { readonly saturated: ModelFit; readonly estimated: ModelFit };
  /** Why the solution cannot be that of common factors; empty where it can. To be shown wherever its numbers are. */
  readonly inadmissible: readonly Inadmissibility[];
}

export type NoConsistentModel =
  /** ρ_A is not positive, or cannot be computed: nothing to correct by. */
  | { readonly kind: "no-reliability"; readonly construct: string; readonly rhoA: number | null }
  | { readonly kind: "singular"; readonly construct: string };

/** Golden values: `plsc_mobi_path` (seminr, cSEM) */
export function consistentModel(fit: PathModelFit): ConsistentModel | NoConsistentModel {
  const blocks = constructBlocks(fit);
  const isCommonFactor = blocks.map(({ mode, items }) => mode === "A" && items.length > 1);
  const reliabilities = new Float64Array(blocks.length).fill(1);
  for (const [j, block] of blocks.entries()) {
    const reliability = isCommonFactor[j] ? rhoA(block) : 1;
    if (!(reliability !== null && reliability > 0)) {
      return { kind: "no-reliability", construct: block.construct, rhoA: reliability };
    }
    reliabilities[j] = reliability;
  }
  const constructCorrelations = disattenuated(fit.constructCorrelations, reliabilities);
  const regressions = regress(fit, constructCorrelations);
  if (regressions.kind === "singular") return regressions;
  const loadings = fit.loadings.slice();
  for (const [j, { weights, start }] of blocks.entries()) {
    if (!isCommonFactor[j]) continue;
    const scale = Math.sqrt(reliabilities[j]) / weights.reduce((sum, weight) => sum + weight ** 2, 0);
    weights.forEach((weight, k) => {
      loadings[start + k] = weight * scale;
    });
  }
  const { paths, rSquared } = regressions;
  const found = { reliabilities, isCommonFactor, loadings, constructCorrelations, paths, rSquared };
  const { layout, correlations } = fit;
  return {
    kind: "estimated",
    fit,
    ...found,
    modelFit: modelFitOf({ layout, correlations, ...found }),
    inadmissible: inadmissibilities(fit, found),
  };
}

/** r / √(ρ_A of the one · ρ_A of the other). */
function disattenuated(correlations: Matrix, reliabilities: Float64Array): Matrix {
  const size = correlations.rows;
  const corrected = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const place = i * size + j;
      corrected.values[place] =
        i === j ? 1 : correlations.values[place] / Math.sqrt(reliabilities[i] * reliabilities[j]);
    }
  }
  return corrected;
}

type Regressions =
  | { readonly kind: "estimated"; readonly paths: Matrix; readonly rSquared: readonly (number | null)[] }
  | { readonly kind: "singular"; readonly construct: string };

/** Corrected correlations may not be those of any variables, so the equations are solved without taking them for such. */
function regress({ layout, model }: PathModelFit, correlations: Matrix): Regressions {
  const size = correlations.rows;
  const paths = zeroMatrix(size, size);
  const rSquared: (number | null)[] = [];
  for (const [target, before] of layout.predecessors.entries()) {
    const from = Array.from(before);
    if (from.length === 0) {
      rSquared.push(null);
      continue;
    }
    const among = submatrix(correlations, from);
    const withTarget = from.map((index) => correlations.values[index * size + target]);
    const decomposition = new LuDecomposition(
      DenseMatrix.from1DArray(from.length, from.length, Array.from(among.values)),
    );
    if (Math.abs(decomposition.determinant) < 1e-12)
      return { kind: "singular", construct: model.constructs[target].name };
    const coefficients = decomposition.solve(DenseMatrix.columnVector(withTarget)).to1DArray();
    for (const [k, index] of from.entries()) paths.values[index * size + target] = coefficients[k];
    rSquared.push(coefficients.reduce((sum, value, k) => sum + value * withTarget[k], 0));
  }
  return { kind: "estimated", paths, rSquared };
}
