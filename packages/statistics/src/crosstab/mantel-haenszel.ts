import { chiSquareUpper } from "../distribution/chi-square.ts";
import type { Interval } from "../estimate/estimate.ts";
import { criticalNormal } from "../estimate/interval.ts";
import type { CrossTable, NotTestable } from "./table.ts";
import { fourCells } from "./table.ts";

export interface MantelHaenszel {
  readonly kind: "tested";
  readonly statistic: number;
  readonly pValue: number;
  readonly continuityStatistic: number;
  readonly continuityPValue: number;
  /** Common odds ratio over the strata; empty-cell where one diagonal is empty in all strata. */
  readonly commonOddsRatio:
    | { readonly kind: "estimated"; readonly value: number; readonly interval: Interval }
    | { readonly kind: "empty-cell" };
}

type FourCells = readonly [number, number, number, number];

/**
 * Association in 2 × 2 tables within strata (departments, regions), so that a difference between strata is not taken for
 * one within them. Interval of the common odds ratio by Robins, Breslow and Greenland.
 * @returns not-testable where no stratum has both rows and both columns
 * @throws RangeError unless every table is 2 × 2, or confidence is outside (0, 1)
 * Source: Mantel & Haenszel 1959; Robins et al. 1986; R's `mantelhaen.test`. Golden values:
 * golden/published/expected/textbook_crosstabs.json (ucb_mantel_haenszel)
 */
export function mantelHaenszel(strata: readonly CrossTable[], confidence: number): MantelHaenszel | NotTestable {
  const z = criticalNormal(confidence);
  const cells = strata.map(fourCells).filter((four) => totalOf(four) > 1);
  let deviation = 0;
  let variance = 0;
  for (const four of cells) {
    const [a, b, c, d] = four;
    const n = totalOf(four);
    deviation += a - ((a + b) * (a + c)) / n;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  }
  if (!(variance > 0)) return { kind: "not-testable", reason: "no-variation" };
  const distance = Math.abs(deviation);
  const statistic = distance ** 2 / variance;
  const continuityStatistic = (distance >= 0.5 ? distance - 0.5 : distance) ** 2 / variance;
  return {
    kind: "tested",
    statistic,
    pValue: chiSquareUpper(statistic, 1),
    continuityStatistic,
    continuityPValue: chiSquareUpper(continuityStatistic, 1),
    commonOddsRatio: commonOddsRatio(cells, z, confidence),
  };
}

function commonOddsRatio(
  cells: readonly FourCells[],
  z: number,
  confidence: number,
): MantelHaenszel["commonOddsRatio"] {
  const sumOver = (term: (four: FourCells, n: number) => number) =>
    cells.reduce((sum, four) => sum + term(four, totalOf(four)), 0);
  const diagonal = sumOver(([a, , , d], n) => (a * d) / n);
  const offDiagonal = sumOver(([, b, c], n) => (b * c) / n);
  if (!(diagonal > 0 && offDiagonal > 0)) return { kind: "empty-cell" };
  const value = diagonal / offDiagonal;
  const ofDiagonal = sumOver(([a, , , d], n) => ((a + d) * a * d) / n ** 2) / (2 * diagonal ** 2);
  const mixed =
    sumOver(([a, b, c, d], n) => ((a + d) * b * c + (b + c) * a * d) / n ** 2) / (2 * diagonal * offDiagonal);
  const ofOffDiagonal = sumOver(([, b, c], n) => ((b + c) * b * c) / n ** 2) / (2 * offDiagonal ** 2);
  const spread = Math.exp(z * Math.sqrt(ofDiagonal + mixed + ofOffDiagonal));
  const method = "robins-breslow-greenland";
  return { kind: "estimated", value, interval: { lower: value / spread, upper: value * spread, confidence, method } };
}

function totalOf([a, b, c, d]: FourCells): number {
  return a + b + c + d;
}
