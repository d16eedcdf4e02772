import type { Matrix } from "../../linear-algebra/matrix.ts";
import { zeroMatrix } from "../../linear-algebra/matrix.ts";
import type { PathModelFit } from "../fit.ts";
import type { ModelLayout } from "../model-layout.ts";

/**
 * Total effects (I − B)⁻¹ − I: along all ways from row to column, the product of the coefficients on each. In standard deviations
 * of the column for one of the row.
 * Golden values: `total_effects` (cSEM)
 */
export function totalEffects({ layout, paths }: Pick<PathModelFit, "layout" | "paths">): Matrix {
  return accumulatedEffects(layout, paths);
}

/** Total less direct: what goes through other constructs. Golden values: `indirect_effects` (cSEM) */
export function indirectEffects(fit: Pick<PathModelFit, "layout" | "paths">): Matrix {
  const total = totalEffects(fit);
  return { ...total, values: total.values.map((value, place) => value - fit.paths.values[place]) };
}

/** Columns in causal order: effect on a construct = Σ over those that act on it (direct + effect on them) · path. */
function accumulatedEffects({ order, predecessors }: ModelLayout, paths: Matrix): Matrix {
  const size = paths.rows;
  const total = zeroMatrix(size, size);
  for (const target of order) {
    for (const from of predecessors[target]) {
      const path = paths.values[from * size + target];
      for (let origin = 0; origin < size; origin++) {
        const reach = origin === from ? 1 : total.values[origin * size + from];
        total.values[origin * size + target] += reach * path;
      }
    }
  }
  return total;
}
