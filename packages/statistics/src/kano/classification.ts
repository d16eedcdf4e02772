import { type TooFewAnswers, tooFewAnswers } from "../estimate/estimate.ts";
import type { KanoCategory } from "./evaluation-table.ts";
import { categoriesByFrequency, type KanoCounts } from "./kano-answers.ts";

export interface KanoClassification {
  readonly kind: "classified";
  /** The most frequent category; ties as M > O > A > I > R > Q: in doubt for the need that hurts most when it is not met. */
  readonly byMode: KanoCategory;
  /** Most frequent of O, A, M where those together outnumber I, R, Q, else of I, R, Q: a split among wants hides none. */
  readonly byBlauth: KanoCategory;
  /** Share of the first category less that of the second, 0–1. */
  readonly categoryStrength: number;
  /** Share of M, O and A together, 0–1: how many want the feature at all. */
  readonly totalStrength: number;
  /** "mixed": the category strength is below 6 %; look at segments before deciding. */
  readonly verdict: "clear" | "mixed";
  /** Respondents with both answers, unweighted. */
  readonly n: number;
  /** Σw, and (Σw)² ÷ Σw². */
  readonly weightedBase: number;
  readonly effectiveN: number;
}

const leastStrength = 0.06;

/**
 * Category of a feature by its respondents' categories, weighted where the counts are.
 * @returns too-few-answers without a respondent
 * Source: Berger et al. 1993 (Blauth's rule); Lee & Newcomb 1997 (strengths); Matzler & Hinterhuber 1998.
 * Golden values: golden/second/expected/survey_kano.json (category_by_mode, category_blauth_rule)
 */
export function classifyFeature({
  n,
  weights,
  weightedBase,
  effectiveN,
}: KanoCounts): KanoClassification | TooFewAnswers {
  if (n === 0) return tooFewAnswers(0, 1);
  const ordered = categoriesByFrequency(weights);
  const wanted = weights.O + weights.A + weights.M;
  const group: readonly KanoCategory[] = wanted > weights.I + weights.R + weights.Q ? ["O", "A", "M"] : ["I", "R", "Q"];
  const categoryStrength = (weights[ordered[0]] - weights[ordered[1]]) / weightedBase;
  return {
    kind: "classified",
    byMode: ordered[0],
    byBlauth: ordered.find((category) => group.includes(category)) ?? ordered[0],
    categoryStrength,
    totalStrength: Math.min(1, wanted / weightedBase),
    verdict: categoryStrength < leastStrength ? "mixed" : "clear",
    n,
    weightedBase,
    effectiveN,
  };
}
