import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { matrixOfRows } from "../linear-algebra/matrix.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { type AgreementWeight, exactAgreement, linearAgreement, quadraticAgreement } from "./agreement-weight.ts";
import { cohensKappa } from "./cohens-kappa.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { intraclassCorrelations } from "./intraclass-correlation.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { intervalDifference, nominalDifference, ordinalDifference, ratioDifference } from "./rating-difference.ts";
import { ratingPairs } from "./rating-pairs.ts";

// Golden values (vcd, psych, formulas in R): golden/second/expected/textbook_agreement.json through the reference runner.

const weights: readonly AgreementWeight[] = [exactAgreement, linearAgreement, quadraticAgreement];
const differences = [nominalDifference, ordinalDifference, intervalDifference, ratioDifference];

/** Two raters who see the truth, one of four unequal categories, with probability `knows`, and otherwise guess from the same shares. */
function ratings(random: Random, n: number, knows: number, raters = 2): Int32Array[] {
  const category = () => [0, 0, 0, 0, 1, 1, 1, 2, 2, 3][random.nextBelow(10)];
  const truth = Int32Array.from({ length: n }, category);
  return Array.from({ length: raters }, () => truth.map((own) => (random.nextUnit() < knows ? own : category())));
}

function counts(raters: readonly Int32Array[], categories: number) {
  return matrixOfRows(
    Array.from(raters[0], (_, thing) =>
      Array.from({ length: categories }, (_, j) => raters.filter((rater) => rater[thing] === j).length),
    ),
  );
}

const numbers = (raters: readonly Int32Array[]) => raters.map((rater) => Float64Array.from(rater, (each) => each + 1));

