/** Golden values: R 4.2.2, pROC 1.18.0: `roc(y, s, direction = "<")`, `auc`, `sqrt(var(r, method = "delong"))`; limits by plogis(qlogis(A) ± z se/(A(1 − A))). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { normal, randomRows, within } from "../../test-support/random-terms.ts";
import { estimated } from "../../test-support/variants.ts";
import { normalLower } from "../distribution/normal.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { areaUnderCurve } from "./area-under-curve.ts";
import { binaryLogit } from "./binary-logit.ts";
import { delongArea } from "./delong-area.ts";

const scores = Float64Array.of(
  ...[0.5, 1.2, 2.1, 2.9, 3.3, 3.8, 4.4, 4.9, 5.6, 6.1, 6.8, 7.4, 7.9, 8.5, 9.3, 2.1, 2.6, 4.9, 6.6, 8.5],
);
const outcome = Float64Array.of(0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0, 0, 1, 0, 1);

/** Over all pairs, n² of them. */
function byPairs(own: Float64Array, answers: Float64Array) {
  const of = (answer: number) => own.filter((_, k) => answers[k] === answer);
  const [ones, zeros] = [of(1), of(0)];
  const wins = (one: number, zero: number) => (one > zero ? 1 : one === zero ? 0.5 : 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
  const overZeros = Array.from(ones, (one) => mean(Array.from(zeros, (zero) => wins(one, zero))));
  const overOnes = Array.from(zeros, (zero) => mean(Array.from(ones, (one) => wins(one, zero))));
  return {
    value: mean(overZeros),
    standardError: Math.sqrt(variance(overZeros) / ones.length + variance(overOnes) / zeros.length),
  };
}

describe("the area under the curve with its error", () => {
  it("is R's, ties included", () => {
    const found = estimated(delongArea(scores, outcome, null, 0.9));
    expect(found.value).toBeCloseTo(0.83, 14);
    expect(found.standardError).toBeCloseTo(0.0955684745788763, 14);
    expect(found.interval.lower).toBeCloseTo(0.615750806255531, 12);
    expect(found.interval.upper).toBeCloseTo(0.937009143838077, 12);
    expect(found).toMatchObject({ n: 20, ones: 10, zeros: 10 });
  });

  it("is that of all pairs, and takes a frequency for as many rows", () => {
    const random = randomFromSeed(4);
    for (let run = 0; run < 40; run++) {
      const n = 20 + Math.floor(random.nextUnit() * 60);
      const own = Float64Array.from({ length: n }, () => Math.floor(random.nextUnit() * 12));
      const answers = own.map((value) => Number(random.nextUnit() < (value + 2) / 20));
      const counts = own.map(() => Math.floor(random.nextUnit() * 4));
      const rows = Array.from(counts).flatMap((count, k): number[] => Array(count).fill(k));
      const long = [own, answers].map((values) => Float64Array.from(rows, (row) => values[row]));
      const found = delongArea(own, answers, counts, 0.95);
      if (found.kind !== "estimated") continue;
      const expected = byPairs(long[0], long[1]);
      expect(found.value).toBeCloseTo(expected.value, 13);
      expect(found.value).toBeCloseTo(areaUnderCurve(long[0], long[1], new Float64Array(rows.length).fill(1)), 13);
      expect(found.standardError).toBeCloseTo(expected.standardError, 13);
      expect(found.n).toBe(rows.length);
    }
  });

  it("keeps under any rising change of scores, and turns round with the answers", () => {
    const own = estimated(delongArea(scores, outcome, null, 0.95));
    const risen = estimated(delongArea(scores.map(Math.exp), outcome, null, 0.95));
    expect(risen).toEqual(own);
    const turned = estimated(
      delongArea(
        scores,
        outcome.map((value) => 1 - value),
        null,
        0.95,
      ),
    );
    expect(turned.value).toBeCloseTo(1 - own.value, 14);
    expect(turned.interval.lower).toBeCloseTo(1 - own.interval.upper, 12);
  });

  it("says where no error can be estimated", () => {
    const sides = Float64Array.of(0, 0, 1, 1);
    expect(delongArea(sides, sides, null, 0.95)).toEqual({ kind: "no-variation" });
    expect(delongArea(new Float64Array(4), sides, null, 0.95)).toEqual({ kind: "no-variation" });
    expect(delongArea(scores.slice(0, 3), outcome.slice(0, 3), null, 0.95)).toEqual({
      kind: "too-few-answers",
      n: 1,
      required: 2,
    });
    fc.assert(
      fc.property(randomRows, ({ ratings, binary, frequencies }) => {
        expect(unfitNumbers(delongArea(ratings, binary, null, 0.9))).toEqual([]);
        expect(unfitNumbers(delongArea(ratings, binary, frequencies, 0.9))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("refuses what a caller should not ask", () => {
    expect(() => delongArea(scores, scores, null, 0.95)).toThrow(RangeError);
    expect(() => delongArea(scores.slice(1), outcome, null, 0.95)).toThrow(RangeError);
    expect(() => delongArea(scores, outcome, new Float64Array(20).fill(0.5), 0.95)).toThrow(RangeError);
    expect(() =>
      delongArea(
        scores.map(() => Number.POSITIVE_INFINITY),
        outcome,
        null,
        0.95,
      ),
    ).toThrow(RangeError);
    expect(() => delongArea(scores, outcome, null, 0)).toThrow(RangeError);
  });

  it("stands beside the area of a logit", () => {
    const fit = estimated(binaryLogit(outcome, [{ kind: "numeric", name: "score", values: scores }], null, 0.9));
    const area = estimated(fit.discrimination);
    expect(area.value).toBeCloseTo(fit.areaUnderCurve, 14);
    expect(area.standardError).toBeCloseTo(0.0955684745788763, 12);
  });

  it.each([0.7, 0.92])("covers an area of %d with groups of 25 and 120", (truth) => {
    const random = randomFromSeed(50);
    let [low, high] = [0, 5];
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      [low, high] = normalLower(middle / Math.SQRT2) < truth ? [middle, high] : [low, middle];
    }
    const runs = 1500;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const answers = Float64Array.from({ length: 145 }, (_, k) => Number(k < 25));
      const own = answers.map((answer) => normal(random) + low * answer);
      const { lower, upper } = estimated(delongArea(own, answers, null, 0.9)).interval;
      covered += Number(lower <= truth && truth <= upper);
    }
    expect(Math.abs(covered / runs - 0.9)).toBeLessThan(within(0.9, runs));
  });
});
