import { type TooFewAnswers, tooFewAnswers } from "../estimate/estimate.ts";
import { type FlagColumn, flagColumn } from "./flags.ts";

export interface Speeders extends FlagColumn {
  readonly kind: "checked";
  /** In the unit of the durations. */
  readonly median: number;
  /** Who took less is flagged. */
  readonly limit: number;
}

/**
 * Respondents who took less than a share of the median time: too little to have read the questions. Compare only respondents who were
 * asked the same questions.
 * @param durations for example in seconds; NaN = unknown, and then not judged
 * @param divisor above 1; by default respondents below a third of the median are flagged
 * @returns too-few-answers where no duration is known
 * @throws RangeError if a duration is negative or infinite, or the divisor is not above 1
 * Source: Greszki, Meyer & Schoen 2015, Public Opinion Quarterly 79. Golden values: golden/second/expected/survey_quality.json
 */
export function speeders(durations: Float64Array, divisor = 3): Speeders | TooFewAnswers {
  if (!(divisor > 1 && Number.isFinite(divisor)))
    throw new RangeError(`the median is divided by more than 1, got ${divisor}`);
  const known = durations.filter((duration) => !Number.isNaN(duration)).sort();
  if (known.length === 0) return tooFewAnswers(0, 1);
  if (known[0] < 0 || known[known.length - 1] === Number.POSITIVE_INFINITY) {
    throw new RangeError("durations are not negative and not infinite");
  }
  const middle = known.length >> 1;
  const median = known.length % 2 === 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
  const limit = median / divisor;
  const column = flagColumn("speeder", durations.length, (row) =>
    Number.isNaN(durations[row]) ? null : durations[row] < limit,
  );
  return { kind: "checked", ...column, median, limit };
}
