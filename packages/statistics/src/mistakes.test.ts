/**
 * Mistakes that satisfaction software makes, as far as they live in the estimators (docs/methods): for each, that the wrong number is
 * not produced, or carries a name that says what it is. Those about reports and surveys (response rates, causes, wording) are tested
 * where reports are made.
 */
import { describe, expect, it } from "vitest";
import { tableOfRows } from "../test-support/crosstabs.ts";
import { estimated, tested, variant } from "../test-support/variants.ts";
import { holm } from "./comparison/adjust-p-values.ts";
import { differenceOfMeans } from "./comparison/difference.ts";
import { chiSquareTest } from "./crosstab/chi-square-test.ts";
import { columnProportions, unadjusted } from "./crosstab/column-proportions.ts";
import { raoScottTest } from "./crosstab/rao-scott.ts";
import { normalQuantile } from "./distribution/normal.ts";
import { johnsonRelativeWeights } from "./drivers/johnson.ts";
import { linearRegression } from "./drivers/linear-regression.ts";
import { lmg } from "./drivers/lmg.ts";
import { respondentIndex } from "./index/respondent-index.ts";
import { lmgWeights } from "./index/weights/driver-weights.ts";
import { regressionWeights } from "./index/weights/regression-weights.ts";
import { momentsOf } from "./moments/moments.ts";
import { randomFromSeed } from "./random/xoshiro.ts";
import { convert } from "./scale/conversion.ts";
import { meanEstimate } from "./scores/mean.ts";
import { netPromoterScore } from "./scores/net-promoter-score.ts";
import { shareEstimate } from "./scores/share.ts";
import { complementaryCells } from "./suppression/complementary-cells.ts";
import { protectedTable } from "./suppression/protected-table.ts";
import { tallyOf } from "./tally/rating-tally.ts";
import { sumsOfColumn, sumsOfTally } from "./tally/sums.ts";

const none = Number.NaN;

describe("mistake 1: a missing answer counted as neutral or as 0, don't-know codes averaged in", () => {
  it("a missing answer changes no mean, no base and no index", () => {
    const mean = (values: readonly number[]) => meanEstimate(sumsOfColumn(Float64Array.from(values), null, 9), 0.95);
    expect(estimated(mean([5, 4, none, 2, none]))).toEqual(estimated(mean([5, 4, 2])));
    const index = respondentIndex([Float64Array.of(100, none), Float64Array.of(none, none)], [1, 1], 0.5);
    expect([...index]).toEqual([100, none]);
  });

  it("a don't-know code is refused by the scale, a missing answer by the tally", () => {
    expect(() => convert({ kind: "range", minimum: 1, maximum: 5 }, 99)).toThrow(RangeError);
    expect(() => netPromoterScore(tallyOf([9, 99]), 0.95)).toThrow(RangeError);
    expect(() => tallyOf([5, none])).toThrow(RangeError);
  });
});

describe("mistake 2: x/max called a 0–100 index", () => {
  it("the lowest answer is 0 and the highest 100; x/max has its own name and its own floor", () => {
    const lowest = (conversion: Parameters<typeof convert>[0]) => convert(conversion, 1);
    expect(lowest({ kind: "range", minimum: 1, maximum: 5 })).toBe(0);
    expect(lowest({ kind: "maximum", maximum: 5 })).toBe(20);
    expect(lowest({ kind: "range", minimum: 1, maximum: 10 })).toBe(0);
  });
});

describe("mistake 3: a score averaged over groups of unequal size", () => {
  it("the score of all is that of the respondents, not the average of the groups' scores", () => {
    const [large, small] = [
      [...new Array<number>(90).fill(10), ...new Array<number>(10).fill(0)],
      [0, 0, 0, 9],
    ];
    const nps = (ratings: readonly number[]) => estimated(netPromoterScore(tallyOf(ratings), 0.95)).value;
    expect(nps([...large, ...small])).toBeCloseTo((80 * 100 + -50 * 4) / 104, 12);
    expect(nps([...large, ...small])).not.toBeCloseTo((nps(large) + nps(small)) / 2, 0);
  });
});

describe("mistake 4: skipped questions in the denominator", () => {
  it("only answers are counted", () => {
    const sums = sumsOfColumn(Float64Array.of(1, none, 0, none, none), null, 5);
    expect(estimated(meanEstimate(sums, 0.95))).toMatchObject({ value: 0.5, n: 2 });
  });
});

describe("mistake 5: no interval; noise called improvement", () => {
  it("a score comes with the interval it lies in, or says why it has none", () => {
    const tally = tallyOf([9, 10, 7, 3, 8, 10, 0, 9]);
    const scores = [
      netPromoterScore(tally, 0.95),
      shareEstimate(tally, (value) => value >= 9, 0.95),
      meanEstimate(sumsOfTally(tally), 0.95),
    ].map(estimated);
    for (const { value, interval } of scores) {
      expect(interval.lower).toBeLessThan(value);
      expect(interval.upper).toBeGreaterThan(value);
      expect(interval.confidence).toBe(0.95);
    }
    expect(netPromoterScore(tallyOf([10]), 0.95)).toEqual({ kind: "too-few-answers", n: 1, required: 2 });
  });

  it("a change of 0.3 points among a hundred is a difference whose interval holds 0", () => {
    const wave = (shift: number) =>
      sumsOfColumn(
        Float64Array.from({ length: 100 }, (_, i) => ((i * 7) % 10) + shift),
        null,
        100,
      );
    const { interval, pValue } = estimated(differenceOfMeans(wave(0.3), wave(0), 0.95));
    expect([interval.lower < 0, interval.upper > 0, pValue > 0.05]).toEqual([true, true, true]);
  });
});

