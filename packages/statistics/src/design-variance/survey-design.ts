/**
 * How the respondents were drawn: strata (sampled one by one), primary sampling units (stores, buildings: what was drawn within a
 * stratum) and weights. Customers of one PSU answer alike, and strata take differences between them out of the error, so a standard
 * error that ignores the design is wrong in both directions. Later stages need no code of their own: with the first stage drawn
 * with replacement, or few of many PSUs drawn, the spread of PSU totals holds the variance of all stages (the "ultimate cluster").
 */
import type { CalibrationStep } from "../weights/calibration-step.ts";

/**
 * What a stratum with a single PSU contributes, in which no spread can be seen. "fail": no estimate, and the strata are named.
 * "adjust": its deviation from the mean of all PSUs, which on average overstates where the stratum's level differs. "certainty":
 * nothing, right where that PSU was bound to be in the sample.
 */
export type LonelyPsu = "fail" | "adjust" | "certainty";

export interface DesignRows {
  /** One for each row, ≥ 0; the inverse of the chance to be drawn, in any scale that totals are meant in. */
  readonly weights: Float64Array;
  /** A code ≥ 0 for each row; null = one stratum. */
  readonly strata: Int32Array | null;
  /** A code ≥ 0 for each row, of its own in each stratum (see `psusWithinStrata`); null = each row was drawn by itself. */
  readonly psus: Int32Array | null;
  /** PSUs there are in the population, by stratum code; Infinity for a stratum without correction, null for none at all. */
  readonly psusInPopulation: ArrayLike<number> | null;
  readonly lonelyPsu: LonelyPsu;
}

export interface SurveyDesign {
  readonly rows: number;
  readonly weights: Float64Array;
  /** Row → PSU, numbered from 0 without gaps. */
  readonly psuOf: Int32Array;
  readonly psuCount: number;
  /** PSU → stratum code. */
  readonly stratumOf: Int32Array;
  /** PSUs drawn, by stratum code. */
  readonly psusInStratum: Int32Array;
  /** 1 − sampled share of the PSUs, by stratum code. */
  readonly correction: Float64Array;
  readonly lonelyPsu: LonelyPsu;
  /** What the weights were adjusted to, in order; standard errors take it into account. See `calibratedDesign`. */
  readonly calibration: readonly CalibrationStep[];
}

/**
 * @throws RangeError if lengths differ, a weight is negative or not finite, a code is negative, a PSU lies in two strata, or a
 *   stratum holds more PSUs than its population
 */
export function surveyDesign({ weights, strata, psus, psusInPopulation, lonelyPsu }: DesignRows): SurveyDesign {
  const rows = weights.length;
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`weight ${weight}`);
  }
  requireCodes(strata, rows, "stratum");
  requireCodes(psus, rows, "PSU");
  const { psuOf, psuCount } = psus === null ? eachRow(rows) : withoutGaps(psus);
  const stratumOf = new Int32Array(psuCount).fill(-1);
  for (let row = 0; row < rows; row++) {
    const stratum = strata === null ? 0 : strata[row];
    const known = stratumOf[psuOf[row]];
    if (known >= 0 && known !== stratum)
      throw new RangeError(`PSU of row ${row} lies in strata ${known} and ${stratum}`);
    stratumOf[psuOf[row]] = stratum;
  }
  const psusInStratum = new Int32Array(stratumOf.reduce((highest, stratum) => Math.max(highest, stratum + 1), 0));
  for (const stratum of stratumOf) psusInStratum[stratum] += 1;
  const correction = Float64Array.from(psusInStratum, (drawn, stratum) => {
    const population = psusInPopulation === null ? Number.POSITIVE_INFINITY : psusInPopulation[stratum];
    if (!(population >= drawn)) throw new RangeError(`stratum ${stratum} has ${drawn} PSUs of ${population}`);
    return drawn === 0 ? 1 : 1 - drawn / population;
  });
  return { rows, weights, psuOf, psuCount, stratumOf, psusInStratum, correction, lonelyPsu, calibration: [] };
}

/** Independent rows with case weights: one stratum, each row drawn by itself, no correction. */
export function weightedRows(weights: Float64Array): SurveyDesign {
  return surveyDesign({ weights, strata: null, psus: null, psusInPopulation: null, lonelyPsu: "fail" });
}

/** Codes of PSUs for those numbered anew in each stratum (store 1 of the North is not store 1 of the South). */
export function psusWithinStrata(strata: Int32Array, psus: Int32Array): Int32Array {
  if (strata.length !== psus.length) throw new RangeError("one PSU for each row is needed");
  const perStratum = psus.reduce((highest, psu) => Math.max(highest, psu + 1), 1);
  const codes = new Map<number, number>();
  return Int32Array.from(psus, (psu, row) => {
    const key = strata[row] * perStratum + psu;
    const code = codes.get(key) ?? codes.size;
    codes.set(key, code);
    return code;
  });
}

function requireCodes(codes: Int32Array | null, rows: number, name: string): void {
  if (codes === null) return;
  if (codes.length !== rows) throw new RangeError(`one ${name} for each row is needed`);
  for (const code of codes) if (code < 0) throw new RangeError(`${name} ${code}`);
}

function eachRow(rows: number): { readonly psuOf: Int32Array; readonly psuCount: number } {
  return { psuOf: Int32Array.from({ length: rows }, (_, row) => row), psuCount: rows };
}

function withoutGaps(psus: Int32Array): { readonly psuOf: Int32Array; readonly psuCount: number } {
  const numbers = new Map<number, number>();
  const psuOf = new Int32Array(psus.length);
  for (let row = 0; row < psus.length; row++) {
    let number = numbers.get(psus[row]);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(psus[row], number);
    }
    psuOf[row] = number;
  }
  return { psuOf, psuCount: numbers.size };
}
