/**
 * What became of those who were drawn, and the rates that follow. A share of satisfied customers among returns means little without
 * them: whoever did not answer may be satisfied, or gone. Rates describe the field work; they are no estimates and have no interval.
 * Source: AAPOR, Standard Definitions, 10th edition 2023. Golden values: synth_public_aapor
 */

/** Numbers of cases; sums of design weights give the weighted rates. */
export interface Dispositions {
  /** I: complete interviews. */
  readonly complete: number;
  /** P: partial interviews. */
  readonly partial: number;
  /** R: refusals and break-offs. */
  readonly refused: number;
  /** NC: eligible, never reached. */
  readonly notContacted: number;
  /** O: eligible and reached, but ill, absent, without the language. */
  readonly other: number;
  /** UH: not known whether the address holds a household or customer. */
  readonly unknownHousehold: number;
  /** UO: not known for other reasons. */
  readonly unknownOther: number;
  /** NE: known not to belong to the population: closed, moved away, no customer. */
  readonly notEligible: number;
}

/** A rate as a share, with what it is made of. "no-cases": its denominator is 0, and there is no rate. */
export type Rate =
  | { readonly kind: "rate"; readonly value: number; readonly numerator: number; readonly denominator: number }
  | { readonly kind: "no-cases" };

export interface ResponseRates {
  /** Share of the cases of unknown eligibility that are taken for eligible; "no-cases" where nobody's eligibility is known. */
  readonly eligibility: Rate;
  /** By their AAPOR names: RR1 … RR6, COOP1 … COOP4, REF1 … REF3, CON1 … CON3. */
  readonly rates: Readonly<Record<RateName, Rate>>;
}

export type RateName =
  | "RR1"
  | "RR2"
  | "RR3"
  | "RR4"
  | "RR5"
  | "RR6"
  | "COOP1"
  | "COOP2"
  | "COOP3"
  | "COOP4"
  | "REF1"
  | "REF2"
  | "REF3"
  | "CON1"
  | "CON2"
  | "CON3";

/**
 * @param eligibility e of RR3, RR4, REF2 and CON2, 0–1; null = in proportion to the cases whose eligibility is known (CASRO)
 * @throws RangeError if a number is negative or not finite, or eligibility is outside [0, 1]
 */
export function responseRates(cases: Dispositions, eligibility: number | null = null): ResponseRates {
  for (const number of Object.values(cases)) {
    if (!(number >= 0 && number < Number.POSITIVE_INFINITY)) throw new RangeError(`${number} cases`);
  }
  if (eligibility !== null && !(eligibility >= 0 && eligibility <= 1))
    throw new RangeError(`eligibility ${eligibility}`);
  const { complete, partial, refused, notContacted, other } = cases;
  const eligible = complete + partial + refused + notContacted + other;
  const unknown = cases.unknownHousehold + cases.unknownOther;
  const e: Rate =
    eligibility === null
      ? rateOf(eligible, eligible + cases.notEligible)
      : { kind: "rate", value: eligibility, numerator: eligibility, denominator: 1 };
  // Without any unknown case e does not matter; without any known one it cannot be said.
  const likely = unknown === 0 ? eligible : e.kind === "rate" ? eligible + e.value * unknown : 0;
  const answered = complete + partial;
  const contacted = answered + refused + other;
  const rates = {
    RR1: rateOf(complete, eligible + unknown),
    RR2: rateOf(answered, eligible + unknown),
    RR3: rateOf(complete, likely),
    RR4: rateOf(answered, likely),
    RR5: rateOf(complete, eligible),
    RR6: rateOf(answered, eligible),
    COOP1: rateOf(complete, contacted),
    COOP2: rateOf(answered, contacted),
    COOP3: rateOf(complete, answered + refused),
    COOP4: rateOf(answered, answered + refused),
    REF1: rateOf(refused, eligible + unknown),
    REF2: rateOf(refused, likely),
    REF3: rateOf(refused, eligible),
    CON1: rateOf(contacted, eligible + unknown),
    CON2: rateOf(contacted, likely),
    CON3: rateOf(contacted, eligible),
  };
  return { eligibility: e, rates };
}

function rateOf(numerator: number, denominator: number): Rate {
  return denominator > 0
    ? { kind: "rate", value: numerator / denominator, numerator, denominator }
    : { kind: "no-cases" };
}
