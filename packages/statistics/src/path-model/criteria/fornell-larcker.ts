import type { Matrix } from "../../linear-algebra/matrix.ts";
import { zeroMatrix } from "../../linear-algebra/matrix.ts";
import { constructBlocks } from "../construct-block.ts";
import type { PathModelFit } from "../fit.ts";
import { averageVarianceExtracted } from "./average-variance-extracted.ts";

export interface FornellLarcker {
  /** √AVE on the diagonal, correlations of constructs beside it. */
  readonly matrix: Matrix;
  /** Pairs whose correlation is not below both √AVE: these constructs are not told apart by the criterion. */
  readonly violations: readonly { readonly constructs: readonly [string, string]; readonly correlation: number }[];
}

/**
 * Discriminant validity: a construct should share more variance with its own items than with any other construct. Pairs with a
 * formative block are not judged, since AVE says nothing of one.
 * Source: Fornell & Larcker 1981. Golden values: `fornell_larcker_diag_sqrtAVE`
 */
export function fornellLarcker(fit: PathModelFit): FornellLarcker {
  const blocks = constructBlocks(fit);
  const size = blocks.length;
  const roots = blocks.map(({ loadings }) => Math.sqrt(averageVarianceExtracted(loadings)));
  const matrix = zeroMatrix(size, size);
  const violations: FornellLarcker["violations"][number][] = [];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const correlation = fit.constructCorrelations.values[i * size + j];
      matrix.values[i * size + j] = i === j ? roots[i] : correlation;
      const judged = i < j && blocks[i].mode === "A" && blocks[j].mode === "A";
      if (judged && Math.abs(correlation) >= Math.min(roots[i], roots[j])) {
        violations.push({ constructs: [blocks[i].construct, blocks[j].construct], correlation });
      }
    }
  }
  return { matrix, violations };
}
