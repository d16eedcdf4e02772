import { cholesky, choleskyInverse } from "../../linear-algebra/cholesky.ts";
import type { Matrix } from "../../linear-algebra/matrix.ts";
import { submatrix } from "../../linear-algebra/matrix.ts";
import { constructBlocks } from "../construct-block.ts";
import type { PathModelFit } from "../fit.ts";

export interface VarianceInflation {
  /** The construct that acts, or the item. */
  readonly name: string;
  /** The construct that is acted on, or measured. */
  readonly of: string;
  /** 1/(1 − R²) on the others, at least 1; above 5, by stricter rules 3.3, coefficients are unsteady. Null: it follows from
   *  the others. */
  readonly factor: number | null;
}

/** Of the constructs that act on one together. Golden values: `vif_antecedents` */
export function antecedentInflation({
  model,
  layout,
  constructCorrelations,
}: PathModelFit): readonly VarianceInflation[] {
  return model.constructs.flatMap(({ name: of }, target) => {
    const predecessors = Array.from(layout.predecessors[target]);
    const factors = inflationFactors(submatrix(constructCorrelations, predecessors));
    return predecessors.map((index, k) => ({ name: model.constructs[index].name, of, factor: factors[k] }));
  });
}

/** Of the items of each block; what counts for formative ones. Golden values: `vif_items_within_block` */
export function itemInflation(fit: PathModelFit): readonly VarianceInflation[] {
  return constructBlocks(fit).flatMap(({ construct, items, correlations }) => {
    const factors = inflationFactors(correlations);
    return items.map((name, k) => ({ name, of: construct, factor: factors[k] }));
  });
}

/** Diagonal of the inverse; all null where there is none. */
function inflationFactors(correlations: Matrix): readonly (number | null)[] {
  const size = correlations.rows;
  const factor = cholesky(correlations);
  if (factor.kind === "singular") return Array.from({ length: size }, () => null);
  const inverse = choleskyInverse(factor);
  return Array.from({ length: size }, (_, i) => Math.max(1, inverse.values[i * size + i]));
}
