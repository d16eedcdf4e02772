import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../../test-support/finite.ts";
import {
  asRatings,
  smallModel,
  smallPopulation,
  smallSample,
  usualPopulation,
} from "../../../test-support/small-path-model.ts";
import { estimated, tested } from "../../../test-support/variants.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import { bootstrapPathModel } from "../bootstrap/bootstrap-path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { measurementInvariance } from "./measurement-invariance.ts";
import { comparedBootstraps } from "./parametric-comparison.ts";
import { permutationTest } from "./permutation-test.ts";

// No other program here has these tests; they are held to their definitions and to their level.

const random = randomFromSeed(1);
const first = asRatings(smallSample(120, random));
const second = asRatings(smallSample(70, random, smallPopulation(0.5, 0.2, 0)));
const scales = Array.from({ length: 9 }, () => ({ minimum: 1, maximum: 10 }));
const options = { permutations: 100, seed: 3 };
const bootstrapOf = async (sample: PathSample, resamples = 200) =>
  estimated(
    await bootstrapPathModel(sample, smallModel, "path", {
      resamples,
      draws: { kind: "seeded", seed: 4 },
      confidence: 0.9,
      acceleration: "none",
    }),
  );

describe("comparison of two groups' path models", () => {
  it("tests differences by Welch's t on the bootstrap's errors", async () => {
    const [a, b] = [await bootstrapOf(first), await bootstrapOf(second)];
    const found = comparedBootstraps(a, b, 0.9);
    const path = tested(found[2]);
    expect(path.statistic).toEqual({ kind: "path", from: "quality", to: "satisfaction" });
    const [u, v] = [a, b].map(({ estimates }) => estimated(estimates[2]).standardError ** 2);
    expect(path.difference).toBeCloseTo(a.estimates[2].value - b.estimates[2].value, 12);
    expect(path.t).toBeCloseTo(path.difference / Math.sqrt(u + v), 10);
    expect(path.degreesOfFreedom).toBeCloseTo((u + v) ** 2 / (u ** 2 / 119 + v ** 2 / 69), 8);
    expect(path.pValue).toBeLessThan(0.05);
    const turned = tested(comparedBootstraps(b, a, 0.9)[2]);
    expect(turned.difference).toBeCloseTo(-path.difference, 12);
    expect(turned.pValue).toBeCloseTo(path.pValue, 12);
    expect(unfitNumbers(found)).toEqual([]);
    expect(() => comparedBootstraps(a, b, 1)).toThrow(RangeError);
  });

  it("tests paths and indices by permutation, the same for the same seed", async () => {
    const found = tested(await permutationTest([first, second], smallModel, "path", scales, options));
    expect(found.differences.map(({ statistic }) => statistic.kind)).toEqual([
      "path",
      "path",
      "path",
      "index",
      "index",
      "index",
    ]);
    expect(found).toMatchObject({ n: [120, 70], permutations: 100, failed: 0 });
    expect(found.differences[2].pValue).toBeLessThan(0.05);
    expect(Math.min(...found.differences.map(({ pValue }) => pValue))).toBeGreaterThanOrEqual(1 / 101);
    expect(tested(await permutationTest([first, second], smallModel, "path", scales, options))).toEqual(found);
    const equal = { ...first, caseWeights: new Float64Array(120).fill(2) };
    const other = { ...second, caseWeights: new Float64Array(70).fill(2) };
    const weighted = tested(await permutationTest([equal, other], smallModel, "path", scales, options));
    expect(weighted.differences[2].difference).toBeCloseTo(found.differences[2].difference, 8);
    expect(weighted.differences[2].pValue).toBeCloseTo(found.differences[2].pValue, 12);
  });

  it("finds means, spreads and weights that differ, and says which comparison is left", async () => {
    const same = asRatings(smallSample(90, random));
    const shifted = { ...same, columns: same.columns.map((column) => column.map((x) => Math.min(10, x + 1.2))) };
    const found = tested(await measurementInvariance([first, shifted], smallModel, "path", 0.05, options));
    for (const each of found.constructs) {
      expect(each.mean.difference).toBeLessThan(0);
      expect(each.mean.pValue).toBeLessThan(0.05);
      expect(each.composition.correlation).toBeGreaterThan(0.9);
      expect(each.invariance).not.toBe("full");
    }
    // In the other group two of three image items are noise.
    const noise = second.columns.map((column, a) =>
      a === 1 || a === 2 ? column.map(() => 1 + random.nextBelow(10)) : column,
    );
    const broken = tested(
      await measurementInvariance([first, { ...second, columns: noise }], smallModel, "path", 0.05, options),
    );
    expect(broken.constructs[0].invariance).toBe("none");
    expect(broken.constructs[0].composition.correlation).toBeLessThan(broken.constructs[0].composition.quantile);
    expect(unfitNumbers(broken)).toEqual([]);
  });

  it("rejects equal paths as often as it says, with groups of unequal size", async () => {
    const own = randomFromSeed(7);
    const runs = 60;
    const rejected = { permutation: 0, mean: 0, composition: 0, parametric: 0 };
    for (let run = 0; run < runs; run++) {
      const groups = [
        asRatings(smallSample(60, own, usualPopulation)),
        asRatings(smallSample(30, own, usualPopulation)),
      ] as const;
      const drawn = { permutations: 39, seed: run };
      const permuted = tested(await permutationTest(groups, smallModel, "path", null, drawn));
      if (permuted.differences[2].pValue <= 0.1) rejected.permutation += 1 / runs;
      const invariance = tested(await measurementInvariance(groups, smallModel, "path", 0.1, drawn)).constructs[1];
      if (invariance.mean.pValue <= 0.1) rejected.mean += 1 / runs;
      if (invariance.composition.pValue <= 0.1) rejected.composition += 1 / runs;
      const bootstraps = [await bootstrapOf(groups[0], 60), await bootstrapOf(groups[1], 60)] as const;
      if (tested(comparedBootstraps(...bootstraps, 0.9)[2]).pValue <= 0.1) rejected.parametric += 1 / runs;
    }
    // With 39 permutations a p of 0.1 is reached exactly: the test's level is 0.1.
    for (const share of Object.values(rejected)) {
      expect(Math.abs(share - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / runs));
    }
  });

  it("says which group has no model, and refuses what cannot be", async () => {
    const few = { ...second, columns: second.columns.map((column) => column.slice(0, 2)) };
    expect(await permutationTest([first, few], smallModel, "path", null, options)).toMatchObject({
      kind: "no-model",
      group: "second",
    });
    const still = { ...first, columns: first.columns.map((column, a) => (a === 0 ? column.map(() => 5) : column)) };
    expect(await measurementInvariance([still, second], smallModel, "path", 0.05, options)).toMatchObject({
      kind: "no-model",
      group: "first",
    });
    await expect(
      permutationTest([first, second], smallModel, "path", null, { ...options, permutations: 3 }),
    ).rejects.toThrow(RangeError);
    await expect(measurementInvariance([first, second], smallModel, "path", 0, options)).rejects.toThrow(RangeError);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(permutationTest([first, second], smallModel, "path", null, { ...options, signal })).rejects.toThrow(
      "enough",
    );
  });
});
