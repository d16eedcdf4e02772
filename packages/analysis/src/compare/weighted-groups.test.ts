/** The weighted figures of groups against R's survey package: each region by itself and against all others. */
import { readFileSync } from "node:fs";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { tabulate } from "@manyi/dataset/query/tabulate";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import { beforeAll, describe, expect, it } from "vitest";
import { estimated, estimatedDifference, keyFigureOf, measureOf } from "../../test-support/estimated.ts";
import { analyseStudy } from "../analyse-study.ts";
import type { KeyFigureId } from "../results/key-figures.ts";
import type { WeightingResults } from "../results/study-results.ts";

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
beforeAll(async () => {
  [plain, weighted] = analyseStudy(await loading, { productVersion: "test" }).weightings;
}, 60_000);

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
        close(estimated(figures[g]).standardError, golden.se);
        const difference = estimatedDifference(differences[g]);
        close(difference.value, golden.difference.value);
        close(difference.standardError, golden.difference.se);
        close(difference.pValue, golden.difference.p);
      });
    },
  );

  it("in the share of satisfied ratings, whose unit is the weighted respondent", () => {
    const share = estimated(keyFigureOf(weighted, "satisfied-rating-share").figure);
    close(share.value, expected.satisfied_rating_share.value);
    close(share.standardError, expected.satisfied_rating_share.se);
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
