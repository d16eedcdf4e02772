import { describe, expect, it } from "vitest";
import { pathModelOf, simulatedRatings, smallSatisfaction } from "../../../test-support/simulated-path-data.ts";
import { estimated, tested, variant } from "../../../test-support/variants.ts";
import { studentTwoSided } from "../../distribution/student-t.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import type { PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { bootstrapPathModel } from "./bootstrap-path-model.ts";
import { replicatesOf } from "./replicate-table.ts";
import type { PathModelStatistic } from "./statistic.ts";

const model = pathModelOf(smallSatisfaction);
/** Its weights are a regression's, whose signs change easily. */
const formative: PathModel = {
  ...model,
  constructs: model.constructs.map((each) => (each.name === "Image" ? { ...each, mode: "B" } : each)),
};

/** The first item of the image answered at random, in part or altogether. */
function answersWith(noise: number, n: number, seed: number): PathSample {
  const sample = simulatedRatings(smallSatisfaction, n, randomFromSeed(seed));
  const random = randomFromSeed(100 + seed);
  const blur = (x: number) => (random.nextUnit() < noise ? 1 + random.nextBelow(10) : x);
  return { ...sample, columns: sample.columns.map((column, item) => (item === 0 ? column.map(blur) : column)) };
}

async function bootstrapOf(sample: PathSample, of = formative, signChange: "none" | "individual" = "none") {
  const scales = sample.variables.map(() => ({ minimum: 1, maximum: 10 }));
  const draws = { kind: "seeded", seed: 2 } as const;
  const options = { resamples: 300, draws, confidence: 0.95, scales, signChange };
  return estimated(await bootstrapPathModel(sample, of, "path", options));
}

const named = (kind: PathModelStatistic["kind"], construct: string) => (each: { statistic: PathModelStatistic }) =>
  each.statistic.kind === kind && JSON.stringify(each.statistic).includes(`"${construct}"`);

describe("an index in a resample in which the weight of one of its items is not positive", () => {
  it("is counted as failed, and is in no mean and no interval", async () => {
    const found = await bootstrapOf(answersWith(0.1, 200, 1));
    const place = found.estimates.findIndex(named("index", "Image"));
    const index = estimated(found.estimates[place]);
    const weights = [0, 1, 2].map((item) => {
      const statistic = { kind: "weight", item: `Image${item + 1}` };
      const at = found.estimates.findIndex((each) => JSON.stringify(each.statistic) === JSON.stringify(statistic));
      return replicatesOf(found.replicates, at);
    });
    const negative = Array.from({ length: 300 }, (_, b) => weights.some((weight) => !(weight[b] > 0)));
    expect(index.failed).toBe(negative.filter(Boolean).length);
    expect(index.failed).toBeGreaterThan(0);
    expect(index.replicates).toBe(300 - index.failed);
    expect(found.failed.total).toBe(0);
    const replicates = replicatesOf(found.replicates, place);
    expect(replicates).toHaveLength(index.replicates);
    for (const value of replicates) expect(value >= 0 && value <= 100).toBe(true);
    // The paths of the same resamples count.
    expect(estimated(found.estimates[0])).toMatchObject({ replicates: 300, failed: 0 });
    // Turning single signs makes no weight of an index positive.
    const turned = await bootstrapOf(answersWith(0.1, 200, 1), formative, "individual");
    expect(estimated(turned.estimates[place]).failed).toBe(index.failed);
    // A row left out leaves an index in place, so there is a BCa interval.
    expect(index.bca.kind).toBe("estimated");
  });

  it("leaves no index where more than one in ten is such a resample, nor what is made of it", async () => {
    // Averaged as they were, these had means far from any index.
    const found = await bootstrapOf(answersWith(1, 40, 7));
    const index = variant(found.estimates.find(named("index", "Image")) ?? { kind: "none" }, "too-many-failed");
    expect(index.failed).toBeGreaterThan(30);
    expect(index.failed + index.replicates).toBe(300);
    expect(found.estimates.filter(named("impact", "Image")).map(({ kind }) => kind)).toEqual([
      "too-many-failed",
      "too-many-failed",
      "too-many-failed",
    ]);
    expect(found.estimates.find(named("index", "Loyalty"))?.kind).toBe("estimated");
    expect(found.estimates.filter(({ statistic }) => statistic.kind === "path").map(({ kind }) => kind)).toEqual(
      Array(4).fill("estimated"),
    );
  });
});

describe("a test against 0", () => {
  it("is not made of what is never below 0", async () => {
    const found = await bootstrapOf(answersWith(0, 120, 3), model);
    for (const { statistic, test } of found.estimates.map((each) => estimated(each))) {
      const isTested = !["r-squared", "htmt", "index"].includes(statistic.kind);
      expect(test.kind).toBe(isTested ? "tested" : "never-negative");
    }
  });

  it("of weighted answers has the degrees of freedom of the effective n", async () => {
    const sample = answersWith(0, 120, 3);
    const caseWeights = Float64Array.from({ length: 120 }, (_, row) => (row < 30 ? 4 : 0.5));
    const found = await bootstrapOf({ ...sample, caseWeights }, model);
    const path = estimated(found.estimates[0]);
    const test = tested(path.test);
    const effectiveN = (30 * 4 + 90 * 0.5) ** 2 / (30 * 16 + 90 * 0.25);
    expect(found.effectiveN).toBeCloseTo(effectiveN, 9);
    expect(test.degreesOfFreedom).toBeCloseTo(effectiveN - 1, 9);
    expect(test.pValue).toBeCloseTo(studentTwoSided(path.value / path.standardError, effectiveN - 1), 12);
    const one = Float64Array.from({ length: 120 }, (_, row) => (row === 0 ? 1e9 : 1));
    const alone = await bootstrapPathModel({ ...sample, caseWeights: one }, model, "path", {
      resamples: 60,
      draws: { kind: "seeded", seed: 1 },
      confidence: 0.9,
    });
    if (alone.kind === "estimated") {
      const kinds = new Set(alone.estimates.map((each) => estimated(each).test.kind));
      expect(kinds.has("tested")).toBe(false);
    }
  });
});
