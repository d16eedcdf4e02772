/** A part of the respondents that an estimate is about: 1 for a row that belongs to it. Null = everybody. */
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import type { LonelyStrata } from "./design-covariance.ts";
import type { SurveyDesign } from "./survey-design.ts";

export type Domain = Uint8Array | null;

/** No more PSUs than strata and parameters: nothing is left to estimate an error from. */
export interface NoDegreesOfFreedom {
  readonly kind: "no-degrees-of-freedom";
  /** PSUs and strata with anybody of the domain. */
  readonly psus: number;
  readonly strata: number;
}

/** The weights of the rows add up to 0 or less, as weights of a linear calibration can. */
export interface NoWeight {
  readonly kind: "no-weight";
  readonly weightedBase: number;
}

/** Why a design carries no estimate. */
export type NoDesignEstimate = TooFewAnswers | LonelyStrata | NoDegreesOfFreedom | NoWeight;

/** Answers below this number leave a variance undefined. */
export const answersForDesign = 2;

/**
 * PSUs minus strata, counted over those with anybody of the domain, less the parameters of a model beyond its first.
 * R's `degf` of a domain counts a PSU also where nobody of it answered; estimates here ask for the rows with an answer, which is
 * the same where everybody answered.
 * Source: `survey::degf` of a subset; Heeringa, West & Berglund 2017, 4.5.
 */
export function degreesOfFreedomOf(design: SurveyDesign, domain: Domain, spent = 0): number | NoDegreesOfFreedom {
  const isPsu = new Uint8Array(design.psuCount);
  const isStratum = new Uint8Array(design.psusInStratum.length);
  for (let row = 0; row < design.rows; row++) {
    if (design.weights[row] === 0 || (domain !== null && domain[row] === 0)) continue;
    isPsu[design.psuOf[row]] = 1;
    isStratum[design.stratumOf[design.psuOf[row]]] = 1;
  }
  const [psus, strata] = [countOf(isPsu), countOf(isStratum)];
  const left = psus - strata - spent;
  return left >= 1 ? left : { kind: "no-degrees-of-freedom", psus, strata };
}

/** Rows of the domain that have a weight and a number in every column: 1 for each. @throws RangeError if lengths differ or a number is infinite */
export function answeredRows(design: SurveyDesign, columns: readonly Float64Array[], domain: Domain): Uint8Array {
  if (domain !== null && domain.length !== design.rows)
    throw new RangeError("a domain says of each row whether it belongs");
  const isAnswered = new Uint8Array(design.rows);
  for (let row = 0; row < design.rows; row++) {
    isAnswered[row] = design.weights[row] !== 0 && (domain === null || domain[row] !== 0) ? 1 : 0;
  }
  for (const column of columns) {
    if (column.length !== design.rows) throw new RangeError("one value for each row is needed");
    for (let row = 0; row < design.rows; row++) {
      if (Number.isNaN(column[row])) isAnswered[row] = 0;
      else if (!Number.isFinite(column[row])) throw new RangeError(`value ${column[row]} in row ${row}`);
    }
  }
  return isAnswered;
}

export function countOf(rows: Uint8Array): number {
  let count = 0;
  for (const row of rows) count += row;
  return count;
}

export function requireAnswers(n: number): TooFewAnswers | null {
  return n < answersForDesign ? tooFewAnswers(n, answersForDesign) : null;
}
