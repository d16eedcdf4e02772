import { type FlagColumn, notJudged } from "./flags.ts";

/** An answer from `from` to `to`, both included. */
export interface Condition {
  /** NaN = no answer. */
  readonly answers: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** Answers that cannot all be meant: very satisfied overall, and the lowest mark on another scale of the same. */
export interface Contradiction {
  readonly name: string;
  readonly conditions: readonly Condition[];
}

/**
 * Flags respondents who meet all conditions of at least one contradiction. A respondent is not judged where a missing answer leaves it
 * open.
 * @throws RangeError without a contradiction, below two conditions of one, if `from` exceeds `to`, or if columns differ in length
 * Golden values: golden/second/expected/survey_quality.json (osat_inconsistent)
 */
export function contradictions(rules: readonly Contradiction[]): FlagColumn {
  const rows = requireRules(rules);
  const flags = new Int8Array(rows);
  for (let row = 0; row < rows; row++) {
    const outcomes = rules.map((rule) => outcomeOf(rule, row));
    if (outcomes.includes(1)) flags[row] = 1;
    else flags[row] = outcomes.includes(notJudged) ? notJudged : 0;
  }
  return { check: "contradiction", flags };
}

/** One condition that fails settles it; otherwise a missing answer leaves it open. */
function outcomeOf({ conditions }: Contradiction, row: number): number {
  if (conditions.some(({ answers, from, to }) => answers[row] < from || answers[row] > to)) return 0;
  return conditions.some(({ answers }) => Number.isNaN(answers[row])) ? notJudged : 1;
}

function requireRules(rules: readonly Contradiction[]): number {
  const conditions = rules.flatMap((rule) => rule.conditions);
  if (rules.length === 0 || rules.some((rule) => rule.conditions.length < 2)) {
    throw new RangeError("a contradiction has two conditions or more");
  }
  if (conditions.some(({ from, to }) => !(from <= to))) throw new RangeError("a condition's `from` exceeds its `to`");
  const rows = conditions[0].answers.length;
  if (conditions.some(({ answers }) => answers.length !== rows)) throw new RangeError("columns differ in length");
  return rows;
}
