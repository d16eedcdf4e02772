import { columnMeanWeights } from "../../src/index/ahp/column-mean-weights.ts";
import { saatyRandomIndices } from "../../src/index/ahp/consistency.ts";
import { eigenvectorWeights } from "../../src/index/ahp/eigenvector-weights.ts";
import { geometricMeanWeights } from "../../src/index/ahp/geometric-mean-weights.ts";
import { matrixOfRows } from "../../src/linear-algebra/matrix.ts";
import { variant } from "../../test-support/variants.ts";
import type { Family } from "../family.ts";
import { numbersAt } from "../options.ts";

/** The comparisons stand in the file as `matrix`; `options.RI` are the random indices followed. */
export const ahp: Family = {
  compute: ({ values, options }) => {
    const given = values.matrix;
    if (!Array.isArray(given)) throw new Error("matrix is no list of rows");
    const rows = given.map((row, i) => numbersAt({ [i]: row }, String(i)));
    const matrix = matrixOfRows(rows);
    const indices = Array.isArray(options.RI) ? numbersAt(options, "RI") : saatyRandomIndices;
    const principal = variant(eigenvectorWeights(matrix, indices), "weights");
    const geometric = variant(geometricMeanWeights(matrix), "weights");
    return {
      matrix: rows,
      lambda_max: principal.lambdaMax,
      weights_eigenvector: principal.weights,
      weights_geometric_mean: geometric.weights,
      weights_normalised_column_mean: variant(columnMeanWeights(matrix), "weights").weights,
      CI: principal.consistencyIndex,
      RI: principal.randomIndex,
      CR: principal.consistencyRatio,
      geometric_consistency_index: geometric.geometricConsistencyIndex,
    };
  },
};
