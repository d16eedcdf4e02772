import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import type { Estimated } from "../estimate/estimate.ts";
import { normalDraw } from "../random/normal-draw.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { meanEstimate } from "../scores/mean.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { combinedEstimate } from "./combined-estimate.ts";
import { imputationsAtOnce, multipleImputations } from "./multiple-imputation.ts";

const options = { imputations: 5, iterations: 3, donors: 5, seed: 1 };
const none = Number.NaN;

/** x and y with correlation 0.7; who has a low x answers y less often. */
function pair(random: Random, n: number) {
  const x = Float64Array.from({ length: n }, () => normalDraw(random));
  const y = x.map((value) => 0.7 * value + Math.sqrt(0.51) * normalDraw(random));
  const answered = y.map((value, row) => (random.nextUnit() < (x[row] < 0 ? 0.6 : 0.05) ? none : value));
  return { variables: ["x", "y"], columns: [x, answered] };
}

const mean = (column: Float64Array) => estimated(meanEstimate(sumsOfColumn(column, null, column.length), 0.9));

function estimate(value: number, standardError: number): Estimated {
  const interval = { lower: value, upper: value, confidence: 0.9, method: "t" } as const;
  return {
    kind: "estimated",
    value,
    standardError,
    interval,
    n: 100,
    weightedBase: 100,
    effectiveN: 100,
    method: "mean/t",
  };
}

describe("multiple imputation", () => {
  it("leaves given answers as they are and puts in only what somebody answered", async () => {
    const named = pair(randomFromSeed(2), 80);
    const found = variant(await multipleImputations(named, options), "imputed");
    expect(found.completed.length).toBe(5);
    const given = new Set(named.columns[1]);
    const missing = named.columns[1].filter((value) => Number.isNaN(value)).length;
    expect(found.imputed).toEqual([0, missing]);
    for (const [x, y] of found.completed) {
      expect(x).toEqual(named.columns[0]);
      for (const [row, value] of y.entries()) {
        expect(given.has(value)).toBe(true);
        if (!Number.isNaN(named.columns[1][row])) expect(value).toBe(named.columns[1][row]);
      }
    }
  });

  it("is the same for the same seed, and in other units", async () => {
    const named = pair(randomFromSeed(3), 60);
    const own = variant(await multipleImputations(named, options), "imputed");
    expect(variant(await multipleImputations(named, options), "imputed").completed).toEqual(own.completed);
    expect(variant(imputationsAtOnce(named, options), "imputed").completed).toEqual(own.completed);
    const scaled = { ...named, columns: [named.columns[0].map((x) => 40 + 8 * x), named.columns[1]] };
    expect(variant(await multipleImputations(scaled, options), "imputed").completed[4][1]).toEqual(own.completed[4][1]);
    expect(variant(await multipleImputations(named, { ...options, seed: 2 }), "imputed").completed).not.toEqual(
      own.completed,
    );
  });

  it("has intervals that cover the mean of all, where complete answers alone are biased", async () => {
    const random = randomFromSeed(4);
    const runs = 120;
    const covered = { imputed: 0, complete: 0 };
    for (let run = 0; run < runs; run++) {
      const named = pair(random, 100);
      const { completed } = variant(
        await multipleImputations(named, { ...options, imputations: 10, iterations: 2, seed: run }),
        "imputed",
      );
      const { interval } = combinedEstimate(
        completed.map(([, y]) => mean(y)),
        99,
        0.9,
      );
      if (interval.lower <= 0 && 0 <= interval.upper) covered.imputed += 1 / runs;
      const plain = mean(named.columns[1]).interval;
      if (plain.lower <= 0 && 0 <= plain.upper) covered.complete += 1 / runs;
    }
    expect(Math.abs(covered.imputed - 0.9)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / runs));
    expect(covered.complete).toBeLessThan(0.5);
  });

  it("takes any data", async () => {
    const answer = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(none), fc.constant(2));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(answer, answer, answer), { minLength: 1, maxLength: 7 }), async (rows) => {
        const columns = [0, 1, 2].map((k) => Float64Array.from(rows, (row) => row[k]));
        const found = await multipleImputations(
          { variables: ["a", "b", "c"], columns },
          { ...options, imputations: 2, iterations: 1 },
        );
        expect(unfitNumbers(found)).toEqual([]);
        const empty = columns.some((column) => column.every((value) => Number.isNaN(value)));
        expect(found.kind).toBe(empty ? "unanswered" : "imputed");
      }),
      { numRuns: 60 },
    );
  });

  it("refuses what cannot be, stops when asked, and reports progress", async () => {
    const named = pair(randomFromSeed(5), 20);
    await expect(multipleImputations(named, { ...options, imputations: 1 })).rejects.toThrow(RangeError);
    await expect(multipleImputations(named, { ...options, donors: 0 })).rejects.toThrow(RangeError);
    await expect(multipleImputations({ variables: [], columns: [] }, options)).rejects.toThrow(RangeError);
    await expect(
      multipleImputations(named, { ...options, signal: AbortSignal.abort(new Error("enough")) }),
    ).rejects.toThrow("enough");
    const seen: number[] = [];
    await multipleImputations(named, { ...options, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("Rubin's rules", () => {
  it("are those of R's formulas", () => {
    const values = [3.1, 3.3, 2.9, 3.2, 3.05];
    const errors = [0.2, 0.21, 0.19, 0.2, 0.22];
    const found = combinedEstimate(
      values.map((value, k) => estimate(value, errors[k])),
      99,
      0.9,
    );
    expect(found.value).toBeCloseTo(3.11, 13);
    expect(found.standardError).toBeCloseTo(0.263286915740224, 13);
    expect(found.shareFromMissing).toBeCloseTo(0.398153491055972, 13);
    expect(found.degreesOfFreedom).toBeCloseTo(17.620964133998825, 10);
    expect(found.interval.lower).toBeCloseTo(2.652911100465189, 10);
  });

  it("add nothing where nothing was missing, and take data without variation", () => {
    const found = combinedEstimate([estimate(3, 0.2), estimate(3, 0.2)], null, 0.9);
    expect(found).toMatchObject({ value: 3, shareFromMissing: 0, degreesOfFreedom: null });
    expect(found.standardError).toBeCloseTo(0.2, 14);
    expect(unfitNumbers(combinedEstimate([estimate(3, 0), estimate(4, 0)], 10, 0.9))).toEqual([]);
    expect(combinedEstimate([estimate(3, 0), estimate(3, 0)], 10, 0.9).interval.method).toBe("no-variation");
    expect(() => combinedEstimate([estimate(3, 1)], 10, 0.9)).toThrow(RangeError);
    expect(() => combinedEstimate([estimate(3, 1), estimate(3, 1)], 0, 0.9)).toThrow(RangeError);
    expect(() => combinedEstimate([estimate(3, 1), estimate(3, 1)], 5, 1)).toThrow(RangeError);
  });
});
