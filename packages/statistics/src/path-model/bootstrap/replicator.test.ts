import { describe, expect, it } from "vitest";
import { expectClose } from "../../../test-support/expect-close.ts";
import {
  pathModelOf,
  simulatedAnswers,
  simulatedRatings,
  smallSatisfaction,
} from "../../../test-support/simulated-path-data.ts";
import { estimated, variant } from "../../../test-support/variants.ts";
import { momentsOf } from "../../moments/moments.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import { constructBlock } from "../construct-block.ts";
import { totalEffects } from "../criteria/effects.ts";
import { heterotraitMonotrait } from "../criteria/heterotrait-monotrait.ts";
import { estimatePathModel } from "../estimate.ts";
import type { PathModelFit } from "../fit.ts";
import { indexWeights, meanIndex } from "../index-weights.ts";
import { meanReplacedMoments } from "../mean-replacement.ts";
import type { PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { type BootstrapPlan, prepareBootstrap } from "./prepare.ts";
import { replicatorFor, runShare } from "./replicator.ts";
import type { PathModelStatistic } from "./statistic.ts";
import type { Replicates } from "./task.ts";

const model = pathModelOf(smallSatisfaction);
const ratings = simulatedRatings(smallSatisfaction, 90, randomFromSeed(1));
const wide = { minimum: -1000, maximum: 1000 };

function planOf(overrides: Partial<BootstrapPlan>): BootstrapPlan {
  return {
    resamples: 6,
    draws: { kind: "seeded", seed: 3 },
    signChange: "none",
    missing: "complete-cases",
    scales: model.constructs.flatMap(({ items }) => items.map(() => wide)),
    differences: [
      { kind: "index-difference", construct: "Satisfaction", minus: "Image" },
      { kind: "index-above", construct: "Loyalty", value: 48 },
    ],
    kernel: {},
    ...overrides,
  };
}

function fitOfRows(sample: PathSample, missing: BootstrapPlan["missing"], of: PathModel): PathModelFit {
  const replaced = missing === "mean-replacement";
  const moments = replaced ? meanReplacedMoments(sample, sample.variables) : momentsOf(sample, sample.caseWeights);
  return estimated(estimatePathModel(moments, of, "path"));
}

/** Statistics of a table of rows, by the functions that estimate a single model. */
function statisticsOfRows(
  sample: PathSample,
  missing: BootstrapPlan["missing"],
  of: PathModel,
): (statistic: PathModelStatistic) => number {
  const fit = fitOfRows(sample, missing, of);
  const names = of.constructs.map(({ name }) => name);
  const indexOf = (name: string) => {
    const place = names.indexOf(name);
    const scales = fit.layout.items.map(() => wide);
    return meanIndex(variant(indexWeights(fit, scales, place), "weights"), constructBlock(fit, place));
  };
  const cell = (from: string, to: string) => names.indexOf(from) * names.length + names.indexOf(to);
  return (statistic) => {
    if (statistic.kind === "path") return fit.paths.values[cell(statistic.from, statistic.to)];
    if (statistic.kind === "total-effect") return totalEffects(fit).values[cell(statistic.from, statistic.to)];
    if (statistic.kind === "weight") return fit.weights[fit.layout.items.indexOf(statistic.item)];
    if (statistic.kind === "loading") return fit.loadings[fit.layout.items.indexOf(statistic.item)];
    if (statistic.kind === "r-squared") return fit.rSquared[names.indexOf(statistic.construct)] ?? Number.NaN;
    if (statistic.kind === "index") return indexOf(statistic.construct);
    if (statistic.kind === "index-difference") return indexOf(statistic.construct) - indexOf(statistic.minus);
    if (statistic.kind === "impact") return impactOf(fit, statistic);
    if (statistic.kind === "index-above") return indexOf(statistic.construct) - statistic.value;
    const pair = heterotraitMonotrait(fit).find(({ constructs }) => constructs.join() === statistic.constructs.join());
    return pair?.ratio ?? Number.NaN;
  };
}

/** As `importancePerformance`, which asks for an index of every construct. */
function impactOf(fit: PathModelFit, { from, to }: { readonly from: string; readonly to: string }): number {
  const names = fit.model.constructs.map(({ name }) => name);
  const scales = fit.layout.items.map(() => wide);
  const deviationOf = (name: string) =>
    variant(indexWeights(fit, scales, names.indexOf(name)), "weights").standardDeviation;
  const total = totalEffects(fit).values[names.indexOf(from) * names.length + names.indexOf(to)];
  return (total * deviationOf(to)) / deviationOf(from);
}

function rowsOf(sample: PathSample, rows: readonly number[]): PathSample {
  const { caseWeights } = sample;
  return {
    variables: sample.variables,
    columns: sample.columns.map((column) => Float64Array.from(rows, (row) => column[row])),
    caseWeights: caseWeights === null ? null : Float64Array.from(rows, (row) => caseWeights[row]),
  };
}

/** Every number of every resample, and of every row left out, against models estimated one by one. */
function expectAsOneByOne(
  sample: PathSample,
  missing: BootstrapPlan["missing"],
  drawn: readonly (readonly number[])[],
  of = model,
): void {
  const draws = { kind: "given", rows: Int32Array.from(drawn.flat()), rowsPerResample: drawn[0].length } as const;
  const prepared = variant(
    prepareBootstrap(sample, of, "path", planOf({ draws, resamples: drawn.length, missing })),
    "prepared",
  );
  const { statistics, task, values } = prepared;
  const n = sample.columns[0].length;
  expect(task.rows.n).toBe(n);
  const found = runShare(task, { kind: "resamples", from: 0, to: drawn.length });
  expect([...found.outcomes]).toEqual(drawn.map(() => 0));
  const oneByOne = drawn.map((rows) => statisticsOfRows(rowsOf(sample, rows), missing, of));
  const itself = statisticsOfRows(sample, missing, of);
  const fit = fitOfRows(sample, missing, of);
  expectClose(prepared.fit.means, fit.means, 1e-9);
  expectClose(prepared.fit.standardDeviations, fit.standardDeviations, 1e-9);
  expect(prepared.fit.effectiveN).toBeCloseTo(fit.effectiveN, 9);
  for (const [place, statistic] of statistics.entries()) {
    const expected = oneByOne.map((of) => of(statistic));
    expectClose(found.values.subarray(place * drawn.length, (place + 1) * drawn.length), expected, 1e-8);
    expect(values[place]).toBeCloseTo(itself(statistic), 8);
  }
  const last = task.rows.distinctOf[n - 1];
  const without = runShare(task, { kind: "leave-one-out", from: last, to: last + 1 });
  const others = rowsOf(
    sample,
    Array.from({ length: n - 1 }, (_, row) => row),
  );
  expectClose(without.values, statistics.map(statisticsOfRows(others, missing, of)), 1e-8);
}

function draw(n: number, resamples: number, size = n): number[][] {
  const random = randomFromSeed(17);
  return Array.from({ length: resamples }, () => Array.from({ length: size }, () => random.nextBelow(n)));
}

describe("resamples and rows left out are those of models estimated one by one", () => {
  it("of ratings, three columns to a number", () => {
    expectAsOneByOne(ratings, "complete-cases", draw(90, 5));
  });

  it("of ratings on 0–100, two columns to a number", () => {
    const columns = ratings.columns.map((column) => column.map((x) => Math.round(x * 9.7)));
    expectAsOneByOne({ ...ratings, columns }, "complete-cases", draw(90, 4));
  });

  it("of answers that are no whole numbers", () => {
    expectAsOneByOne(simulatedAnswers(smallSatisfaction, 90, randomFromSeed(2)), "complete-cases", draw(90, 4));
  });

  it("of more rows than a packed sum bears, and of one row drawn thousands of times", () => {
    const many = draw(90, 2, 6000);
    many[1].fill(4, 0, 4000);
    expectAsOneByOne(ratings, "complete-cases", many);
  });

  it("with case weights, and rows that stand twice", () => {
    const doubled = rowsOf(ratings, [...Array(90).keys(), ...Array(30).keys()]);
    const caseWeights = Float64Array.from({ length: 120 }, (_, row) => 0.4 + ((row * 7) % 97) / 40);
    expectAsOneByOne({ ...doubled, caseWeights }, "complete-cases", draw(120, 4));
    expectAsOneByOne(doubled, "complete-cases", draw(120, 4));
  });

  it("with missing answers replaced by the mean of each resample, weighted and not", () => {
    const random = randomFromSeed(23);
    const columns = ratings.columns.map((column, a) =>
      a % 3 === 1 ? column : column.map((x) => (random.nextUnit() < 0.15 ? Number.NaN : x)),
    );
    expectAsOneByOne({ ...ratings, columns }, "mean-replacement", draw(90, 4));
    const caseWeights = Float64Array.from({ length: 90 }, () => 0.5 + random.nextUnit());
    expectAsOneByOne({ ...ratings, columns, caseWeights }, "mean-replacement", draw(90, 4));
  });

  it("with a formative block", () => {
    const formative: PathModel = {
      ...model,
      constructs: model.constructs.map((construct, j) => (j === 0 ? { ...construct, mode: "B" } : construct)),
    };
    expectAsOneByOne(ratings, "complete-cases", draw(90, 4), formative);
  });
});

describe("a share", () => {
  const { task } = variant(prepareBootstrap(ratings, model, "path", planOf({ resamples: 40 })), "prepared");
  const whole = runShare(task, { kind: "resamples", from: 0, to: 40 });
  const resample = (found: Replicates, place: number) => {
    const count = found.outcomes.length;
    return Array.from(
      { length: found.values.length / count },
      (_, statistic) => found.values[statistic * count + place],
    );
  };

  it("has the same bits however the work is divided", () => {
    for (const [from, to] of [
      [0, 7],
      [7, 8],
      [8, 40],
    ]) {
      const part = runShare(task, { kind: "resamples", from, to });
      for (let place = from; place < to; place++) expect(resample(part, place - from)).toEqual(resample(whole, place));
    }
  });

  it("has the same bits after a later one", () => {
    const run = replicatorFor(task);
    run({ kind: "leave-one-out", from: 3, to: 9 });
    run({ kind: "resamples", from: 30, to: 40 });
    const again = run({ kind: "resamples", from: 2, to: 5 });
    for (const place of [2, 3, 4]) expect(resample(again, place - 2)).toEqual(resample(whole, place));
  });

  it("draws another resample each time, and others with another seed", () => {
    const paths = new Set(Array.from({ length: 40 }, (_, place) => resample(whole, place)[0]));
    expect(paths.size).toBe(40);
    const other = { ...task, draws: { kind: "seeded", seed: 4 } } as const;
    const first = runShare(other, { kind: "resamples", from: 0, to: 1 });
    expect(paths.has(first.values[0])).toBe(false);
  });
});

describe("sign changes", () => {
  /** Two items that contradict each other: which of them loads positively is a toss-up in each resample. */
  const tossed: PathModel = {
    constructs: [
      { name: "Mood", items: ["Image1", "Turned"], mode: "A" },
      { name: "Satisfaction", items: ["Satisfaction1", "Satisfaction2"], mode: "A" },
    ],
    paths: [{ from: "Mood", to: "Satisfaction" }],
  };
  const { columns } = simulatedRatings(smallSatisfaction, 500, randomFromSeed(1));
  const sample = {
    variables: ["Image1", "Turned", "Satisfaction1", "Satisfaction2"],
    columns: [columns[0], columns[1].map((x) => 11 - x), columns[7], columns[8]],
    caseWeights: null,
  };
  const signsWith = (signChange: BootstrapPlan["signChange"]) => {
    const plan = planOf({ resamples: 60, signChange, scales: null, differences: [] });
    const prepared = variant(prepareBootstrap(sample, tossed, "path", plan), "prepared");
    const { values } = runShare(prepared.task, { kind: "resamples", from: 0, to: 60 });
    const signsOf = (place: number) => new Set([...values.subarray(place * 60, (place + 1) * 60)].map(Math.sign));
    return { path: signsOf(0), weight: signsOf(1), own: prepared.values, values };
  };

  it("are left alone unless asked for", () => {
    expect(signsWith("none").path).toEqual(new Set([-1, 1]));
  });

  it("of constructs follow the original's loadings, with all that belongs to the construct", () => {
    const { path, weight, own, values } = signsWith("construct");
    expect(path).toEqual(new Set([Math.sign(own[0])]));
    expect(weight).toEqual(new Set([Math.sign(own[1])]));
    const none = signsWith("none").values;
    expectClose(values.map(Math.abs), none.map(Math.abs), 0);
  });

  it("of single numbers give each the sign of the original", () => {
    const { own, values } = signsWith("individual");
    for (let place = 0; place < 9; place++) {
      for (const value of values.subarray(place * 60, (place + 1) * 60))
        expect(value * own[place]).toBeGreaterThanOrEqual(0);
    }
  });
});
