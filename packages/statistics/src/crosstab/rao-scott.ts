/**
 * Tests of independence for weighted answers. χ² on weighted counts takes weights for people and rejects far too often;
 * Rao and Scott divide it by the mean of the generalised design effects δ, the eigenvalues of (SRS variance)⁻¹ (design
 * variance) of the interaction contrasts. Source: Rao & Scott 1984, Annals of Statistics 12; Thomas & Rao 1987.
 */
import { chiSquareUpper } from "../distribution/chi-square.ts";
import { fUpper } from "../distribution/f.ts";
import { cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { CrossTable, NotTestable } from "./table.ts";
import { filledPart, marginsOf } from "./table.ts";

export interface RaoScott {
  readonly kind: "tested";
  /** Second-order corrected F, the default: degrees of freedom by Satterthwaite. */
  readonly f: {
    readonly statistic: number;
    readonly numerator: number;
    readonly denominator: number;
    readonly pValue: number;
  };
  /** χ² of the weighted shares at the unweighted n, before any correction; `survey::svychisq` prints it. */
  readonly uncorrected: number;
  /** First-order corrected: uncorrected ÷ mean design effect. */
  readonly chiSquare: { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number };
  /** Mean generalised design effect. */
  readonly meanDesignEffect: number;
  /** Cramér's V of the weighted shares. */
  readonly cramersV: number;
  readonly n: number;
}

export interface WeightedTable extends CrossTable {
  readonly weights: Float64Array;
  readonly squaredWeights: Float64Array;
}

/** Σw of each cell within each cluster. */
export interface ClusteredTable {
  readonly rows: number;
  readonly columns: number;
  /** Answers in each cell, unweighted. */
  readonly counts: Float64Array;
  readonly clusters: number;
  /** clusters × (rows × columns), row by row. */
  readonly weights: Float64Array;
}

/** Shares of the table's cells with the covariance of their estimates, from whatever design. */
export interface CellShares {
  readonly rows: number;
  readonly columns: number;
  readonly shares: Float64Array;
  readonly covariance: Matrix;
  readonly n: number;
  readonly designDegreesOfFreedom: number;
}

/**
 * Independent respondents with case weights.
 * @param designN rows of the whole sample, missing answers included: the factor n/(n − 1) of the variance. The
 *   denominator's degrees of freedom are those of the rows in the table, as in `survey::svychisq`
 * @returns not-testable where fewer than 2 × 2 rows and columns hold anybody, or their shares do not vary
 * @throws RangeError if the cells do not fit or one is negative
 * Golden values: golden/example/expected/synth_public_crosstab.json (rao_scott_F, rao_scott_Chisq)
 */
export function raoScottTest(table: WeightedTable, designN: number): RaoScott | NotTestable {
  const filled = filledPart(table);
  if (filled.kind === "not-testable") return filled;
  const { rows, columns, counts, weights = counts, squaredWeights = counts } = filled.table;
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (designN < n) throw new RangeError(`designN ${designN} is less than the ${n} answers`);
  if (n < 2) return { kind: "not-testable", reason: "no-variation" };
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = squaredWeights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / total);
  const cells = shares.length;
  const covariance = zeroMatrix(cells, cells);
  const scale = designN / (designN - 1) / (total * total);
  for (let a = 0; a < cells; a++) {
    for (let b = 0; b < cells; b++) {
      const own = a === b ? squaredWeights[a] : 0;
      const crossed = shares[a] * squaredWeights[b] + shares[b] * squaredWeights[a];
      covariance.values[a * cells + b] = scale * (own - crossed + shares[a] * shares[b] * squares);
    }
  }
  return testOfShares({ rows, columns, shares, covariance, n, designDegreesOfFreedom: n - 1 });
}

/**
 * Respondents in clusters (stores), with or without case weights.
 * @returns not-testable where fewer than 2 × 2 rows and columns hold anybody, or below two clusters
 * @throws RangeError if the cells do not fit
 * Golden values: golden/example/expected/synth_public_crosstab.json (rao_scott_F_cluster_store)
 */
