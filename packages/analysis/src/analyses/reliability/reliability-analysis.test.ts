/** Reliability in the list of analyses. Expected numbers: R 4.2, psych 2.2.9 `alpha` and `KMO`, lavaan 0.6 `cfa`, Feldt's interval by
 *  `qf`, on the example's data; closed forms relative 1e-10, the fitted ω 1e-6. */
import { loadStudy } from "@manyi/dataset/load/load-study";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import {
  analysesOf,
  cellAt,
  everyNumber,
  furtherAnalysis,
  numberAt,
  tablesOf,
} from "../../../test-support/further-analysis.ts";
import type { AnalysisResult } from "../../results/analyses.ts";

const example = new URL("../../../../../examples/bookkeeping", import.meta.url).pathname;

describe("reliability of the example's scales", () => {
  let plain: AnalysisResult;
  let weighted: AnalysisResult;
  beforeAll(async () => {
    const loaded = await loadStudy(example, { unknownAnswers: "stop" });
    [plain, weighted] = analysesOf(loaded, [
      { family: "reliability" },
      { family: "reliability", weight: "base_weight" },
    ]);
  }, 60_000);

  it("has R's α with Feldt's interval, ω and KMO of each dimension with two items or more, and of all items", () => {
    const [scales] = tablesOf(plain);
    expect(scales.rows).toHaveLength(3);
    const quality = numberAt(scales, "服务质量", "alpha");
    expect(quality.value).toBeCloseTo(0.647654794229, 11);
    expect(quality.interval?.lower).toBeCloseTo(0.608851211745, 11);
    expect(quality.interval?.upper).toBeCloseTo(0.683204146456, 11);
    expect(numberAt(scales, "服务质量", "omega").value).toBeCloseTo(0.648439554, 6);
    expect(numberAt(scales, "服务质量", "kmo").value).toBeCloseTo(0.651363170007, 11);
    expect(numberAt(scales, "服务效率", "n").value).toBe(1066);
    expect(numberAt(scales, "服务效率", "alpha").value).toBeCloseTo(0.532681737658, 11);
    expect(numberAt(scales, "全部题目", "alpha").value).toBeCloseTo(0.834837610838, 11);
    expect(numberAt(scales, "全部题目", "omega").value).toBeCloseTo(0.835241946, 6);
  });

  it("has R's item–rest correlations and α without each item; with two items there is no α without one", () => {
    const [, quality, efficiency] = tablesOf(plain);
    expect(quality.n).toBe(1039);
    expect(numberAt(quality, "账务准确", "mean").value).toBeCloseTo(3.658325312801, 11);
    expect(numberAt(quality, "账务准确", "item-total").value).toBeCloseTo(0.43722868685, 11);
    expect(numberAt(quality, "账务准确", "alpha-without").value).toBeCloseTo(0.578612347388, 11);
    expect(cellAt(efficiency, "响应速度", "alpha-without")).toEqual({ kind: "none", because: "not-applicable" });
  });

  it("counts respondents, not weights, and differs with weights", () => {
    const [scales] = tablesOf(weighted);
    expect(numberAt(scales, "服务质量", "n").value).toBe(1039);
    expect(numberAt(scales, "服务质量", "alpha").value).not.toBeCloseTo(0.647654794229, 4);
  });

  it("warns of scales whose α is below 0.7", () => {
    if (plain.outcome.kind === "cannot") throw new Error("not computed");
    const cautions = plain.outcome.parts.filter((part) => part.kind === "remark" && part.tone === "caution");
    expect(cautions).toHaveLength(2);
  });
});

describe("reliability of awkward answers", () => {
  const scale = (items: Readonly<Record<string, readonly Answer[]>>) =>
    furtherAnalysis(buildRatedStudy({ ratings: items }), {
      family: "reliability",
      scales: [{ items: Object.keys(items) }],
    });

  it("shows nothing of fewer respondents than the study shows", () => {
    const result = scale({ a: [1, 2, 3, 4, 5, 1, 2, 3, 4], b: [2, 2, 3, 4, 5, 1, 2, 3, 5] });
    expect(result.outcome.kind).toBe("cannot");
    expect(everyNumber(result.outcome)).toEqual([]);
  });

  it("says that α cannot be had where an item does not vary", () => {
    const result = scale({ a: Array(20).fill(3), b: Array.from({ length: 20 }, (_, i) => 1 + (i % 5)) });
    expect(result.outcome).toMatchObject({ kind: "cannot" });
  });

  it("turns a scale whose best answer is the lowest", () => {
    const answers = Array.from({ length: 60 }, (_, i) => 1 + ((i * 7) % 5));
    const like = answers.map((value, i) => Math.min(5, Math.max(1, value + (i % 3) - 1)));
    const study = (best: "highest" | "lowest", values: readonly number[]) =>
      furtherAnalysis(
        buildRatedStudy(
          { ratings: { a: answers, b: values }, scaleOf: { b: "turned" } },
          { scales: { turned: { kind: "rating", minimum: 1, maximum: 5, best } } },
        ),
        { family: "reliability", scales: [{ items: ["a", "b"] }] },
      );
    const alpha = (result: AnalysisResult) => numberAt(tablesOf(result)[0], "Scale 1", "alpha").value;
    expect(
      alpha(
        study(
          "lowest",
          like.map((value) => 6 - value),
        ),
      ),
    ).toBeCloseTo(alpha(study("highest", like)), 12);
  });

  it("gives finite numbers or a reason, whatever was answered", () => {
    const answer = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom<Answer>("skipped", "dont-know"));
    const items = fc.integer({ min: 0, max: 30 }).chain((n) => {
      const column = fc.array(answer, { minLength: n, maxLength: n });
      return fc.record({ a: column, b: column, c: column });
    });
    fc.assert(
      fc.property(items, (ratings) => {
        const result = scale(ratings);
        for (const value of everyNumber(result)) expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
