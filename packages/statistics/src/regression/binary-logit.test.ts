/** Golden values: golden/second/expected/survey_regression.json (binary_logit_churn), through reference/families/regression. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { randomRows, simulatedTerms, within } from "../../test-support/random-terms.ts";
import { estimated } from "../../test-support/variants.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { binaryLogit } from "./binary-logit.ts";
import { multinomialLogit } from "./multinomial-logit.ts";
import { ordinalLogit } from "./ordinal-model.ts";
import { categoricalTerm, type Term } from "./terms.ts";

/** Left or stayed, of two segments: 12 of 40, and 15 of 25. */
const left = Float64Array.of(1, 0, 1, 0);
const people = Float64Array.of(12, 28, 15, 10);
const segment = categoricalTerm("segment", ["Family", "Family", "Office", "Office"]);
const odds = (yes: number, no: number) => yes / no;

describe("the logit of two answers", () => {
  it("gives the odds ratio of a 2 × 2 table, with its error and its measures of fit", () => {
    const found = estimated(binaryLogit(left, [segment], people, 0.95));
    const ratio = odds(15, 10) / odds(12, 28);
    expect(found.oddsRatios[1]).toMatchObject({ variable: "segmentOffice" });
    expect(found.oddsRatios[1].value).toBeCloseTo(ratio, 10);
    expect(found.coefficients[1].standardError).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 28 + 1 / 15 + 1 / 10), 9);
    const pairs = 15 * 28 + (12 * 28 + 15 * 10) / 2;
    expect(found.areaUnderCurve).toBeCloseTo(pairs / (27 * 38), 12);
    expect(found.brierScore).toBeCloseTo((40 * 0.3 * 0.7 + 25 * 0.6 * 0.4) / 65, 12);
    expect(found).toMatchObject({ n: 65, events: 27, converged: true });
  });

  it("takes a frequency for as many rows", () => {
    const repeated = Array.from(people).flatMap((count, row): number[] => Array(count).fill(row));
    const outcome = Float64Array.from(repeated, (row) => left[row]);
    const term = categoricalTerm(
      "segment",
      repeated.map((row) => (row < 2 ? "Family" : "Office")),
    );
    const [own, long] = [binaryLogit(left, [segment], people, 0.9), binaryLogit(outcome, [term], null, 0.9)].map(
      estimated,
    );
    expect(long.coefficients[1].standardError).toBeCloseTo(own.coefficients[1].standardError, 10);
    expect(long.aic).toBeCloseTo(own.aic, 10);
    expect(long.areaUnderCurve).toBeCloseTo(own.areaUnderCurve, 12);
    expect(long.pseudoRSquared.nagelkerke).toBeCloseTo(own.pseudoRSquared.nagelkerke, 10);
  });

  it("is the ordinal and the multinomial logit of two answers", () => {
    const random = randomFromSeed(5);
    const { x, terms } = simulatedTerms(random, 200);
    const outcome = x.map((value) => Number(random.nextUnit() < 1 / (1 + Math.exp(-value))));
    const own = estimated(binaryLogit(outcome, terms, null, 0.95));
    const ordinal = estimated(ordinalLogit(outcome, terms, null, 0.95));
    const [multinomial] = estimated(multinomialLogit(outcome, terms, null, 0.95)).answers;
    own.coefficients.slice(1).forEach(({ value, standardError }, j) => {
      expect(ordinal.coefficients[j].value).toBeCloseTo(value, 9);
      expect(ordinal.coefficients[j].standardError).toBeCloseTo(standardError, 9);
      expect(multinomial.coefficients[j + 1].value).toBeCloseTo(value, 9);
      expect(multinomial.coefficients[j + 1].standardError).toBeCloseTo(standardError, 9);
    });
    expect(ordinal.thresholds[0].value).toBeCloseTo(-own.coefficients[0].value, 9);
    expect(ordinal.logLikelihood).toBeCloseTo(own.logLikelihood, 9);
  });

  it("changes the sign of everything when yes and no change places", () => {
    const [own, turned] = [left, left.map((value) => 1 - value)].map((outcome) =>
      estimated(binaryLogit(outcome, [segment], people, 0.95)),
    );
    expect(turned.coefficients[1].value).toBeCloseTo(-own.coefficients[1].value, 10);
    expect(turned.coefficients[1].interval.lower).toBeCloseTo(-own.coefficients[1].interval.upper, 9);
    expect(turned.areaUnderCurve).toBeCloseTo(own.areaUnderCurve, 12);
  });

  it("gives fit numbers or a variant on any small data", () => {
    fc.assert(
      fc.property(randomRows, ({ binary, ratings, terms, frequencies }) => {
        for (const own of [null, frequencies]) {
          expect(unfitNumbers(binaryLogit(binary, terms, own, 0.9))).toEqual([]);
          expect(unfitNumbers(multinomialLogit(ratings, terms, own, 0.9))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("names separation and what does not vary", () => {
    const x: Term = { kind: "numeric", name: "x", values: Float64Array.of(1, 2, 3, 4, 5, 6) };
    expect(binaryLogit(Float64Array.of(0, 0, 0, 1, 1, 1), [x], null, 0.95)).toEqual({
      kind: "separated",
      variables: ["x"],
    });
    expect(multinomialLogit(Float64Array.of(0, 0, 1, 1, 2, 2), [x], null, 0.95)).toEqual({
      kind: "separated",
      variables: ["x"],
    });
    expect(binaryLogit(new Float64Array(6), [x], null, 0.95)).toEqual({ kind: "no-variation" });
    expect(multinomialLogit(new Float64Array(6), [x], null, 0.95)).toEqual({ kind: "no-variation" });
  });

  it("refuses what a caller should not ask", () => {
    expect(() =>
      binaryLogit(
        left.map((value) => value + 1),
        [segment],
        people,
        0.95,
      ),
    ).toThrow(RangeError);
    expect(() =>
      binaryLogit(
        left,
        [segment],
        people.map((count) => count / 8),
        0.95,
      ),
    ).toThrow(RangeError);
    expect(() => binaryLogit(left, [], people, 0.95)).toThrow(RangeError);
    expect(() => multinomialLogit(left, [segment], people, 0)).toThrow(RangeError);
  });

  it("covers the coefficient of a small group", () => {
    const random = randomFromSeed(77);
    const runs = 250;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const { x, codes, terms } = simulatedTerms(random, 300);
      const outcome = x.map((value, k) =>
        Number(random.nextUnit() < 1 / (1 + Math.exp(0.4 - 0.8 * value - 0.6 * codes[k]))),
      );
      const { lower, upper } = estimated(binaryLogit(outcome, terms, null, 0.9)).coefficients[2].interval;
      covered += Number(lower <= 0.6 && upper >= 0.6);
    }
    expect(Math.abs(covered / runs - 0.9)).toBeLessThan(within(0.9, runs));
  });
});
