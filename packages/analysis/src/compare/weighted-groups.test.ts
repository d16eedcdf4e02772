/** The weighted figures of groups against R's survey package: each region by itself and against all others. */
import { readFileSync } from "node:fs";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { tabulate } from "@manyi/dataset/query/tabulate";
import type { Difference } from "@manyi/statistics/comparison/difference";
import { differenceOfEstimates } from "@manyi/statistics/comparison/difference";
import { linearisedDifferenceOfMeans } from "@manyi/statistics/comparison/difference-in-r";
import type { Estimate } from "@manyi/statistics/estimate/estimate";
import { indexMoments, indexMomentsWithout, sumOfIndexMoments } from "@manyi/statistics/index/index-moments";
import { linearisedIndex } from "@manyi/statistics/index/linearised-index";
import { linearisedMean } from "@manyi/statistics/scores/linearised-mean";
import { recommendationMark } from "@manyi/statistics/scores/net-promoter-score";
import { type Sums, sumsOfColumn, sumsOfMappedTally } from "@manyi/statistics/tally/sums";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import { beforeAll, describe, expect, it } from "vitest";
import { estimated, estimatedDifference, keyFigureOf, measureOf } from "../../test-support/estimated.ts";
import { analyseStudy } from "../analyse-study.ts";
import { computeIndex } from "../index/index-results.ts";
import { satisfiedCustomers, satisfiedRatingSums } from "../key-figures/satisfied-shares.ts";
import { restOf, sumOf, talliesByGroup } from "../measure/tallies.ts";
import { type AnalysisPlan, analysisPlan } from "../plan/analysis-plan.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { KeyFigureId } from "../results/key-figures.ts";
import type { WeightingResults } from "../results/study-results.ts";
import { groupingOf } from "./grouping.ts";

const root = new URL("../../../../", import.meta.url);

interface Value {
  readonly value: number;
  readonly se: number;
}
interface Golden {
  readonly stated_weights: Readonly<Record<string, number>>;
  readonly by_region: Readonly<
    Record<string, Readonly<Record<string, Value & { readonly difference: Value & { readonly p: number } }>>>
  >;
  readonly satisfied_rating_share: Value;
  readonly osat_distribution: Readonly<Record<string, number>>;
  readonly dimension_efficiency: { readonly weight: number; readonly index: number };
}

const expected: Golden = JSON.parse(
  readFileSync(new URL("packages/statistics/golden/example/weighted_groups.json", root), "utf8"),
).values;

