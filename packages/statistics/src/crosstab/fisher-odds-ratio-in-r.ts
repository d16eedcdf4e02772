import { requireConfidence } from "../estimate/interval.ts";
import { zeroin } from "../root/zeroin.ts";
import { from, hypergeometric, meanPlace, upTo } from "./noncentral-hypergeometric.ts";
import type { CrossTable, NotTestable } from "./table.ts";
import { filledPart, fourCells } from "./table.ts";

export interface OddsRatioInR {
  readonly kind: "estimated";
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** R's `uniroot` default, at which `fisher.test` leaves it: the roots are right to four or five digits only. */
const tolerance = Number.EPSILON ** 0.25;

/**
 * The conditional odds ratio and its limits with the digits R's `fisher.test` prints. Only for reconciling a report with
 * R: `fisherExact` finds the same roots to full precision.
 * @returns not-testable where a row or column is empty, or the first cell is as small or large as the margins allow
 * @throws RangeError unless the table is 2 × 2 of whole counts, or confidence is outside (0, 1)
 * Source: R 4.2.2, stats:::fisher.test. Golden values: golden/example/expected/synth_public_crosstab.json (two_by_two)
 */
export function fisherOddsRatioInR(table: CrossTable, confidence: number): OddsRatioInR | NotTestable {
  requireConfidence(confidence);
  const cells = fourCells(table);
  if (!cells.every(Number.isInteger)) throw new RangeError("an exact test needs whole counts");
  const filled = filledPart(table);
  if (filled.kind === "not-testable") return filled;
  const distribution = hypergeometric(cells);
  const place = cells[0] - distribution.lowest;
  const highest = distribution.logCounts.length - 1;
  if (place === 0 || place === highest) return { kind: "not-testable", reason: "no-variation" };
  const tail = (1 - confidence) / 2;
  const root = (f: (log: number) => number, atZero: number, atInfinity: number) =>
    rootInRatio(f, { atZero, atInfinity });
  return {
    kind: "estimated",
    value: root((log) => meanPlace(distribution, log) - place, -place, highest - place),
    lower: root((log) => from(distribution, log, place) - tail, -tail, 1 - tail),
    upper: root((log) => upTo(distribution, log, place) - tail, 1 - tail, -tail),
  };
}

/** R searches ratios below 1 directly and those above 1 by their inverse, always within (0, 1). */
function rootInRatio(
  f: (logRatio: number) => number,
  { atZero, atInfinity }: { readonly atZero: number; readonly atInfinity: number },
): number {
  const atOne = f(0);
  if (atOne === 0) return 1;
  if (Math.sign(atOne) !== Math.sign(atZero)) {
    return zeroin((ratio) => (ratio === 0 ? atZero : f(Math.log(ratio))), 0, 1, tolerance);
  }
  const inverse = (ratio: number) => (ratio === 0 ? atInfinity : f(Math.log(1 / ratio)));
  return 1 / zeroin(inverse, Number.EPSILON, 1, tolerance);
}
