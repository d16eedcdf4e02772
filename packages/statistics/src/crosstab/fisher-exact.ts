/**
 * Fisher's exact test of a 2 × 2 table. Given both margins, the first cell follows the noncentral hypergeometric
 * distribution with the odds ratio as its parameter; the test, the estimate and the interval all come from it.
 */

import type { Interval } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { Hypergeometric } from "./noncentral-hypergeometric.ts";
import { from, hypergeometric, meanPlace, probabilities, upTo } from "./noncentral-hypergeometric.ts";
import type { CrossTable, NotTestable } from "./table.ts";
import { filledPart, fourCells } from "./table.ts";

export interface FisherExact {
  readonly kind: "tested";
  /** Two-sided: tables as probable as the one observed, or less. */
  readonly pValue: number;
  /** Conditional maximum-likelihood estimate of the odds ratio, which is not ad/bc. */
  readonly oddsRatio:
    | { readonly kind: "estimated"; readonly value: number; readonly interval: Interval }
    /** The first cell is as small (ratio 0) or as large (infinite) as the margins allow; the other limit remains. */
    | { readonly kind: "at-zero"; readonly upper: number; readonly confidence: number }
    | { readonly kind: "at-infinity"; readonly lower: number; readonly confidence: number };
}

/** Probabilities this close to the observed one, relatively, count as equal to it, as in R. */
const equalProbability = 1 + 1e-7;

/**
 * @returns not-testable where a row or column is empty
 * @throws RangeError unless the table is 2 × 2 of integers, or confidence is outside (0, 1)
 * Source: Fisher 1935; interval by two tails as R's `fisher.test`, the roots found to full precision. Golden values:
 * golden/example/expected/synth_public_crosstab.json (two_by_two)
 */
export function fisherExact(table: CrossTable, confidence: number): FisherExact | NotTestable {
  requireConfidence(confidence);
  const cells = fourCells(table);
  if (!cells.every(Number.isInteger)) throw new RangeError("an exact test needs whole counts");
  const filled = filledPart(table);
  if (filled.kind === "not-testable") return filled;
  const distribution = hypergeometric(cells);
  return {
    kind: "tested",
    pValue: twoSidedP(distribution, cells[0]),
    oddsRatio: conditionalOddsRatio(distribution, cells[0], confidence),
  };
}

function twoSidedP(distribution: Hypergeometric, observed: number): number {
  const under = probabilities(distribution, 0);
  const limit = under[observed - distribution.lowest] * equalProbability;
  return Math.min(
    1,
    under.reduce((sum, probability) => (probability <= limit ? sum + probability : sum), 0),
  );
}

function conditionalOddsRatio(
  distribution: Hypergeometric,
  observed: number,
  confidence: number,
): FisherExact["oddsRatio"] {
  const tail = (1 - confidence) / 2;
  const place = observed - distribution.lowest;
  const upper = () => Math.exp(increasingRoot((logRatio) => tail - upTo(distribution, logRatio, place)));
  const lower = () => Math.exp(increasingRoot((logRatio) => from(distribution, logRatio, place) - tail));
  if (place === 0) return { kind: "at-zero", upper: upper(), confidence };
  if (place === distribution.logCounts.length - 1) return { kind: "at-infinity", lower: lower(), confidence };
  const interval = { lower: lower(), upper: upper(), confidence, method: "conditional-exact" } as const;
  return {
    kind: "estimated",
    value: Math.exp(increasingRoot((logRatio) => meanPlace(distribution, logRatio) - place)),
    interval,
  };
}

/** Root of an increasing function of a log odds ratio, by bisection to the last bits. */
function increasingRoot(f: (logRatio: number) => number): number {
  let low = -1;
  let high = 1;
  while (f(low) > 0) low *= 2;
  while (f(high) < 0) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