/** Closed forms on both sides: relative 1e-9, as golden/README.md reasons. */
function close(actual: number | null | undefined, value: number): void {
  expect(Math.abs((actual ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(value)));
}

const loading = loadStudy(new URL("examples/bookkeeping", root).pathname, { unknownAnswers: "stop" });
let plain: WeightingResults;
let weighted: WeightingResults;
let plan: AnalysisPlan;
beforeAll(async () => {
  const { definition, dataset } = await loading;
  plan = analysisPlan(definition, dataset);
  [plain, weighted] = analyseStudy(await loading, { productVersion: "test" }).weightings;
}, 60_000);

interface InR {
  readonly own: Estimate;
  readonly difference: Difference;
}

/** Each region by itself and against all others, by the functions that compute as R's survey package does. */
function figuresInR(run: Run): Readonly<Record<string, readonly InR[]>> {
  const index = computeIndex(run);
  const { overall, nps } = run.plan.measures;
  if (index === null || overall === null || nps === null) throw new Error("no measures");
  const rows = groupingOf(run, "region").rows;
  const { items, weights } = index.columns;
  const moments = indexMoments(items, weights, rows);
  const all = sumOfIndexMoments(moments);
  const csi = moments.map((own): InR => {
    const [a, b] = [own, indexMomentsWithout(all, own)].map((each) =>
      linearisedIndex(each, index.weights, run.designN, 0.95),
    );
    if (a.kind !== "estimated" || b.kind !== "estimated") throw new Error("no index");
    return { own: a, difference: differenceOfEstimates(a, b, 0.95) };
  });
  const marks = satisfiedCustomers(index.respondents, run.plan.satisfiedFrom);
  const where = (isIn: (row: number) => boolean) =>
    sumsOfColumn(
      marks.map((mark, row) => (isIn(row) ? mark : Number.NaN)),
      weights,
      run.designN,
    );
  const satisfied = moments.map((_, g) =>
    inRForm(
      where((row) => rows.codes[row] === g),
      where((row) => rows.codes[row] !== g && rows.codes[row] >= 0),
    ),
  );
  return {
    csi,
    "satisfied-customer-rate": satisfied,
    csat: ofTallies(run, overall, (value) => Number(overall.top.has(value))),
    nps: ofTallies(run, nps, recommendationMark),
  };
}

function ofTallies(run: Run, item: RatedItem, map: (value: number) => number): readonly InR[] {
  const byAnswer = talliesByGroup(run, "region", item);
  const tallies = groupingOf(run, "region").answers.map((answer) => byAnswer[answer]);
  const all = sumOf(tallies);
  return tallies.map((own) => inRForm(sumsOfMappedTally(own, map), sumsOfMappedTally(restOf(all, own), map)));
}

function inRForm(own: Sums, others: Sums): InR {
  return { own: linearisedMean(own, 0.95), difference: linearisedDifferenceOfMeans(own, others, 0.95) };
}

const regionsOf = ({ groups }: WeightingResults) => {
  const found = groups.find((group) => group.column === "region");
  if (found === undefined) throw new Error("no regions");
  return found;
};

describe("weighted figures of groups agree with R", () => {
  it.each<KeyFigureId>(["csi", "satisfied-customer-rate", "csat", "nps"])(
    "in %s of each region and in its difference from all others",
    (id) => {
      const regions = regionsOf(weighted);
      const { figures, differences } = measureOf(regions, id);
      expect(regions.groups.length).toBe(4);
      regions.groups.forEach(({ code }, g) => {
        const golden = expected.by_region[code][id];
        close(estimated(figures[g]).value, golden.value);
        const difference = estimatedDifference(differences[g]);
        close(difference.value, golden.difference.value);
        // Ours count with the effective n of the groups, of some 200 answers each.
        expect(estimated(figures[g]).standardError / golden.se).toBeCloseTo(1, 1);
        expect(difference.standardError / golden.difference.se).toBeCloseTo(1, 1);
        expect(Math.abs(difference.pValue - golden.difference.p)).toBeLessThan(0.03);
        expect(difference.first.n).toBe(estimated(figures[g]).n);
      });
    },
  );

  it("in R's own form of their errors and tests", () => {
    const run = { plan, weight: "base_weight", designN: plan.dataset.rows };
    const inR = figuresInR(run);
    for (const [id, regions] of Object.entries(inR)) {
      expect(regions).toHaveLength(4);
      regions.forEach(({ own, difference }, g) => {
        const golden = expected.by_region[regionsOf(weighted).groups[g].code][id];
        if (own.kind !== "estimated" || difference.kind !== "estimated") throw new Error("no estimate");
        close(own.value, golden.value);
        close(own.standardError, golden.se);
        close(difference.value, golden.difference.value);
        close(difference.standardError, golden.difference.se);
        close(difference.pValue, golden.difference.p);
      });
    }
    expect(Object.keys(inR)).toEqual(["csi", "satisfied-customer-rate", "csat", "nps"]);
  });

  it("in the share of satisfied ratings, whose unit is the weighted respondent", () => {
    const share = estimated(keyFigureOf(weighted, "satisfied-rating-share").figure);
    close(share.value, expected.satisfied_rating_share.value);
    const run = { plan, weight: "base_weight", designN: plan.dataset.rows };
    const inR = linearisedMean(satisfiedRatingSums(run), 0.95);
    if (inR.kind !== "estimated") throw new Error("no estimate");
    close(inR.standardError, expected.satisfied_rating_share.se);
    expect(share.standardError / inR.standardError).toBeCloseTo(1, 1);
  });

  it("in the distribution of an item, whose shares are of weights while its counts are of people", () => {
    const cells = weighted.items.find(({ code }) => code === "osat")?.distribution ?? [];
    expect(cells.map((cell) => cell.count)).toEqual([51, 121, 354, 477, 176]);
    for (const cell of cells) close(cell.share, expected.osat_distribution[cell.code]);
  });

  it("in a dimension, the mean of its items by their own weights", () => {
    const efficiency = weighted.dimensions.find(({ code }) => code === "efficiency");
    close(efficiency?.weight, expected.dimension_efficiency.weight);
    close(estimated(efficiency?.index).value, expected.dimension_efficiency.index);
    for (const { item, weight } of weighted.index?.weights ?? []) close(weight, expected.stated_weights[item]);
  });
});

describe("the filter and the weight that a group's figure stores", () => {
  it("select from the data the people whose figure it is", async () => {
    const { dataset } = await loading;
    const satisfied = ["4", "5"];
    let compared = 0;
    for (const results of [plain, weighted]) {
      for (const { filter, weight, ...figure } of results.groups.flatMap((g) => measureOf(g, "csat").figures)) {
        if (figure.result.kind !== "estimated") continue;
        const cells = tabulate(dataset, [figure.subject], filter, weight);
        const answers = cells.dimensions[0].answers;
        const sum = (codes: readonly string[]) =>
          answers.reduce((s, { code }, i) => (codes.includes(code) ? s + cells.weight[firstAnswerCode + i] : s), 0);
        const everyCode = answers.map(({ code }) => code);
        expect(figure.result.value).toBeCloseTo(sum(satisfied) / sum(everyCode), 12);
        expect(figure.result.weightedBase).toBeCloseTo(sum(everyCode), 8);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });
});
