/** Golden values: golden/second/expected/survey_effect.json, through reference/families/effect. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { recommendationMark } from "../scores/net-promoter-score.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfColumn, sumsOfTally } from "../tally/sums.ts";
import { changeOfMeans, changeOfNps, changeOfPairs, changeOfShares } from "./before-after.ts";
import { type ChangeQuestion, changeVerdict } from "./change-verdict.ts";

const question: ChangeQuestion = { confidence: 0.95, relevantChange: 0, direction: "higher-is-better" };
const interval = (lower: number, upper: number) => ({ lower, upper, confidence: 0.95, method: "t" }) as const;
const normal = (random: Random) => normalQuantile(random.nextUnit() || 0.5);

describe("a verdict on a change", () => {
  it.each([
    [0.1, 0.9, 0, "improved"],
    [-0.9, -0.1, 0, "worsened"],
    [-0.1, 0.9, 0, "no-evidence"],
    [-0.1, 0.2, 0.3, "no-relevant-change"],
    [0.1, 0.2, 0.3, "no-relevant-change"],
    [0.1, 0.4, 0.3, "improved"],
    [-0.3, 0.2, 0.3, "no-evidence"],
    [-0.9, 0.2, 0.3, "no-evidence"],
    [0, 0.5, 0, "no-evidence"],
  ])("of %d … %d, where %d matters, is %s", (lower, upper, relevantChange, verdict) => {
    expect(changeVerdict(interval(lower, upper), { ...question, relevantChange })).toBe(verdict);
  });

  it("turns round where lower is better", () => {
    const complaints: ChangeQuestion = { ...question, direction: "lower-is-better" };
    expect(changeVerdict(interval(-0.9, -0.1), complaints)).toBe("improved");
    expect(changeVerdict(interval(0.1, 0.9), complaints)).toBe("worsened");
  });

  it("is asked with a change of 0 or more and a confidence within (0, 1)", () => {
    expect(() => changeVerdict(interval(0, 1), { ...question, relevantChange: -1 })).toThrow(RangeError);
    expect(() => changeVerdict(interval(0, 1), { ...question, relevantChange: Number.NaN })).toThrow(RangeError);
    expect(() => changeVerdict(interval(0, 1), { ...question, confidence: 1 })).toThrow(RangeError);
  });
});

describe("before and after", () => {
  const ratings = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 10 });

  it("gives fit numbers or a variant, and turns with time", () => {
    fc.assert(
      fc.property(ratings, ratings, (a, b) => {
        const [before, after] = [tallyOf(a), tallyOf(b)];
        const both = (first: typeof before, second: typeof before) => [
          changeOfMeans(sumsOfTally(first), sumsOfTally(second), question),
          changeOfShares(first, second, (value) => value >= 9, question),
          changeOfNps(first, second, question),
        ];
        const reversed = both(after, before);
        both(before, after).forEach((own, index) => {
          expect(unfitNumbers(own)).toEqual([]);
          const other = reversed[index];
          if (own.kind !== "estimated" || other?.kind !== "estimated") return;
          expect(other.value).toBeCloseTo(-own.value, 9);
          const turned = { improved: "worsened", worsened: "improved" };
          expect(other.verdict).toBe(
            own.verdict === "improved" || own.verdict === "worsened" ? turned[own.verdict] : own.verdict,
          );
        });
      }),
    );
  });

  it("is after minus before, of people who answered once or twice", () => {
    const [before, after] = [Float64Array.of(3, 4, 5, 2, 3, 4), Float64Array.of(5, 5, 6, 4, 4, 5)];
    const sums = [before, after].map((column) => sumsOfColumn(column, null, 6));
    const [first, second] = sums;
    if (first === undefined || second === undefined) throw new Error("two samples");
    const independent = estimated(changeOfMeans(first, second, question));
    const paired = estimated(changeOfPairs(before, after, null, question));
    expect(independent.value).toBeCloseTo(8 / 6, 12);
    expect(paired.value).toBeCloseTo(8 / 6, 12);
    // The same people: their own level drops out, and the same change is far more certain.
    expect(paired.standardError).toBeLessThan(independent.standardError / 2);
    expect([independent.verdict, paired.verdict]).toEqual(["improved", "improved"]);
    const nps = estimated(
      changeOfPairs(
        Float64Array.of(9, 3, 8, 2).map(recommendationMark),
        Float64Array.of(9, 8, 9, 9).map(recommendationMark),
        null,
        question,
      ),
    );
    expect(nps.value).toBe(100);
  });

  it("from none to all is a change with an interval, weighted or not, and says how many answered", () => {
    const weights = Float64Array.of(1, 2, 0.5, 1, 3, 1, 1, 2);
    const [none, all] = [new Float64Array(8).fill(3), new Float64Array(8).fill(10)];
    for (const own of [null, weights]) {
      const [before, after] = [none, all].map((ratings) => tallyOf(ratings, own ?? undefined));
      const share = estimated(changeOfShares(before, after, (value) => value >= 9, question));
      const nps = estimated(changeOfNps(before, after, question));
      expect([share.value, nps.value]).toEqual([1, 200]);
      for (const { interval, verdict } of [share, nps]) {
        expect(verdict).toBe("improved");
        expect(interval.lower).toBeGreaterThan(0.3 * interval.upper);
        expect(interval.lower).toBeLessThan(0.8 * interval.upper);
      }
      const effectiveN = own === null ? 8 : 11.5 ** 2 / 21.25;
      for (const { before: then, after: now } of [share, nps]) {
        expect([then.n, now.n, then.weightedBase]).toEqual([8, 8, own === null ? 8 : 11.5]);
        expect(then.effectiveN).toBeCloseTo(effectiveN, 10);
        expect(now.effectiveN).toBeCloseTo(effectiveN, 10);
      }
      expect(changeOfShares(after, after, (value) => value >= 9, question)).toEqual({ kind: "no-variation", value: 0 });
      expect(changeOfNps(after, after, question)).toEqual({ kind: "no-variation", value: 0 });
    }
  });

  it("names what is missing, and asks the question first", () => {
    const one = Float64Array.of(3);
    expect(changeOfPairs(one, one, null, question)).toEqual({ kind: "too-few-answers", n: 1, required: 2 });
    expect(changeOfNps(tallyOf([]), tallyOf([9, 9]), question).kind).toBe("too-few-answers");
    expect(() => changeOfPairs(one, one, null, { ...question, relevantChange: -1 })).toThrow(RangeError);
    expect(() => changeOfNps(tallyOf([3, 4]), tallyOf([9, 9]), { ...question, relevantChange: -1 })).toThrow(
      RangeError,
    );
  });
});

describe("the level of a verdict", () => {
  it("of “no relevant change” is wrong at most as often as the interval where the change just matters", () => {
    const random = randomFromSeed(55);
    const runs = 800;
    let wrong = 0;
    for (let run = 0; run < runs; run++) {
      const before = Float64Array.from({ length: 150 }, () => normal(random));
      const after = Float64Array.from({ length: 700 }, () => 0.5 + normal(random));
      const found = estimated(
        changeOfMeans(sumsOfColumn(before, null, 150), sumsOfColumn(after, null, 700), {
          ...question,
          relevantChange: 0.5,
        }),
      );
      wrong += Number(found.verdict === "no-relevant-change") / runs;
    }
    expect(Math.abs(wrong - 0.025)).toBeLessThan(4 * Math.sqrt((0.025 * 0.975) / runs));
  });
});
