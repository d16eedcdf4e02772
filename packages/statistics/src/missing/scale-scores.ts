import { requireItems } from "../quality/item-rows.ts";

export interface ScaleScores {
  /** Mean of the answered items of each respondent; NaN where fewer than `least` were answered. */
  readonly scores: Float64Array;
  readonly scored: number;
  /** Respondents who answered something, but too little. */
  readonly tooFew: number;
  /** Respondents who answered no item. */
  readonly unanswered: number;
}

/**
 * n-of-k rule: a respondent's scale score is the mean of the items that he answered, if these are enough. It takes an unanswered item
 * for the mean of his others, so items should be alike; estimate the scale's mean from the scores with `meanEstimate`.
 * @param items on one scale and turned one way; NaN = no answer
 * @param least items that must be answered, usually at least half
 * @throws RangeError unless least is an integer from 1 to the number of items, or if items differ in length
 * Source: Schafer & Graham 2002, Psychological Methods 7, 4. Golden values: golden/second/expected/survey_missing.json
 */
export function scaleScores(items: readonly Float64Array[], least: number = Math.ceil(items.length / 2)): ScaleScores {
  const rows = requireItems(items);
  if (!(Number.isInteger(least) && least >= 1 && least <= items.length)) {
    throw new RangeError(`from 1 to ${items.length} items must be answered, got ${least}`);
  }
  const scores = new Float64Array(rows).fill(Number.NaN);
  const counts = { scored: 0, tooFew: 0, unanswered: 0 };
  for (let row = 0; row < rows; row++) {
    let answered = 0;
    let sum = 0;
    for (const item of items) {
      if (Number.isNaN(item[row])) continue;
      answered += 1;
      sum += item[row];
    }
    if (answered >= least) {
      scores[row] = sum / answered;
      counts.scored += 1;
    } else if (answered > 0) counts.tooFew += 1;
    else counts.unanswered += 1;
  }
  return { scores, ...counts };
}
