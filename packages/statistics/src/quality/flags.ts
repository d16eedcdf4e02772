/**
 * Checks of how a response was given. A check raises a flag; it never removes anybody. Flags stand beside the answers as data: the analyst
 * looks at the flagged, decides, and reports figures with and without them.
 */
import { type Estimate, tooFewAnswers } from "../estimate/estimate.ts";
import { shareEstimate } from "../scores/share.ts";
import { tallyOf } from "../tally/rating-tally.ts";

/** One check of all respondents. */
export interface FlagColumn {
  readonly check: string;
  /** For each respondent 1 (flagged), 0 (not) or `notJudged`, where there are too few answers to tell. */
  readonly flags: Int8Array;
}

export const notJudged = -1;

/** @param isFlagged null where nothing can be said */
export function flagColumn(check: string, rows: number, isFlagged: (row: number) => boolean | null): FlagColumn {
  const flags = Int8Array.from({ length: rows }, (_, row) => {
    const flagged = isFlagged(row);
    return flagged === null ? notJudged : Number(flagged);
  });
  return { check, flags };
}

/** Rows that a check has flagged, ascending. */
export function flaggedRows({ flags }: FlagColumn): number[] {
  return Array.from(flags.keys()).filter((row) => flags[row] === 1);
}

/**
 * Number of flags of each respondent. One flag is often innocent (a fast reader, a satisfied customer); two or more of different
 * checks rarely are.
 * @throws RangeError if checks differ in their number of respondents
 * Source: Curran 2016, Journal of Experimental Social Psychology 66. Golden values: golden/second/expected/survey_quality.json
 */
export function flagCounts(columns: readonly FlagColumn[]): Uint8Array {
  const rows = columns.length === 0 ? 0 : columns[0].flags.length;
  if (columns.some(({ flags }) => flags.length !== rows)) throw new RangeError("checks differ in length");
  const counts = new Uint8Array(rows);
  for (const { flags } of columns) {
    flags.forEach((flag, row) => {
      if (flag === 1) counts[row] += 1;
    });
  }
  return counts;
}

/**
 * Share of the judged respondents that a check flags, 0–1, with its interval.
 * @param weights one for each respondent, or null
 * @returns too-few-answers where nobody could be judged
 * @throws RangeError if there is not one weight for each, or confidence is outside (0, 1)
 */
export function flaggedShare({ flags }: FlagColumn, weights: Float64Array | null, confidence: number): Estimate {
  if (weights !== null && weights.length !== flags.length) throw new RangeError("one weight for each row is needed");
  const judged = Array.from(flags.keys()).filter((row) => flags[row] !== notJudged);
  if (judged.length === 0) return tooFewAnswers(0, 1);
  const tally = tallyOf(
    judged.map((row) => flags[row]),
    weights === null ? null : judged.map((row) => weights[row]),
    flags.length,
  );
  return shareEstimate(tally, (flag) => flag === 1, confidence);
}
