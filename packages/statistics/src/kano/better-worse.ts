import type { Estimate } from "../estimate/estimate.ts";
import { shareEstimateFromSums } from "../scores/share.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import type { KanoCategory } from "./evaluation-table.ts";
import { type KanoAnswers, respondentCategories } from "./kano-answers.ts";

export interface BetterWorse {
  /** (A + O)/(A + O + M + I), 0–1: how far satisfaction rises where the feature is there. */
  readonly better: Estimate;
  /** −(O + M)/(A + O + M + I), −1–0: how far it falls where the feature is missing. */
  readonly worse: Estimate;
}

/**
 * Berger's coefficients of a feature, with Wilson intervals. Reverse and questionable answers are in neither base, so a feature that
 * many refuse may look good here: read the share of R beside it.
 * @param designN rows of the whole sample
 * @returns too-few-answers in both where nobody is in A, O, M or I
 * @throws RangeError if lengths differ, an answer is not 1–5, a weight is negative, or confidence is outside (0, 1)
 * Source: Berger et al. 1993. Golden values: golden/second/expected/survey_kano.json (better, worse)
 */
export function betterWorse(answers: KanoAnswers, designN: number, confidence: number): BetterWorse {
  const categories = respondentCategories(answers);
  const share = (counted: readonly KanoCategory[]) => {
    const column = Float64Array.from(categories, (category) => {
      if (category === null || category === "R" || category === "Q") return Number.NaN;
      return counted.includes(category) ? 1 : 0;
    });
    return shareEstimateFromSums(sumsOfColumn(column, answers.caseWeights, designN), confidence);
  };
  return { better: share(["A", "O"]), worse: negated(share(["O", "M"])) };
}

function negated(estimate: Estimate): Estimate {
  if (estimate.kind !== "estimated") return estimate;
  const { value, interval } = estimate;
  // 0 − x, so that nobody in O and M gives 0 and not −0.
  return {
    ...estimate,
    value: 0 - value,
    interval: { ...interval, lower: 0 - interval.upper, upper: 0 - interval.lower },
  };
}
