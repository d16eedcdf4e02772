import { bivariateNormalLower } from "./bivariate-normal.ts";
import type { LatentTable } from "./latent-table.ts";

/** At the corners of cells, (rows + 1) × (columns + 1) row by row: P(X ≤ a, Y ≤ b) and its first and second derivative by ρ. */
export interface Corners {
  readonly probability: Float64Array;
  readonly slope: Float64Array;
  readonly curvature: Float64Array;
}

/** Cells whose probability is less hold nothing but rounding of their four corners. */
export const smallestProbability = 1e-16;

/** What a function of the corners gives for cell (i, j): its increase over the cell. */
export function cellOf(corners: Float64Array, i: number, j: number, columns: number): number {
  const at = (i + 1) * (columns + 1) + j + 1;
  const above = at - columns - 1;
  return corners[at] - corners[at - 1] - corners[above] + corners[above - 1];
}

/** @param correlation −1 < ρ < 1 */
export function cornersAt(latent: LatentTable, correlation: number): Corners {
  const { rows, columns, rowThresholds, columnThresholds, rowShares, columnShares } = latent;
  const lower = bivariateNormalLower(correlation);
  const width = columns + 1;
  const probability = new Float64Array((rows + 1) * width);
  const slope = new Float64Array(probability.length);
  const curvature = new Float64Array(probability.length);
  const unexplained = (1 - correlation) * (1 + correlation);
  const constant = 1 / (2 * Math.PI * Math.sqrt(unexplained));
  for (let i = 1; i <= rows; i++) probability[i * width + columns] = i < rows ? rowShares[i - 1] : 1;
  for (let j = 1; j < columns; j++) probability[rows * width + j] = columnShares[j - 1];
  for (let i = 1; i < rows; i++) {
    for (let j = 1; j < columns; j++) {
      const [a, b] = [rowThresholds[i - 1], columnThresholds[j - 1]];
      const at = i * width + j;
      const squares = a * a + b * b;
      const density = constant * Math.exp((correlation * a * b - squares / 2) / unexplained);
      const growth = correlation + (a * b * (1 + correlation * correlation) - correlation * squares) / unexplained;
      probability[at] = lower(a, b);
      slope[at] = density;
      curvature[at] = (density * growth) / unexplained;
    }
  }
  return { probability, slope, curvature };
}
