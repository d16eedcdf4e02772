import type { Estimate, TooFewAnswers } from "../estimate/estimate.ts";
import { meanEstimate } from "../scores/mean.ts";
import { type StandardDeviation, standardDeviation } from "../scores/standard-deviation.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import type { KanoAnswers } from "./kano-answers.ts";

/** For 1 like … 5 dislike. "Must be" and "live with" are weaker than "like" and "dislike", and that asymmetry is the point. */
const functionalMarks = [4, 2, 0, -1, -2];
const dysfunctionalMarks = [-2, -1, 0, 2, 4];

export interface ContinuousScore {
  readonly mean: Estimate;
  readonly standardDeviation: StandardDeviation | TooFewAnswers;
}

export interface ContinuousKano {
  /** −2 … 4; above 2 with a low dysfunctional score is attractive. */
  readonly functional: ContinuousScore;
  /** −2 … 4; above 2 with a low functional score is a must. */
  readonly dysfunctional: ContinuousScore;
}

/**
 * DuMouchel's continuous scores of a feature: a place in a plane rather than a letter, with the spread the letter hides. Each
 * question takes its own answered rows.
 * @param designN rows of the whole sample
 * @throws RangeError if an answer is not 1–5, weights do not fit, or confidence is outside (0, 1)
 * Source: DuMouchel, in Berger et al. 1993. Golden values: golden/second/expected/survey_kano.json (cont_…)
 */
export function continuousKano(answers: KanoAnswers, designN: number, confidence: number): ContinuousKano {
  const score = (column: Float64Array, marks: readonly number[]): ContinuousScore => {
    const marked = column.map((answer) => (Number.isNaN(answer) ? answer : markOf(marks, answer)));
    const sums = sumsOfColumn(marked, answers.caseWeights, designN);
    return { mean: meanEstimate(sums, confidence), standardDeviation: standardDeviation(sums) };
  };
  return {
    functional: score(answers.functional, functionalMarks),
    dysfunctional: score(answers.dysfunctional, dysfunctionalMarks),
  };
}

function markOf(marks: readonly number[], answer: number): number {
  const mark = marks[answer - 1];
  if (mark === undefined) throw new RangeError(`answers must be 1–5, got ${answer}`);
  return mark;
}
