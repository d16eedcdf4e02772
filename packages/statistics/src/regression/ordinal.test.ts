/** Golden values: survey_regression.json and tenants_ordinal.json of golden/second, through reference/families/regression. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { normal, randomRows, simulatedTerms, within } from "../../test-support/random-terms.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { surveyDesign, weightedRows } from "../design-variance/survey-design.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { designOrdinalLogit } from "./design-ordinal.ts";
import { ordinalLogit, ordinalProbit } from "./ordinal-model.ts";
import { proportionalOddsTest } from "./proportional-odds.ts";
import type { Term } from "./terms.ts";

const logistic = (random: Random) => {
  const u = random.nextUnit() || 0.5;
  return Math.log(u / (1 - u));
};

/** Ratings 1–4 from a latent variable: 0.8 x + 0.5 for the small group. */
function ratings(random: Random, n: number, noise: (random: Random) => number) {
  const { x, codes, terms } = simulatedTerms(random, n);
  const outcome = x.map((value, k) => {
    const latent = 0.8 * value + 0.5 * codes[k] + noise(random);
    return 1 + Number(latent > -1) + Number(latent > 0.4) + Number(latent > 1.8);
  });
  return { x, codes, terms, outcome };
}

describe.each([
  ["ordinal logit", ordinalLogit, logistic],
  ["ordinal probit", ordinalProbit, normal],
] as const)("%s", (_name, model, noise) => {
  const { terms, outcome } = ratings(randomFromSeed(8), 250, noise);
  const own = estimated(model(outcome, terms, null, 0.95));

  it("turns its signs when the scale is turned, and does not ask how far answers lie apart", () => {
    const turned = estimated(
      model(
        outcome.map((rating) => -rating),
        terms,
        null,
        0.95,
      ),
    );
    expect(turned.coefficients[0].value).toBeCloseTo(-own.coefficients[0].value, 9);
    expect(turned.thresholds[0].value).toBeCloseTo(-own.thresholds[2].value, 9);
    expect(turned.thresholds[0].standardError).toBeCloseTo(own.thresholds[2].standardError, 9);
    const stretched = estimated(
      model(
        outcome.map((rating) => rating ** 3),
        terms,
        null,
        0.95,
      ),
    );
    expect(stretched.logLikelihood).toBeCloseTo(own.logLikelihood, 9);
    expect(stretched.levels).toEqual([1, 8, 27, 64]);
  });

  it("follows units and offsets of predictors", () => {
    const moved = terms.map(
      (term): Term =>
        term.kind === "numeric" ? { ...term, values: term.values.map((value) => 500 + 10 * value) } : term,
    );
    const found = estimated(model(outcome, moved, null, 0.95));
    expect(found.coefficients[0].value).toBeCloseTo(own.coefficients[0].value / 10, 9);
    expect(found.coefficients[1].standardError).toBeCloseTo(own.coefficients[1].standardError, 8);
    expect(found.thresholds[1].value).toBeCloseTo(own.thresholds[1].value + 50 * own.coefficients[0].value, 6);
    expect(found.aic).toBeCloseTo(own.aic, 8);
  });

  it("takes a frequency of 2 for the row twice", () => {
    const twos = new Float64Array(250).fill(2);
    const doubled = estimated(model(outcome, terms, twos, 0.95));
    expect(doubled.n).toBe(500);
    expect(doubled.coefficients[0].value).toBeCloseTo(own.coefficients[0].value, 9);
    expect(doubled.coefficients[0].standardError).toBeCloseTo(own.coefficients[0].standardError / Math.SQRT2, 9);
    expect(doubled.logLikelihood).toBeCloseTo(2 * own.logLikelihood, 7);
  });

  it("gives fit numbers or a variant on any small data", () => {
    fc.assert(
      fc.property(randomRows, ({ ratings: small, terms: few, frequencies }) => {
        for (const counts of [null, frequencies]) expect(unfitNumbers(model(small, few, counts, 0.9))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("covers its coefficients with a small group", () => {
    const random = randomFromSeed(301);
    const runs = 200;
    let [first, second] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const drawn = ratings(random, 200, noise);
      const [a, b] = estimated(model(drawn.outcome, drawn.terms, null, 0.9)).coefficients;
      first += Number(a.interval.lower <= 0.8 && a.interval.upper >= 0.8);
      second += Number(b.interval.lower <= 0.5 && b.interval.upper >= 0.5);
    }
    expect(Math.abs(first / runs - 0.9)).toBeLessThan(within(0.9, runs));
    expect(Math.abs(second / runs - 0.9)).toBeLessThan(within(0.9, runs));
  });

  it("names separation, and refuses what a caller should not ask", () => {
    const x: Term = { kind: "numeric", name: "x", values: Float64Array.of(1, 2, 3, 4, 5, 6) };
    expect(model(Float64Array.of(1, 1, 2, 2, 3, 3), [x], null, 0.95)).toEqual({
      kind: "separated",
      variables: ["x"],
    });
    expect(model(new Float64Array(6).fill(5), [x], null, 0.95)).toEqual({ kind: "no-variation" });
    expect(() => model(outcome, [], null, 0.95)).toThrow(RangeError);
    expect(() => model(outcome, terms, null, 1.1)).toThrow(RangeError);
    expect(() => model(outcome, terms, new Float64Array(250).fill(0.7), 0.95)).toThrow(RangeError);
  });
});

describe("the test of proportional odds", () => {
  it("rejects a true null as often as it says, and finds a term that moves one threshold only", () => {
    const random = randomFromSeed(44);
    const runs = 200;
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const { outcome, terms } = ratings(random, 250, logistic);
      const [x] = tested(proportionalOddsTest(outcome, terms, null)).terms;
      rejected += Number(x.effect.kind === "tested" && x.effect.pValue < 0.1);
    }
    expect(Math.abs(rejected / runs - 0.1)).toBeLessThan(within(0.1, runs));
    const { outcome, terms, codes } = ratings(random, 1500, logistic);
    const bent = outcome.map((rating, k) => (codes[k] === 1 && rating === 2 && random.nextUnit() < 0.6 ? 1 : rating));
    const [x, group] = tested(proportionalOddsTest(bent, terms, null)).terms;
    expect(group.effect.kind === "tested" ? group.effect.pValue : 1).toBeLessThan(1e-4);
    expect(group.effect).toMatchObject({ degreesOfFreedom: 2 });
    expect(x.effect.kind === "tested" ? x.effect.pValue : 0).toBeGreaterThan(0.01);
  });

  it("gives fit numbers or a variant on any small data", () => {
    fc.assert(
      fc.property(randomRows, ({ ratings: small, terms, frequencies }) => {
        expect(unfitNumbers(proportionalOddsTest(small, terms, frequencies))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("has nothing to test with two answers, and says where a group has nobody at one end", () => {
    const { terms, outcome, codes } = ratings(randomFromSeed(3), 300, logistic);
    const two = tested(
      proportionalOddsTest(
        outcome.map((rating) => Number(rating > 2)),
        terms,
        null,
      ),
    );
    expect(two.terms.map(({ effect }) => effect.kind)).toEqual(["one-threshold", "one-threshold"]);
    const cut = outcome.map((rating, k) => (codes[k] === 1 ? Math.min(3, rating) : rating));
    const [, group] = tested(proportionalOddsTest(cut, terms, null)).terms;
    expect(group.effect.kind).toBe("separated");
    expect(() => proportionalOddsTest(outcome, [], null)).toThrow(RangeError);
  });
});

describe("the ordinal logit of a design", () => {
  it("has the coefficients of the plain one under equal weights, in any unit of weights", () => {
    const { terms, outcome } = ratings(randomFromSeed(12), 400, logistic);
    const plain = estimated(ordinalLogit(outcome, terms, null, 0.95));
    const [one, seven] = [1, 7].map((weight) =>
      estimated(designOrdinalLogit(weightedRows(new Float64Array(400).fill(weight)), outcome, terms, 0.95)),
    );
    one.coefficients.forEach(({ value, standardError }, j) => {
      expect(value).toBeCloseTo(plain.coefficients[j].value, 8);
      expect(Math.abs(standardError / plain.coefficients[j].standardError - 1)).toBeLessThan(0.15);
      expect(seven.coefficients[j].standardError).toBeCloseTo(standardError, 8);
    });
  });

  it("rejects a true null as often as it says with clusters and unequal weights; ignoring them does not", () => {
    const random = randomFromSeed(91);
    const runs = 200;
    let [design, naive] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const psus = Int32Array.from({ length: 360 }, (_, row) => Math.floor(row / 6));
      const levels = Float64Array.from({ length: 60 }, () => normal(random));
      const stores = Float64Array.from({ length: 60 }, () => normal(random));
      const outcome = Float64Array.from(psus, (psu) => Math.round(1.2 * stores[psu] + normal(random)));
      const clipped = outcome.map((value) => Math.max(-2, Math.min(2, value)));
      const terms: readonly Term[] = [
        { kind: "numeric", name: "x", values: Float64Array.from(psus, (psu) => levels[psu]) },
      ];
      const weights = Float64Array.from(psus, () => (random.nextUnit() < 0.3 ? 2 : 0.5));
      const sample = surveyDesign({ weights, strata: null, psus, psusInPopulation: null, lonelyPsu: "fail" });
      const found = estimated(designOrdinalLogit(sample, clipped, terms, 0.9));
      design += Number((found.coefficients[0].pValue ?? 1) < 0.1);
      naive += Number((estimated(ordinalLogit(clipped, terms, null, 0.9)).coefficients[0].pValue ?? 1) < 0.1);
    }
    expect(Math.abs(design / runs - 0.1)).toBeLessThan(within(0.1, runs));
    expect(naive / runs).toBeGreaterThan(0.25);
  });

  it("gives fit numbers or a variant on any small data", () => {
    fc.assert(
      fc.property(randomRows, ({ ratings: small, terms, weights, binary }) => {
        const domain = Uint8Array.from(binary, (value) => (value === 1 ? 1 : 0));
        for (const part of [null, domain])
          expect(unfitNumbers(designOrdinalLogit(weightedRows(weights), small, terms, 0.9, part))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
