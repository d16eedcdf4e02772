import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapWorkers } from "../../../test-support/bootstrap-workers.ts";
import { expectClose } from "../../../test-support/expect-close.ts";
import {
  pathModelOf,
  populationMoments,
  simulatedAnswers,
  simulatedRatings,
  smallSatisfaction,
} from "../../../test-support/simulated-path-data.ts";
import { estimated, variant } from "../../../test-support/variants.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import { estimatePathModel } from "../estimate.ts";
import type { PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import type { BootstrapEstimate } from "./bootstrap-estimate.ts";
import { type BootstrapOptions, bootstrapPathModel } from "./bootstrap-path-model.ts";
import { replicatesOf } from "./replicate-table.ts";
import { runShare } from "./replicator.ts";

const model = pathModelOf(smallSatisfaction);
const sample = simulatedRatings(smallSatisfaction, 150, randomFromSeed(4));
const scales = sample.variables.map(() => ({ minimum: 1, maximum: 10 }));

function options(overrides: Partial<BootstrapOptions> = {}): BootstrapOptions {
  return { resamples: 200, draws: { kind: "seeded", seed: 8 }, confidence: 0.9, scales, ...overrides };
}

async function estimates(overrides: Partial<BootstrapOptions> = {}) {
  return allEstimated(await bootstrapPathModel(sample, model, "path", options(overrides)));
}

/** Where no statistic has failed. */
function allEstimated(found: Awaited<ReturnType<typeof bootstrapPathModel>>) {
  const whole = estimated(found);
  return { ...whole, estimates: whole.estimates.map((each) => estimated(each)) };
}

function numbersOf({
  value,
  bootstrapMean,
  bias,
  standardError,
  test,
  percentile,
  basic,
  normal,
  bca,
}: BootstrapEstimate) {
  const limits = [percentile, basic, normal, ...(bca.kind === "estimated" ? [bca.interval] : [])];
  const tested = test.kind === "tested" ? [test.statistic, test.pValue] : [];
  return [
    value,
    bootstrapMean,
    bias,
    standardError,
    ...tested,
    ...limits.flatMap(({ lower, upper }) => [lower, upper]),
  ];
}

describe("the bootstrap of a path model", () => {
  it("says of each statistic what its replicates say", async () => {
    const found = await estimates();
    const sd = (values: Float64Array) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    };
    for (const [place, each] of found.estimates.entries()) {
      const sorted = replicatesOf(found.replicates, place).toSorted();
      expect(each.standardError).toBeCloseTo(sd(sorted), 10);
      expect(each.value + each.bias).toBeCloseTo(each.bootstrapMean, 12);
      // Type 7 of 200: the 0.05 quantile lies 0.95 of the way from the tenth to the eleventh.
      expect(each.percentile.lower).toBeCloseTo(sorted[9] + 0.95 * (sorted[10] - sorted[9]), 10);
      expect(each.basic.upper).toBeCloseTo(2 * each.value - each.percentile.lower, 10);
      expect(each.normal.upper - each.normal.lower).toBeCloseTo(2 * 1.6448536269514722 * each.standardError, 10);
    }
    expect(found).toMatchObject({ n: 150, leftOut: 0, weightedBase: 150, effectiveN: 150, resamples: 200 });
    expect(found.failed.total).toBe(0);
    expect(found.method).toBe("PLS path model, path scheme; bootstrap of complete cases, seed 8, sign change none");
  });

  it("has BCa limits that are the percentile's where there is neither bias nor skewness", async () => {
    const found = await estimates();
    const bcas = found.estimates.map(({ bca, percentile }) => ({ bca: variant(bca, "estimated"), percentile }));
    for (const { bca, percentile } of bcas) {
      const shift = Math.abs(bca.biasCorrection) + 3 * Math.abs(bca.acceleration);
      const width = percentile.upper - percentile.lower;
      expect(Math.abs(bca.interval.lower - percentile.lower)).toBeLessThan((0.05 + 2 * shift) * width);
    }
    const corrections = bcas.map(({ bca }) => bca.biasCorrection);
    expect(Math.min(...corrections)).toBeLessThan(0);
    expect(Math.max(...corrections)).toBeGreaterThan(0);
    const without = await estimates({ acceleration: "none" });
    expect(new Set(without.estimates.map(({ bca }) => variant(bca, "no-interval").reason))).toEqual(
      new Set(["not-asked"]),
    );
  });

  it("is the same to the bit in one share, in four, and in worker threads", async () => {
    const whole = await estimates();
    const inFour = await estimates({ pool: { shares: 4, run: async (task, share) => runShare(task, share) } });
    const workers = bootstrapWorkers(2);
    const inThreads = await estimates({ pool: workers.pool }).finally(workers.close);
    expect(inFour.replicates.values).toEqual(whole.replicates.values);
    expect(inThreads.replicates.values).toEqual(whole.replicates.values);
    expect(inThreads.estimates).toEqual(whole.estimates);
    expect(inFour.estimates).toEqual(whole.estimates);
  });

  it("of equal weights is the unweighted one", async () => {
    const caseWeights = new Float64Array(150).fill(1.5);
    const weighted = allEstimated(await bootstrapPathModel({ ...sample, caseWeights }, model, "path", options()));
    const plain = await estimates();
    expectClose(weighted.replicates.values, plain.replicates.values, 1e-8);
    expectClose(weighted.estimates.flatMap(numbersOf), plain.estimates.flatMap(numbersOf), 1e-6);
  });

  it("gives the loading of a single item without an interval", async () => {
    const single: PathModel = {
      constructs: model.constructs.map((each) => (each.name === "Loyalty" ? { ...each, items: ["Loyalty1"] } : each)),
      paths: model.paths,
    };
    const found = allEstimated(
      await bootstrapPathModel(sample, single, "path", options({ scales: scales.slice(0, 11) })),
    );
    const fixed = found.estimates.filter(({ test }) => test.kind === "no-variation");
    expect(fixed.map(({ statistic }) => statistic)).toEqual([
      { kind: "weight", item: "Loyalty1" },
      { kind: "loading", item: "Loyalty1" },
    ]);
    for (const { percentile, bca } of fixed) {
      expect(percentile).toMatchObject({ lower: 1, upper: 1, method: "no-variation" });
      expect(bca).toEqual({ kind: "no-interval", reason: "no-variation" });
    }
  });

  it("leaves rows with missing answers out, or replaces them where that is asked for", async () => {
    const columns = sample.columns.map((column, a) =>
      a === 2 ? column.map((x, row) => (row < 40 ? Number.NaN : x)) : column,
    );
    const holes: PathSample = { ...sample, columns };
    const complete = estimated(await bootstrapPathModel(holes, model, "path", options()));
    expect(complete).toMatchObject({ n: 110, leftOut: 40 });
    const replaced = estimated(
      await bootstrapPathModel(holes, model, "path", options({ missing: "mean-replacement" })),
    );
    expect(replaced).toMatchObject({ n: 150, leftOut: 0 });
    expect(replaced.method).toContain("mean replacement in each resample");
    expect(Math.abs(replaced.fit.correlations.values[2])).toBeLessThan(Math.abs(complete.fit.correlations.values[2]));
  });

  it("leaves out resamples without a model, and counts them", async () => {
    // Four answers of 150 differ: a resample is without all of them with probability 0.018.
    const rare = sample.columns.map((column, a) => (a === 5 ? column.map((_, row) => (row < 4 ? 9 : 4)) : column));
    const found = allEstimated(await bootstrapPathModel({ ...sample, columns: rare }, model, "path", options()));
    expect(found.failed.total).toBeGreaterThan(0);
    expect(found.failed.total).toBeLessThan(15);
    expect(found.failed.reasons).toMatchObject({ "no-variation": found.failed.total, singular: 0 });
    for (const [place, each] of found.estimates.entries()) {
      const replicates = replicatesOf(found.replicates, place);
      expect(replicates).toHaveLength(200 - found.failed.total);
      const mean = replicates.reduce((sum, value) => sum + value, 0) / replicates.length;
      expect(each.bootstrapMean).toBeCloseTo(mean, 10);
      expect(each.statistic.kind !== "loading" || replicates.every((value) => value !== 0)).toBe(true);
    }
  });

  it("has no index, and no difference from it, where an item's weight is not positive", async () => {
    const columns = sample.columns.map((column, a) => (a === 1 ? column.map((x) => 11 - x) : column));
    const differences = [
      { kind: "index-difference", construct: "Loyalty", minus: "Image" },
      { kind: "index-above", construct: "Quality", value: 60 },
    ] as const;
    const found = estimated(await bootstrapPathModel({ ...sample, columns }, model, "path", options({ differences })));
    expect(found.withoutIndex).toEqual([{ kind: "non-positive-weights", construct: "Image", items: ["Image2"] }]);
    const kinds = found.estimates.map(({ statistic }) => statistic.kind);
    expect(kinds.filter((kind) => kind === "index")).toHaveLength(3);
    expect(kinds.filter((kind) => kind.startsWith("index-"))).toEqual(["index-above"]);
  });
});