describe("coefficients of agreement", () => {
  const [first, second] = ratings(randomFromSeed(1), 120, 0.6);
  const table = ratingPairs(first, second, 4);

  it("are 1 without an interval where all agree, and 0 where agreement is chance", () => {
    for (const weight of weights) {
      const same = estimated(cohensKappa(ratingPairs(first, first, 4), weight, 0.95));
      expect(same.value).toBeCloseTo(1, 12);
      expect(same.interval).toMatchObject({ method: "no-variation", upper: 1 });
    }
    const independent = { rows: 2, columns: 2, counts: Float64Array.of(30, 20, 30, 20) };
    expect(estimated(cohensKappa(independent, exactAgreement, 0.95)).value).toBeCloseTo(0, 12);
    for (const difference of differences) {
      expect(estimated(krippendorffAlpha(numbers([first, first]), null, difference, 0.95)).value).toBeCloseTo(1, 12);
    }
    const { single, average } = estimated(intraclassCorrelations(numbers([first, first, first]), 0.95));
    for (const form of [...Object.values(single), ...Object.values(average)]) expect(estimated(form).value).toBe(1);
  });

  it("stand in their known relations", () => {
    // Quadratic κ is ICC(2,1) but for n − 1; Fleiss' κ of two raters is Scott's π; α is π but for a small n.
    const kappa = estimated(cohensKappa(table, quadraticAgreement, 0.95)).value;
    const icc = estimated(estimated(intraclassCorrelations(numbers([first, second]), 0.95)).single.agreement).value;
    expect(Math.abs(kappa - icc)).toBeLessThan(0.01);
    const pi = estimated(fleissKappa(counts([first, second], 4), null, 0.95));
    const alpha = estimated(krippendorffAlpha(numbers([first, second]), null, nominalDifference, 0.95));
    expect(1 - alpha.value).toBeCloseTo((1 - pi.value) * (1 - 1 / 240), 10);
    expect(alpha.standardError / pi.standardError).toBeCloseTo(1, 1);
    expect(pi.observed).toBeCloseTo(estimated(cohensKappa(table, exactAgreement, 0.95)).observed, 12);
  });

  it("do not depend on who is first, on the names of categories, or for α on the unit", () => {
    const swapped = ratingPairs(second, first, 4);
    const renamed = ratingPairs(
      first.map((each) => 3 - each),
      second.map((each) => 3 - each),
      4,
    );
    for (const weight of weights) {
      const own = estimated(cohensKappa(table, weight, 0.9));
      for (const other of [swapped, renamed]) {
        expect(estimated(cohensKappa(other, weight, 0.9)).value).toBeCloseTo(own.value, 12);
        expect(estimated(cohensKappa(other, weight, 0.9)).standardError).toBeCloseTo(own.standardError, 12);
      }
    }
    const scaled = numbers([first, second]).map((column) => column.map((each) => 10 * each));
    for (const difference of differences) {
      const own = krippendorffAlpha(numbers([second, first]), null, difference, 0.9);
      expect(estimated(krippendorffAlpha(scaled, null, difference, 0.9)).value).toBeCloseTo(estimated(own).value, 11);
    }
  });

  it("count a weight of 2 as two things in their value, equal weights as none at all", () => {
    const twice = Float64Array.from(first, (_, thing) => (thing < 30 ? 2 : 1));
    const doubled = [first, second].map((rater) => Int32Array.of(...rater, ...rater.subarray(0, 30)));
    const value = (weighted: Float64Array | null, raters: readonly Int32Array[]) => [
      estimated(cohensKappa(ratingPairs(raters[0], raters[1], 4, weighted), linearAgreement, 0.9)),
      estimated(fleissKappa(counts(raters, 4), weighted, 0.9)),
      estimated(percentAgreement(counts(raters, 4), weighted, 0.9)),
    ];
    const [weighted, rows] = [value(twice, [first, second]), value(null, doubled)];
    for (const [k, each] of weighted.entries()) {
      expect(each.value).toBeCloseTo(rows[k].value, 12);
      // A share's effective n is that of its variance.
      if (k < 2) expect(each.effectiveN).toBeCloseTo(150 ** 2 / (90 + 120), 9);
      expect(each.standardError).toBeGreaterThan(rows[k].standardError);
    }
    const [equal, plain] = [value(new Float64Array(120).fill(3), [first, second]), value(null, [first, second])];
    expect(equal[0].standardError).toBeCloseTo(plain[0].standardError, 12);
    expect(equal[1].standardError).toBeCloseTo(plain[1].standardError, 12);
    const alpha = (own: Float64Array | null) =>
      krippendorffAlpha(numbers([first, second]), own, ordinalDifference, 0.9);
    expect(estimated(alpha(new Float64Array(120).fill(3))).interval.lower).toBeCloseTo(
      estimated(alpha(null)).interval.lower,
      12,
    );
  });

  it("leave out what cannot be compared", () => {
    const holes = numbers([first, second]);
    holes[0].fill(Number.NaN, 0, 20);
    const alpha = estimated(krippendorffAlpha(holes, null, nominalDifference, 0.9));
    expect(alpha).toMatchObject({ n: 100, leftOut: 20, ratings: 200 });
    const missing = ratingPairs(
      first.map((each, thing) => (thing < 20 ? -1 : each)),
      second,
      4,
    );
    expect(estimated(cohensKappa(missing, exactAgreement, 0.9)).n).toBe(100);
    expect(estimated(intraclassCorrelations(holes, 0.9)).n).toBe(100);
  });

  it("is a variant or all numbers for any data", () => {
    const rating = fc.constantFrom(-1, 0, 0, 1, 2);
    const row = fc.tuple(rating, rating, rating, fc.constantFrom(0, 1, 1, 0.3));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 9 }), fc.boolean(), (rows, isWeighted) => {
        const raters = [0, 1, 2].map((k) => Int32Array.from(rows, (each) => each[k]));
        const own = isWeighted ? Float64Array.from(rows, (each) => each[3]) : null;
        const columns = raters.map((rater) => Float64Array.from(rater, (each) => (each < 0 ? Number.NaN : each)));
        const table = ratingPairs(raters[0], raters[1], 3, own);
        const things = matrixOfRows(
          rows.map((each) => [0, 1, 2].map((j) => each.slice(0, 3).filter((x) => x === j).length)),
        );
        const counted = things.rows === 0 ? matrixOfRows([[0, 0, 0]]) : things;
        const ofThings = things.rows === 0 ? null : own;
        expect(weights.flatMap((weight) => unfitNumbers(cohensKappa(table, weight, 0.9)))).toEqual([]);
        expect(unfitNumbers(fleissKappa(counted, ofThings, 0.9))).toEqual([]);
        expect(unfitNumbers(percentAgreement(counted, ofThings, 0.9))).toEqual([]);
        expect(differences.flatMap((each) => unfitNumbers(krippendorffAlpha(columns, own, each, 0.9)))).toEqual([]);
        expect(unfitNumbers(intraclassCorrelations(columns, 0.9))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("say why they cannot be computed", () => {
    const ones = new Int32Array(5);
    expect(cohensKappa(ratingPairs(ones, ones, 2), exactAgreement, 0.9)).toEqual({ kind: "no-variation", n: 5 });
    expect(
      fleissKappa(
        matrixOfRows([
          [2, 0],
          [1, 2],
        ]),
        null,
        0.9,
      ),
    ).toEqual({ kind: "unequal-ratings", fewest: 2, most: 3 });
    expect(
      krippendorffAlpha([Float64Array.of(1, 1, 1), Float64Array.of(1, 1, 2)], null, nominalDifference, 0.9).kind,
    ).toBe("one-unit-varies");
    expect(intraclassCorrelations([Float64Array.of(1, 1), Float64Array.of(2, 2)], 0.9).kind).toBe("no-variation");
    expect(variant(percentAgreement(matrixOfRows([[1, 0]]), null, 0.9), "too-few-answers").n).toBe(0);
  });

  it("refuse what cannot be", () => {
    const square = { rows: 2, columns: 2, counts: Float64Array.of(1, 2, 3, 4) };
    expect(() => cohensKappa(square, exactAgreement, 1)).toThrow(RangeError);
    expect(() => cohensKappa({ ...square, columns: 1, counts: Float64Array.of(1, 2) }, exactAgreement, 0.9)).toThrow(
      RangeError,
    );
    expect(() => fleissKappa(matrixOfRows([[0.5, 1]]), null, 0.9)).toThrow(RangeError);
    expect(() => krippendorffAlpha([Float64Array.of(1)], null, nominalDifference, 0.9)).toThrow(RangeError);
    expect(() =>
      krippendorffAlpha([Float64Array.of(-1, 2), Float64Array.of(1, 3)], null, ratioDifference, 0.9),
    ).toThrow(RangeError);
    expect(() => intraclassCorrelations([Float64Array.of(1), Float64Array.of(1, 2)], 0.9)).toThrow(RangeError);
    expect(() => ratingPairs(Int32Array.of(2), Int32Array.of(0), 2)).toThrow(RangeError);
  });
});

describe("intervals of agreement", () => {
  const runs = 400;
  const tolerance = 4 * Math.sqrt((0.1 * 0.9) / runs);
  // Two who know with 0.8 each, and else guess by the shares, agree beyond chance 0.64 times: so does every pair of them.
  const truth = 0.64;

  it("cover the population's agreement as often as they say, with and without weights", () => {
    const random = randomFromSeed(2);
    const covered = { kappa: 0, weighted: 0, fleiss: 0, alpha: 0 };
    for (let run = 0; run < runs; run++) {
      const raters = ratings(random, 150, 0.8, 3);
      const own = Float64Array.from(raters[0], () => (random.nextUnit() < 0.3 ? 2 : 0.5));
      const found = {
        kappa: cohensKappa(ratingPairs(raters[0], raters[1], 4), exactAgreement, 0.9),
        weighted: cohensKappa(ratingPairs(raters[0], raters[1], 4, own), exactAgreement, 0.9),
        fleiss: fleissKappa(counts(raters, 4), null, 0.9),
        alpha: krippendorffAlpha(numbers(raters), null, nominalDifference, 0.9),
      };
      for (const kind of ["kappa", "weighted", "fleiss", "alpha"] as const) {
        const { interval } = estimated(found[kind]);
        if (interval.lower <= truth && truth <= interval.upper) covered[kind] += 1 / runs;
      }
    }
    for (const share of Object.values(covered)) expect(Math.abs(share - 0.9)).toBeLessThan(tolerance);
  });

  it("of intraclass correlations cover theirs, whose raters differ in level", () => {
    const random = randomFromSeed(3);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random.nextUnit())) * Math.cos(2 * Math.PI * random.nextUnit());
    const covered = { consistency: 0, agreement: 0 };
    for (let run = 0; run < runs; run++) {
      const things = Float64Array.from({ length: 25 }, normal);
      const raters = Array.from({ length: 4 }, () => {
        const level = 0.5 * normal();
        return things.map((thing) => thing + level + normal());
      });
      const { single } = estimated(intraclassCorrelations(raters, 0.9));
      const within = (form: keyof typeof covered, value: number) => {
        const { interval } = estimated(single[form]);
        if (interval.lower <= value && value <= interval.upper) covered[form] += 1 / runs;
      };
      within("consistency", 0.5);
      within("agreement", 1 / 2.25);
    }
    for (const share of Object.values(covered)) expect(Math.abs(share - 0.9)).toBeLessThan(tolerance);
  });

  it("go with a test that rejects chance as often as it says", () => {
    const random = randomFromSeed(4);
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const found = estimated(fleissKappa(counts(ratings(random, 40, 0, 5), 4), null, 0.9));
      if (found.test !== null && found.test.pValue < 0.1) rejected += 1 / runs;
    }
    expect(Math.abs(rejected - 0.1)).toBeLessThan(tolerance);
  });
});
