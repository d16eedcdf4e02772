import { answersOf, requireItems } from "./item-rows.ts";

/**
 * Intra-individual response variability (IRV): the standard deviation (n − 1) of a respondent's own answers, 0 for a straight line.
 * Very low values suggest straight-lining, very high ones random answers.
 * @param items on one scale; NaN = no answer
 * @returns for each respondent, in the scale's unit; NaN where fewer than two items were answered
 * @throws RangeError below two items, or if items differ in length
 * Source: Dunn, Heggestad, Shanock & Theilgard 2018, Journal of Business and Psychology 33. Golden values:
 * golden/second/expected/survey_quality.json (irv)
 */
export function responseVariability(items: readonly Float64Array[]): Float64Array {
  const rows = requireItems(items, 2);
  return Float64Array.from({ length: rows }, (_, row) => standardDeviationOf(answersOf(items, row)));
}

function standardDeviationOf(answers: readonly number[]): number {
  if (answers.length < 2) return Number.NaN;
  const shifted = answers.map((answer) => answer - answers[0]);
  const mean = shifted.reduce((sum, answer) => sum + answer, 0) / answers.length;
  const squares = shifted.reduce((sum, answer) => sum + (answer - mean) ** 2, 0);
  return Math.sqrt(squares / (answers.length - 1));
}