describe("mistake 6: tests that ignore weights; n reported as if it were effective n", () => {
  it("a weighted estimate names its answers, its weighted base and its smaller effective n", () => {
    const weights = [4, 4, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25];
    const { n, weightedBase, effectiveN } = estimated(
      meanEstimate(sumsOfTally(tallyOf([1, 5, 3, 4, 2, 5, 4, 3], weights)), 0.95),
    );
    expect([n, weightedBase]).toEqual([8, 9.5]);
    expect(effectiveN).toBeCloseTo(9.5 ** 2 / (32 + 6 / 16), 12);
  });

  it("χ² never sees weights, and the weighted test is Rao and Scott's", () => {
    const counts = tableOfRows([
      [12, 8],
      [9, 11],
    ]);
    const weighted = {
      ...counts,
      weights: counts.counts.map((c) => c * 50),
      squaredWeights: counts.counts.map((c) => c * 2500),
    };
    expect(tested(chiSquareTest(weighted)).statistic).toBe(tested(chiSquareTest(counts)).statistic);
    // Weights of 50 for everybody: as unweighted, not as 2,000 people.
    expect(tested(raoScottTest(weighted, 40)).chiSquare.pValue).toBeGreaterThan(0.3);
  });
});

describe("mistake 7: fifty pairwise tests without correction", () => {
  it("Holm's correction calls some difference of fifty equal pairs in one study in twenty, none in nine of ten", () => {
    const random = randomFromSeed(71);
    const studies = 1500;
    let [corrected, plain] = [0, 0];
    for (let study = 0; study < studies; study++) {
      const pValues = Array.from({ length: 50 }, () => random.nextUnit());
      if (holm(pValues).some((p) => p < 0.05)) corrected += 1;
      if (pValues.some((p) => p < 0.05)) plain += 1;
    }
    expect(Math.abs(corrected / studies - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / studies));
    expect(plain / studies).toBeGreaterThan(0.85);
  });

  it("letters of a table are made with a correction that the caller names, and none is called unadjusted", () => {
    const table = tableOfRows([
      [30, 18, 22, 25],
      [20, 32, 28, 25],
    ]);
    const letters = (adjustment: typeof unadjusted) => columnProportions(table, 0.05, adjustment)[0].letters;
    expect(letters(unadjusted)).toEqual(["B", "", "", ""]);
    expect(letters(holm)).toEqual(["", "", "", ""]);
  });
});

describe("mistake 8: regression weights of collinear items taken as importance", () => {
  const random = randomFromSeed(81);
  const normal = () => normalQuantile(random.nextUnit() || 0.5);
  const common = Float64Array.from({ length: 60 }, normal);
  const items = [0, 1, 2].map(() => common.map((value) => value + 0.15 * normal()));
  const outcome = common.map((value) => value + normal());
  const moments = momentsOf({ variables: ["outcome", "a", "b", "c"], columns: [outcome, ...items] });

  it("negative coefficients are reported, with the inflation that makes them", () => {
    const { coefficients } = estimated(linearRegression(moments, 0));
    const weights = variant(regressionWeights(coefficients.map(({ standardised }) => standardised)), "weights");
    expect(weights.dropped.length).toBeGreaterThan(0);
    for (const { varianceInflation } of coefficients) expect(varianceInflation).toBeGreaterThan(10);
  });

  it("LMG and Johnson's weights are never negative, and stay near each other for items that are alike", () => {
    for (const found of [lmg(moments, 0), johnsonRelativeWeights(moments, 0)]) {
      for (const share of estimated(found).shares) expect(Math.abs(share - 1 / 3)).toBeLessThan(0.1);
    }
    expect(variant(lmgWeights([...estimated(lmg(moments, 0)).shares]), "weights").dropped).toEqual([]);
  });
});

describe("mistake 10: figures of fewer than ten people, or a subtotal that reveals them", () => {
  const table = { rows: 2, columns: 3, counts: Float64Array.of(40, 4, 30, 25, 12, 18) };

  it("the small cell is hidden, and not alone in its row and column", () => {
    expect(complementaryCells(table, 10)).toEqual([false, true, true, false, true, true]);
  });

  it("from all that is shown of a protected table, the small cell may be any of ten numbers", () => {
    const { bounds } = variant(protectedTable(table, 10), "protected");
    expect([...bounds.keys()]).toEqual([1]);
    for (const { lower, upper } of bounds.values()) expect(upper - lower).toBeGreaterThanOrEqual(10);
  });
});
