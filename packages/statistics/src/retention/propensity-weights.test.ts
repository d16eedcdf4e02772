/** Golden values: golden/second/expected/survey_propensity.json, through reference/families/retention. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { normal, randomRows, within } from "../../test-support/random-terms.ts";
import { estimated } from "../../test-support/variants.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { categoricalTerm } from "../regression/terms.ts";
import { hajekMean, propensityWeights } from "./propensity-weights.ts";

/** 8 of 10 in the North and 5 of 20 in the South answered. */
const regions = [...Array(10).fill("North"), ...Array(20).fill("South")];
const answered = Float64Array.from(regions, (_, row) => Number(row < 8 || (row >= 10 && row < 15)));
const region = categoricalTerm("region", regions);

describe("weights by the chance to answer", () => {
  it("give each region its share of those asked", () => {
    const found = estimated(propensityWeights(answered, [region], null, 0.95));
    expect(found.weights[0]).toBeCloseTo(10 / 8, 9);
    expect(found.weights[10]).toBeCloseTo(4, 9);
    expect(found.weights[9]).toBe(0);
    expect(found).toMatchObject({ n: 13, smallestProbability: expect.closeTo(0.25, 9) });
    const squares = 8 * 1.25 ** 2 + 5 * 16;
    expect(found.designEffect).toBeCloseTo((13 * squares) / 30 ** 2, 9);
    const values = Float64Array.from(regions, (name, row) =>
      answered[row] === 0 ? Number.NaN : name === "North" ? 9 : 6,
    );
    expect(estimated(hajekMean(values, found.weights, 0.95)).value).toBeCloseTo((10 * 9 + 20 * 6) / 30, 9);
  });

  it("multiply the weights of the draw", () => {
    const base = Float64Array.from(regions, (_, row) => 1 + (row % 3));
    const [plain, drawn] = [null, base].map((weights) =>
      estimated(propensityWeights(answered, [region], weights, 0.95)),
    );
    expect(drawn.weights[11]).toBeCloseTo(base[11] * plain.weights[11], 12);
    expect(drawn.model.coefficients[1].value).toBe(plain.model.coefficients[1].value);
  });

  it("bring back the mean of all where answering depends on the predictor alone, and cover it", () => {
    const random = randomFromSeed(10);
    const runs = 300;
    let [covered, plain] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const names = Array.from({ length: 300 }, () => (random.nextUnit() < 0.3 ? "Office" : "Family"));
      const values = Float64Array.from(names, (name) => (name === "Office" ? 5 : 8) + normal(random));
      const isHeard = Float64Array.from(names, (name) => Number(random.nextUnit() < (name === "Office" ? 0.3 : 0.8)));
      const { weights } = estimated(propensityWeights(isHeard, [categoricalTerm("segment", names)], null, 0.9));
      const holds = (own: Float64Array) => {
        const { lower, upper } = estimated(hajekMean(values, own, 0.9)).interval;
        return Number(lower <= 7.1 && upper >= 7.1);
      };
      covered += holds(weights);
      plain += holds(isHeard);
    }
    // The error takes the weights as given: its interval may hold more often than it says, not less.
    expect(covered / runs).toBeGreaterThan(0.9 - within(0.9, runs));
    expect(plain / runs).toBeLessThan(0.4);
  });

  it("give fit numbers or a variant on any small data", () => {
    fc.assert(
      fc.property(randomRows, ({ binary, terms, weights, ratings }) => {
        const found = propensityWeights(binary, terms, weights, 0.9);
        expect(unfitNumbers(found)).toEqual([]);
        if (found.kind === "estimated") expect(unfitNumbers(hajekMean(ratings, found.weights, 0.9))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("name a region in which nobody answered, and refuse what a caller should not ask", () => {
    const silent = answered.map((value, row) => (row < 10 ? value : 0));
    expect(propensityWeights(silent, [region], null, 0.95)).toEqual({
      kind: "separated",
      variables: ["regionSouth"],
    });
    expect(propensityWeights(new Float64Array(30).fill(1), [region], null, 0.95)).toEqual({ kind: "no-variation" });
    expect(() =>
      propensityWeights(
        answered.map((value) => 2 * value),
        [region],
        null,
        0.95,
      ),
    ).toThrow(RangeError);
    expect(() =>
      propensityWeights(
        answered,
        [region],
        answered.map((value) => value - 1),
        0.95,
      ),
    ).toThrow(RangeError);
    expect(() => propensityWeights(answered, [region], new Float64Array(3), 0.95)).toThrow(RangeError);
  });
});