describe("the work of a bootstrap", () => {
  it("tells how far it is", async () => {
    const seen: (readonly [number, number])[] = [];
    await estimates({ onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([350, 350]);
    expect(seen.every(([done], place) => place === 0 || done > seen[place - 1][0])).toBe(true);
  });

  it("ends where it is aborted, before it begins and on the way", async () => {
    const aborted = AbortSignal.abort(new Error("enough"));
    await expect(estimates({ signal: aborted })).rejects.toThrow("enough");
    const controller = new AbortController();
    const run = estimates({
      signal: controller.signal,
      onProgress: () => controller.abort(new Error("now")),
      resamples: 5000,
    });
    await expect(run).rejects.toThrow("now");
    const stopped = new AbortController();
    const pool = { shares: 2, run: () => new Promise<never>(() => stopped.abort(new Error("no more"))) };
    await expect(estimates({ signal: stopped.signal, pool })).rejects.toThrow("no more");
  });
});

describe("data that carry no bootstrap", () => {
  it("are told apart", async () => {
    const few = { ...sample, columns: sample.columns.map((column) => column.slice(0, 3)) };
    expect((await bootstrapPathModel(few, model, "path", options())).kind).toBe("too-few-answers");
    const still = { ...sample, columns: sample.columns.map((column, a) => (a === 5 ? column.map(() => 4) : column)) };
    expect(await bootstrapPathModel(still, model, "path", options())).toEqual({
      kind: "no-variation",
      item: "Quality3",
    });
    // One answer in 150 differs: a resample is without it with probability 1/e.
    const nearly = {
      ...sample,
      columns: sample.columns.map((column, a) => (a === 5 ? column.map((_, row) => (row === 0 ? 5 : 4)) : column)),
    };
    const failed = variant(await bootstrapPathModel(nearly, model, "path", options()), "too-many-failed").failed;
    expect(failed.reasons["no-variation"]).toBe(failed.total);
    expect(Math.abs(failed.total / 200 - Math.exp(-1))).toBeLessThan(4 * Math.sqrt((0.37 * 0.63) / 200));
  });

  it("whatever they are lead to finite numbers or a variant", async () => {
    const tiny: PathModel = {
      constructs: [
        { name: "X", items: ["x1", "x2"], mode: "A" },
        { name: "Y", items: ["y1", "y2"], mode: "B" },
      ],
      paths: [{ from: "X", to: "Y" }],
    };
    const cell = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(Number.NaN));
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 12 });
    const weights = fc.option(fc.array(fc.constantFrom(0, 1, 2.5), { minLength: 12, maxLength: 12 }));
    const missing = fc.constantFrom("complete-cases", "mean-replacement");
    await fc.assert(
      fc.asyncProperty(rows, weights, missing, fc.boolean(), async (table, given, how, withScales) => {
        const variables = ["x1", "x2", "y1", "y2"];
        const columns = variables.map((_, a) => Float64Array.from(table, (row) => row[a]));
        const caseWeights = given === null ? null : Float64Array.from(given.slice(0, table.length));
        const limits = withScales ? variables.map(() => ({ minimum: 1, maximum: 4 })) : null;
        const found = await bootstrapPathModel({ variables, columns, caseWeights }, tiny, "centroid", {
          ...options({ resamples: 30, scales: limits }),
          missing: how,
        });
        if (found.kind !== "estimated") return;
        for (const each of found.estimates) {
          const numbers = each.kind === "estimated" ? numbersOf(each) : [each.value, each.replicates, each.failed];
          for (const value of numbers) expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("intervals cover what everybody's answers would give", () => {
  const everybody = estimated(estimatePathModel(populationMoments(smallSatisfaction), model, "path"));
  const n = 120;

  /** Share of samples whose 90 % percentile interval of the path from Quality to Satisfaction has the truth in it. */
  async function coverage(samples: number, weightOf: ((row: number) => number) | null): Promise<number> {
    const random = randomFromSeed(31);
    const truth = everybody.paths.values[1 * 4 + 2];
    let covered = 0;
    for (let each = 0; each < samples; each++) {
      const answers = simulatedAnswers(smallSatisfaction, n, random);
      const caseWeights = weightOf === null ? null : Float64Array.from({ length: n }, (_, row) => weightOf(row));
      const found = await bootstrapPathModel({ ...answers, caseWeights }, model, "path", {
        resamples: 160,
        draws: { kind: "seeded", seed: each },
        confidence: 0.9,
        acceleration: "none",
      });
      const path = allEstimated(found).estimates.find(
        ({ statistic }) => statistic.kind === "path" && statistic.from === "Quality" && statistic.to === "Satisfaction",
      );
      if (path !== undefined && path.percentile.lower <= truth && truth <= path.percentile.upper) covered += 1;
    }
    return covered / samples;
  }

  /** Three binomial errors: √(0.9 · 0.1 / 150) = 0.024 each. */
  const tolerance = (samples: number) => 3 * Math.sqrt((0.9 * 0.1) / samples);

  it("without weights", async () => {
    expect(Math.abs((await coverage(150, null)) - 0.9)).toBeLessThan(tolerance(150));
  });

  it("with weights from 0.5 to 3 in groups of unequal size", async () => {
    const share = await coverage(100, (row) => (row < 20 ? 3 : row < 70 ? 1 : 0.5));
    expect(Math.abs(share - 0.9)).toBeLessThan(tolerance(100));
  });
});

describe("a caller's mistakes", () => {
  const run = (overrides: Partial<BootstrapOptions>, data: PathSample = sample) =>
    bootstrapPathModel(data, model, "path", options(overrides));
  const given = (rows: readonly number[], rowsPerResample: number) =>
    ({ draws: { kind: "given", rows: Int32Array.from(rows), rowsPerResample }, resamples: 2 }) as const;

  it.each([
    ["confidence", { confidence: 1 }],
    ["resamples", { resamples: 1 }],
    ["seed", { draws: { kind: "seeded", seed: -1 } }],
    ["rows that are not there", given([0, 1, 2, 150], 2)],
    ["rows for another number of resamples", given([0, 1, 2], 2)],
    ["scales for other items", { scales: scales.slice(1) }],
    ["a scale that does not hold the answers", { scales: scales.map(() => ({ minimum: 1, maximum: 5 })) }],
    [
      "a difference from no construct",
      { differences: [{ kind: "index-difference", construct: "Image", minus: "Price" }] },
    ],
    [
      "a difference without scales",
      { scales: null, differences: [{ kind: "index-above", construct: "Image", value: 1 }] },
    ],
    ["a difference from no number", { differences: [{ kind: "index-above", construct: "Image", value: Number.NaN }] }],
    ["no shares", { pool: { shares: 0, run: async (task, share) => runShare(task, share) } }],
  ] satisfies [string, Partial<BootstrapOptions>][])("are range errors: %s", async (_, overrides) => {
    await expect(run(overrides)).rejects.toThrow(RangeError);
  });

  it("are range errors: weights and columns", async () => {
    await expect(run({}, { ...sample, caseWeights: new Float64Array(3) })).rejects.toThrow(RangeError);
    await expect(run({}, { ...sample, caseWeights: new Float64Array(150).fill(-1) })).rejects.toThrow(RangeError);
    await expect(run({}, { ...sample, columns: sample.columns.slice(1) })).rejects.toThrow(RangeError);
    const infinite = sample.columns.map((column) => column.map((x) => (x === 7 ? Number.POSITIVE_INFINITY : x)));
    await expect(run({}, { ...sample, columns: infinite })).rejects.toThrow(RangeError);
  });
});
