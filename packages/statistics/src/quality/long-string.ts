import { type FlagColumn, flagColumn, notJudged } from "./flags.ts";
import { requireItems } from "./item-rows.ts";

/**
 * Longest run of equal answers in consecutive items, for each respondent; 0 where nothing was answered. A missing answer ends a run.
 * @param items in the order in which they were asked; NaN = no answer
 * @throws RangeError without an item, or if items differ in length
 * Source: Johnson 2005, Journal of Research in Personality 39. Golden values: golden/second/expected/survey_quality.json
 */
export function longestRuns(items: readonly Float64Array[]): Int32Array {
  const rows = requireItems(items);
  const longest = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let run = 0;
    let previous = Number.NaN;
    for (const item of items) {
      const answer = item[row];
      if (Number.isNaN(answer)) run = 0;
      else run = answer === previous ? run + 1 : 1;
      previous = answer;
      if (run > longest[row]) longest[row] = run;
    }
  }
  return longest;
}

/**
 * Flags runs of `length` and more. Where the limit lies depends on the questionnaire: look at the distribution of `longestRuns`.
 * @throws RangeError unless length is an integer above 1, or as longestRuns
 */
export function longStrings(items: readonly Float64Array[], length: number): FlagColumn {
  if (!(Number.isInteger(length) && length > 1)) throw new RangeError(`a run has two answers or more, got ${length}`);
  const runs = longestRuns(items);
  return flagColumn("long-string", runs.length, (row) => (runs[row] === 0 ? null : runs[row] >= length));
}

/**
 * Flags respondents who gave one answer to all items of a grid. Items worded both ways make it telling; where all are worded alike,
 * a satisfied customer may well mean it.
 * @param least answers that a respondent must have given to be judged
 * @throws RangeError if `least` is not an integer above 1, without an item, or if items differ in length
 * Golden values: golden/second/expected/survey_quality.json (straightliner)
 */
export function straightLining(items: readonly Float64Array[], least: number = items.length): FlagColumn {
  if (!(Number.isInteger(least) && least > 1)) throw new RangeError(`two answers or more are needed, got ${least}`);
  const rows = requireItems(items);
  const flags = new Int8Array(rows);
  for (let row = 0; row < rows; row++) {
    let answered = 0;
    let first = Number.NaN;
    let isStraight = true;
    for (const item of items) {
      if (Number.isNaN(item[row])) continue;
      if (answered === 0) first = item[row];
      else if (item[row] !== first) isStraight = false;
      answered += 1;
    }
    flags[row] = answered < least ? notJudged : Number(isStraight);
  }
  return { check: "straight-lining", flags };
}
