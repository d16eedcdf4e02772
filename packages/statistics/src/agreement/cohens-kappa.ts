/**
 * Agreement: whether two people, or two programs, who judge the same thing come to the same category or number: shoppers with one
 * checklist, coders of open answers, inspectors before and after training. What chance alone would give is taken off.
 */
import { type CrossTable, marginsOf, requireCells } from "../crosstab/table.ts";
import type { Estimated, Interval, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import type { AgreementWeight } from "./agreement-weight.ts";

export interface Kappa extends Estimated {
  /** Share of agreement, 0–1; of weighted agreement with weights. */
  readonly observed: number;
  /** What it would be if both judged independently, each with the categories as often as here. */
  readonly expected: number;
}

/** All ratings are the same category: nobody can tell agreement from habit. */
export interface SameRating {
  readonly kind: "no-variation";
  readonly n: number;
}

/**
 * Cohen's κ = (observed − expected)/(1 − expected) of two raters who rated the same things once each; with `agreement` weights the
 * weighted κ. Asymptotic standard error of Fleiss, Cohen & Everitt 1969; with case weights the same, linearised. Wald interval, its
 * upper limit at most 1.
 * @param table categories of the first rater × those of the second, in the same order
 * @returns too-few-answers below two things; no-variation where both raters use one category only
 * @throws RangeError if the table is not square, has fewer than two categories, or confidence is outside (0, 1)
 * Source: Cohen 1960, 1968. Golden values: golden/second/expected/textbook_agreement.json (vcd)
 */
export function cohensKappa(
  table: CrossTable,
  agreement: AgreementWeight,
  confidence: number,
): Kappa | TooFewAnswers | SameRating {
  requireConfidence(confidence);
  requireCells(table);
  const size = table.rows;
  if (table.columns !== size || size < 2) throw new RangeError(`no table of agreement: ${size} × ${table.columns}`);
  const cells = table.weights ?? table.counts;
  const squared = table.squaredWeights ?? cells;
  const n = sum(table.counts);
  if (n < 2) return tooFewAnswers(n, 2);
  const weights = Float64Array.from(cells, (_, cell) => agreement(Math.floor(cell / size), cell % size, size));
  const { rowTotals, columnTotals, total } = marginsOf(size, size, cells);
  const expectedInRow = Float64Array.from(rowTotals, (_, i) =>
    columnTotals.reduce((found, share, j) => found + (share / total) * weights[i * size + j], 0),
  );
  const expectedInColumn = Float64Array.from(columnTotals, (_, j) =>
    rowTotals.reduce((found, share, i) => found + (share / total) * weights[i * size + j], 0),
  );
  const expected = rowTotals.reduce((found, share, i) => found + (share / total) * expectedInRow[i], 0);
  const observed = cells.reduce((found, share, cell) => found + (share / total) * weights[cell], 0);
  if (!(1 - expected > 1e-12)) return { kind: "no-variation", n };
  const value = (observed - expected) / (1 - expected);
  const influence = weights.map(
    (weight, cell) => weight - (expectedInRow[Math.floor(cell / size)] + expectedInColumn[cell % size]) * (1 - value),
  );
  const centre = influence.reduce((found, each, cell) => found + (cells[cell] / total) * each, 0);
  const spread = influence.reduce((found, each, cell) => found + squared[cell] * (each - centre) ** 2, 0);
  const standardError = withoutRounding(Math.sqrt(spread) / (total * (1 - expected)));
  const isWeighted = table.weights !== undefined;
  return {
    kind: "estimated",
    value,
    standardError,
    interval: atMostOne(normalInterval(value, standardError, confidence, isWeighted ? "linearised" : "wald")),
    n,
    weightedBase: total,
    effectiveN: effectiveSampleSize(total, sum(squared)),
    method: isWeighted ? "kappa/linearised" : "kappa/wald",
    observed,
    expected,
  };
}

/** Coefficients of agreement end at 1; their Wald intervals do not by themselves. */
export function atMostOne(interval: Interval): Interval {
  return { ...interval, upper: Math.min(1, interval.upper) };
}

/** Full agreement has a standard error of 0, not of 1e-17. */
function withoutRounding(standardError: number): number {
  return standardError > 1e-12 ? standardError : 0;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
