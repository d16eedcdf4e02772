import { normalLower } from "../distribution/normal.ts";
import { bivariateNormalDensity } from "./bivariate-normal.ts";
import { cellOf, cornersAt, smallestProbability } from "./latent-corners.ts";
import type { LatentTable } from "./latent-table.ts";

/**
 * Standard error of a two-step polychoric correlation from the influence of a respondent in cell (i, j): he adds his own score, and moves
 * the thresholds and by them the score. Derivatives are those of the observed table, so the error holds where latent normality does not,
 * and V = n/(n − 1) Σ(w u)²/(Σw)² where weights go with the answers.
 * @param information negative second derivative of the log-likelihood by ρ
 * Source: two-step M-estimation, Newey & McFadden 1994, 6; the case without weights: Olsson 1979, Psychometrika 44, 5.
 */
export function twoStepStandardError(latent: LatentTable, correlation: number, information: number): number {
  const { rows, columns, squaredCells, weight, n } = latent;
  const scores = cellScores(latent, correlation);
  const turned = transposed(latent, scores);
  const byRow = levelInfluence(latent, scores, correlation);
  const byColumn = levelInfluence(turned.latent, turned.scores, correlation);
  let squares = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const influence = (scores.relative[i * columns + j] + byRow[i] + byColumn[j]) * (weight / information);
      squares += squaredCells[i * columns + j] * influence * influence;
    }
  }
  return Math.sqrt(((n / (n - 1)) * squares) / (weight * weight));
}

interface CellScores {
  /** ∂log p/∂ρ */
  readonly relative: Float64Array;
  /** Share of the respondents ÷ probability; 0 for an empty cell. */
  readonly ratio: Float64Array;
  /** ratio × relative: what the score loses as p grows. */
  readonly pull: Float64Array;
}

function cellScores(latent: LatentTable, correlation: number): CellScores {
  const { rows, columns, cells, weight } = latent;
  const { probability, slope } = cornersAt(latent, correlation);
  const relative = new Float64Array(rows * columns);
  const ratio = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const p = Math.max(cellOf(probability, i, j, columns), smallestProbability);
      relative[i * columns + j] = cellOf(slope, i, j, columns) / p;
      ratio[i * columns + j] = cells[i * columns + j] / weight / p;
    }
  }
  return { relative, ratio, pull: ratio.map((each, cell) => each * relative[cell]) };
}

/** For each level of the row variable, what a respondent at it changes in the mean score through the thresholds. */
function levelInfluence(latent: LatentTable, { ratio, pull }: CellScores, correlation: number): Float64Array {
  const { rows, columns, rowThresholds, columnThresholds, rowShares } = latent;
  const spread = Math.sqrt((1 - correlation) * (1 + correlation));
  const result = new Float64Array(rows);
  rowThresholds.forEach((a, k) => {
    const density = Math.exp((-a * a) / 2) / Math.sqrt(2 * Math.PI);
    let [below, slopeBelow, effect] = [0, 0, 0];
    for (let j = 0; j < columns; j++) {
      const b = columnThresholds[j];
      const isLast = j === columns - 1;
      // Derivatives of P(X ≤ a, Y ≤ b) by a, and by a and ρ, both over φ(a).
      const upTo = isLast ? 1 : normalLower((b - correlation * a) / spread);
      const slopeUpTo = isLast
        ? 0
        : (-bivariateNormalDensity(a, b, correlation) * (a - correlation * b)) / (spread * spread) / density;
      const [here, next] = [k * columns + j, (k + 1) * columns + j];
      effect += (slopeUpTo - slopeBelow) * (ratio[here] - ratio[next]) - (upTo - below) * (pull[here] - pull[next]);
      [below, slopeBelow] = [upTo, slopeUpTo];
    }
    for (let level = 0; level < rows; level++) result[level] += effect * ((level <= k ? 1 : 0) - rowShares[k]);
  });
  return result;
}

function transposed(latent: LatentTable, scores: CellScores): { latent: LatentTable; scores: CellScores } {
  const { rows, columns } = latent;
  const turn = (cells: Float64Array) =>
    cells.map((_, cell) => cells[(cell % rows) * columns + Math.floor(cell / rows)]);
  return {
    latent: {
      ...latent,
      rows: columns,
      columns: rows,
      rowThresholds: latent.columnThresholds,
      columnThresholds: latent.rowThresholds,
      rowShares: latent.columnShares,
      columnShares: latent.rowShares,
    },
    scores: { relative: turn(scores.relative), ratio: turn(scores.ratio), pull: turn(scores.pull) },
  };
}