export function raoScottClusteredTest(table: ClusteredTable): RaoScott | NotTestable {
  const filled = filledPart({ rows: table.rows, columns: table.columns, counts: table.counts });
  if (filled.kind === "not-testable") return filled;
  if (table.weights.length !== table.clusters * table.counts.length) throw new RangeError("weights: clusters × cells");
  if (table.clusters < 2) return { kind: "not-testable", reason: "no-variation" };
  const { clusters } = table;
  const places = filled.rows.flatMap((row) => filled.columns.map((column) => row * table.columns + column));
  const cells = places.length;
  const weightOf = (cluster: number, cell: number) => table.weights[cluster * table.counts.length + places[cell]];
  const clusterTotals = Array.from({ length: clusters }, (_, k) =>
    places.reduce((sum, _p, cell) => sum + weightOf(k, cell), 0),
  );
  const total = clusterTotals.reduce((sum, weight) => sum + weight, 0);
  const shares = Float64Array.from(places, (_, cell) => {
    let sum = 0;
    for (let k = 0; k < clusters; k++) sum += weightOf(k, cell);
    return sum / total;
  });
  const covariance = zeroMatrix(cells, cells);
  for (let k = 0; k < clusters; k++) {
    const influence = shares.map((share, cell) => (weightOf(k, cell) - share * clusterTotals[k]) / total);
    for (let a = 0; a < cells; a++) {
      for (let b = 0; b < cells; b++) covariance.values[a * cells + b] += influence[a] * influence[b];
    }
  }
  for (let cell = 0; cell < covariance.values.length; cell++) covariance.values[cell] *= clusters / (clusters - 1);
  const n = table.counts.reduce((sum, count) => sum + count, 0);
  const [rows, columns] = [filled.rows.length, filled.columns.length];
  return testOfShares({ rows, columns, shares, covariance, n, designDegreesOfFreedom: clusters - 1 });
}

export function testOfShares(cells: CellShares): RaoScott | NotTestable {
  const effects = designEffects(cells);
  if (effects === null || !(effects.sum > 0)) return { kind: "not-testable", reason: "no-variation" };
  const association = meanSquareContingency(cells);
  const pearson = cells.n * association;
  const degreesOfFreedom = (cells.rows - 1) * (cells.columns - 1);
  const numerator = effects.sum ** 2 / effects.sumOfSquares;
  const denominator = numerator * cells.designDegreesOfFreedom;
  const statistic = pearson / effects.sum;
  const meanDesignEffect = effects.sum / degreesOfFreedom;
  const corrected = pearson / meanDesignEffect;
  return {
    kind: "tested",
    f: { statistic, numerator, denominator, pValue: fUpper(statistic, numerator, denominator) },
    uncorrected: pearson,
    chiSquare: { statistic: corrected, degreesOfFreedom, pValue: chiSquareUpper(corrected, degreesOfFreedom) },
    meanDesignEffect,
    cramersV: Math.sqrt(association / Math.min(cells.rows - 1, cells.columns - 1)),
    n: cells.n,
  };
}

/** Σ (p − row share · column share)² / (row share · column share), which is χ²/n. */
function meanSquareContingency({ rows, columns, shares }: CellShares): number {
  const { rowTotals, columnTotals } = marginsOf(rows, columns, shares);
  return shares.reduce((sum, share, cell) => {
    const expected = rowTotals[Math.floor(cell / columns)] * columnTotals[cell % columns];
    return sum + (share - expected) ** 2 / expected;
  }, 0);
}

/**
 * Σδ and Σδ². The interaction contrasts are (row i − last row) ⊗ (column j − last column): a basis of the tables whose
 * rows and columns all add to 0. As in `survey::svychisq`, cells enter by their observed shares, an empty cell by 0.
 * @returns null where the SRS variance of the contrasts is singular
 */
function designEffects({
  rows,
  columns,
  shares,
  covariance,
  n,
}: CellShares): { sum: number; sumOfSquares: number } | null {
  const contrasts = interactionContrasts(rows, columns);
  const inverse = shares.map((share) => (share > 0 ? 1 / share : 0));
  const size = contrasts.length;
  const simple = zeroMatrix(size, size);
  const design = zeroMatrix(size, size);
  contrasts.forEach((a, i) => {
    contrasts.forEach((b, j) => {
      for (const [cell, sign] of a) {
        for (const [other, otherSign] of b) {
          const signs = sign * otherSign;
          if (cell === other) simple.values[i * size + j] += (signs * inverse[cell]) / n;
          const between = covariance.values[cell * shares.length + other];
          design.values[i * size + j] += signs * inverse[cell] * inverse[other] * between;
        }
      }
    });
  });
  const factor = cholesky(simple, 1e-13);
  if (factor.kind === "singular") return null;
  const delta = Array.from({ length: size }, (_, j) =>
    choleskySolve(factor, design.values.subarray(j * size, (j + 1) * size)),
  );
  let sum = 0;
  let sumOfSquares = 0;
  for (let i = 0; i < size; i++) {
    sum += delta[i][i];
    for (let j = 0; j < size; j++) sumOfSquares += delta[i][j] * delta[j][i];
  }
  return { sum, sumOfSquares };
}

/** Each contrast as its four cells with their signs. */
function interactionContrasts(rows: number, columns: number): (readonly [cell: number, sign: number])[][] {
  const contrasts: (readonly [number, number])[][] = [];
  for (let i = 0; i + 1 < rows; i++) {
    for (let j = 0; j + 1 < columns; j++) {
      contrasts.push([
        [i * columns + j, 1],
        [i * columns + columns - 1, -1],
        [(rows - 1) * columns + j, -1],
        [(rows - 1) * columns + columns - 1, 1],
      ]);
    }
  }
  return contrasts;
}
