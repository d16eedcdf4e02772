import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { randomSample } from "../../test-support/random-design.ts";
import { smallSampleOfThreeStrata, wholeSmallSample } from "../../test-support/small-design.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { linearisedMean } from "../scores/linearised-mean.ts";
import { meanEstimate } from "../scores/mean.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { designEffectWithoutReplacement } from "./design-effect.ts";
import { designMeansByGroup, designSharesByGroup } from "./design-groups.ts";
import { designMean } from "./design-mean.ts";
import { designQuantile, designQuantileInR } from "./design-quantile.ts";
import { designRatio } from "./design-ratio.ts";
import { designShare, designShareBeta, designShareKornGraubard } from "./design-share.ts";
import { designTotal } from "./design-total.ts";
import { degreesOfFreedomOf } from "./domain.ts";
import { jackknife } from "./jackknife.ts";
import { psusWithinStrata, surveyDesign, weightedRows } from "./survey-design.ts";

/** R 4.2.2, survey 4.1-1, printed with fifteen digits. */
const close = (found: number, r: number) => expect(Math.abs(found / r - 1)).toBeLessThan(1e-11);

describe("estimates under a design", () => {
  it("agree with R's survey where the lonely PSU is certain", () => {
    // options(survey.lonely.psu = "certainty"); s <- svydesign(ids = ~c, strata = ~h, weights = ~w, fpc = ~N, data = d)
    const { design, y, x } = wholeSmallSample("certainty");
    const mean = estimated(designMean(design, y, 0.95));
    close(mean.value, 5.4394463667820077);
    close(mean.standardError, 0.2822421871272971);
    close(mean.designEffect ?? 0, 0.3793100209637816);
    const total = estimated(designTotal(design, y, 0.95));
    close(total.value, 157.2);
    close(total.standardError, 17.35623807165596);
    const ratio = estimated(designRatio(design, y, x, 0.95));
    close(ratio.value, 1.9170731707317072);
    close(ratio.standardError, 0.1327074852721071);
  });

  it("agree with R's survey where the lonely PSU is compared with the mean of all", () => {
    const { design, y, x } = wholeSmallSample("adjust");
    close(estimated(designMean(design, y, 0.95)).standardError, 0.3433675273926666);
    close(estimated(designRatio(design, y, x, 0.95)).standardError, 0.1352358771478863);
    // svytotal(~y, s) of R takes the lonely PSU's whole total, 28.1, for its deviation; its documentation, and we, take the mean of
    // all nine PSUs away.
    const [certain, own, f] = [17.35623807165596, 28.1, 1 / 20];
    close(Math.sqrt(certain ** 2 + (1 - f) * own ** 2), 32.42481302953033);
    const expected = Math.sqrt(certain ** 2 + (1 - f) * (own - 157.2 / 9) ** 2);
    close(estimated(designTotal(design, y, 0.95)).standardError, expected);
  });

  it("say which stratum is lonely where the design asks to fail there", () => {
    const { design, y } = wholeSmallSample("fail");
    expect(designMean(design, y, 0.95)).toEqual({ kind: "lonely-psu", strata: [3] });
  });

  it("keep the PSUs of a domain's complement, as R's subset does", () => {
    // dom <- subset(s, g == 1); svymean(~y, dom, deff = "replace"); degf(dom)
    const { design, y, g } = smallSampleOfThreeStrata();
    const mean = estimated(designMeansByGroup(design, y, g, 3, 0.95)[1]);
    close(mean.value, 6.1122448979591839);
    close(mean.standardError, 0.8173135512068962);
    close(mean.designEffect ?? 0, 0.6629074623606244);
    expect(mean.degreesOfFreedom).toBe(2);
    const rowsDeleted = g.map((group) => group).filter((group) => group === 1).length;
    expect(mean.n).toBe(rowsDeleted);
  });

  it("have the intervals of R's svyciprop and svyquantile", () => {
    const { design, y, z } = smallSampleOfThreeStrata();
    const logit = estimated(designShare(design, z, 0.9)).interval;
    close(logit.lower, 0.5308132623705732);
    close(logit.upper, 0.7647298941648191);
    const beta = estimated(designShareBeta(design, z, 0.9)).interval;
    close(beta.lower, 0.5298964637222855);
    close(beta.upper, 0.7695968438382297);
    // svyquantile(~y, s, c(.25, .5, .9), alpha = .1)
    const quantiles = [0.25, 0.5, 0.9].map((p) => estimated(designQuantileInR(design, y, p, 0.9)));
    expect(quantiles.map(({ value }) => value)).toEqual([4, 5, 9]);
    expect(quantiles.map(({ interval }) => [interval.lower, interval.upper])).toEqual([
      [4, 5],
      [5, 7],
      [9, 9],
    ]);
    close(quantiles[1].standardError, 0.496266001964972);
    // d$v <- d$y + seq_len(17) / 10; svyquantile(~v, s, c(.25, .5, .75), alpha = .2)
    const fine = y.map((value, row) => value + (row + 1) / 10);
    const found = [0.25, 0.5, 0.75].map((p) => estimated(designQuantileInR(design, fine, p, 0.8)));
    const expected = [
      [4.4, 4.1, 5.5],
      [5.6, 5.6, 6.8],
      [7.7, 6.8, 10.2],
    ];
    found.forEach(({ value, interval: { lower, upper } }, j) => {
      expect([value, lower, upper].map((limit) => Math.round(10 * limit) / 10)).toEqual(expected[j]);
    });
    close(found[2].standardError, 1.1518520044674405);
  });

  it("have a quantile that is an answer, also where the probability falls between two", () => {
    // svyquantile(~k, svydesign(ids = ~1, weights = rep(1, 10)), c(.2, .5, .7)): R leaves limits beyond the answers open
    const k = Float64Array.of(3, 1, 9, 7, 2, 8, 4, 10, 6, 5);
    const rows = weightedRows(new Float64Array(10).fill(1));
    const found = [0.2, 0.5, 0.7].map((p) => estimated(designQuantileInR(rows, k, p, 0.95)));
    expect(found.map(({ value, interval: { lower, upper } }) => [value, lower, upper])).toEqual([
      [2, 1, 6],
      [5, 2, 9],
      [7, 4, 10],
    ]);
  });

  it("are those of independent rows where each row is its own PSU", () => {
    const values = Float64Array.of(4, 6, 7, 1, 9, 3, 3, 8);
    const ones = new Float64Array(8).fill(1);
    const mean = estimated(designMean(weightedRows(ones), values, 0.95));
    const plain = estimated(meanEstimate(sumsOfColumn(values, null, 8), 0.95));
    close(mean.standardError, plain.standardError);
    close(mean.interval.upper, plain.interval.upper);
    expect(mean.designEffect).toBeCloseTo(1, 12);
    expect(mean.effectiveN).toBeCloseTo(8, 10);
    const weights = Float64Array.of(1, 2, 0.5, 3, 1, 1, 2, 0.1);
    const weighted = estimated(designMean(weightedRows(weights), values, 0.95));
    close(weighted.standardError, estimated(linearisedMean(sumsOfColumn(values, weights, 8), 0.95)).standardError);
  });

  it("follow a change of unit, of the weights' scale and of the rows' order", () => {
    const { design, y, x } = smallSampleOfThreeStrata();
    const plain = estimated(designMean(design, y, 0.95));
    const moved = estimated(
      designMean(
        design,
        y.map((value) => 1e6 + 3 * value),
        0.95,
      ),
    );
    expect(moved.value).toBeCloseTo(1e6 + 3 * plain.value, 8);
    expect(moved.standardError).toBeCloseTo(3 * plain.standardError, 8);
    const heavy = { ...design, weights: design.weights.map((weight) => 250 * weight) };
    close(estimated(designMean(heavy, y, 0.95)).standardError, plain.standardError);
    close(
      estimated(designTotal(heavy, y, 0.95)).standardError,
      250 * estimated(designTotal(design, y, 0.95)).standardError,
    );
    const backwards = Int32Array.from(y, (_, row) => y.length - 1 - row);
    const turned = surveyDesign({
      weights: Float64Array.from(backwards, (row) => design.weights[row]),
      strata: Int32Array.from(backwards, (row) => design.stratumOf[design.psuOf[row]]),
      psus: Int32Array.from(backwards, (row) => design.psuOf[row]),
      psusInPopulation: null,
      lonelyPsu: "fail",
    });
    const [yTurned, xTurned] = [y, x].map((column) => Float64Array.from(backwards, (row) => column[row]));
    close(estimated(designMean(turned, yTurned, 0.95)).standardError, plain.standardError);
    const ratio = estimated(designRatio(design, y, x, 0.95));
    close(estimated(designRatio(turned, yTurned, xTurned, 0.95)).standardError, ratio.standardError);
    close(estimated(designTotal(design, new Float64Array(17).fill(1), 0.95)).value, plain.weightedBase);
  });

  it("take a missing answer and a row outside the domain for the same thing", () => {
    const { design, y } = smallSampleOfThreeStrata();
    const inside = Uint8Array.from(y, (_, row) => Number(row % 5 !== 2));
    const withGaps = y.map((value, row) => (inside[row] === 1 ? value : Number.NaN));
    const domain = estimated(designMean(design, y, 0.95, inside));
    const missing = estimated(designMean(design, withGaps, 0.95));
    close(missing.value, domain.value);
    close(missing.standardError, domain.standardError);
    expect(missing.n).toBe(domain.n);
  });

  it("have degrees of freedom from the PSUs with an answer, whichever way the others are left out", () => {
    const { design, y, x } = smallSampleOfThreeStrata();
    // Answers in two of the three PSUs of strata 0 and 1, and in none of stratum 2; R's degf counts all eight.
    const answering = (row: number) => [0, 1, 3, 4].includes(design.psuOf[row]);
    const values = y.map((value, row) => (answering(row) ? value : Number.NaN));
    const counted = values.map((value) => (Number.isNaN(value) ? value : Number(value > 4)));
    const domain = Uint8Array.from(y, (_, row) => Number(answering(row)));
    const left = jackknife(design, [values, x], ([a, b]) => a / b, 0.95);
    for (const found of [
      designMean(design, values, 0.95),
      designTotal(design, values, 0.95),
      designRatio(design, values, x, 0.95),
      designRatio(design, x, values, 0.95),
      designShare(design, counted, 0.95),
      designShareKornGraubard(design, counted, 0.95),
      designQuantile(design, values, 0.5, 0.95),
      left,
    ]) {
      expect(estimated(found).degreesOfFreedom).toBe(2);
    }
    expect(estimated(designMean(design, values, 0.95)).interval).toEqual(
      estimated(designMean(design, y, 0.95, domain)).interval,
    );
    expect(degreesOfFreedomOf(design, null)).toBe(5);
  });

  it("have a quantile's limits around the probability, also where the scale jumps past it", () => {
    // 48 of 100 at most 4, the others 5: the share up to the median is 1 and does not vary, that below it has an error of 0.05.
    const values = Float64Array.from({ length: 100 }, (_, row) => (row < 48 ? 4 : 5));
    const rows = weightedRows(new Float64Array(100).fill(1));
    const { value, interval } = estimated(designQuantile(rows, values, 0.5, 0.95));
    expect([value, interval.lower, interval.upper, interval.method]).toEqual([5, 4, 5, "woodruff"]);
    const inR = estimated(designQuantileInR(rows, values, 0.5, 0.95)).interval;
    expect([inR.lower, inR.upper, inR.method]).toEqual([5, 5, "woodruff-around-estimate"]);
  });

  it("correct for a finite population by 1 − f, and leave no error where all PSUs were drawn", () => {
    const weights = new Float64Array(6).fill(1);
    const values = Float64Array.of(1, 4, 2, 8, 5, 7);
    const drawnOf = (population: number) =>
      surveyDesign({ weights, strata: null, psus: null, psusInPopulation: [population], lonelyPsu: "fail" });
    const infinite = estimated(designMean(drawnOf(Number.POSITIVE_INFINITY), values, 0.95));
    const finite = estimated(designMean(drawnOf(8), values, 0.95));
    close(finite.standardError, infinite.standardError * Math.sqrt(1 - 6 / 8));
    const counted = estimated(designMean(drawnOf(6), values, 0.95));
    expect(counted.standardError).toBe(0);
    expect(counted.interval).toMatchObject({ lower: 4.5, upper: 4.5, method: "no-variation" });
    expect(designEffectWithoutReplacement(infinite)).toBeNull();
  });

  it("give unanimous answers a share with a width", () => {
    const { design } = smallSampleOfThreeStrata();
    const share = estimated(designShare(design, new Float64Array(17).fill(1), 0.95));
    expect(share).toMatchObject({ value: 1, standardError: 0, interval: { upper: 1, method: "wilson-effective-n" } });
    expect(share.interval.lower).toBeGreaterThan(0.6);
    expect(share.interval.lower).toBeLessThan(0.9);
  });

  it("are fit to be shown, or a variant, for data of every kind", () => {
    fc.assert(
      fc.property(randomSample, ({ design, values, others, counted, groups }) => {
        const results = [
          designMean(design, values, 0.95),
          designTotal(design, values, 0.9),
          designRatio(design, values, others, 0.95),
          designShare(design, counted, 0.95),
          designShareKornGraubard(design, counted, 0.8),
          designQuantile(design, values, 0.5, 0.95),
          designQuantileInR(design, values, 0.3, 0.95),
          designMeansByGroup(design, values, groups, 3, 0.95),
          designSharesByGroup(design, counted, groups, 3, 0.95),
        ];
        expect(unfitNumbers(results)).toEqual([]);
        const share = designShare(design, counted, 0.95);
        if (share.kind !== "estimated") return;
        expect(share.interval.lower).toBeLessThanOrEqual(share.value + 1e-12);
        expect(share.interval.upper).toBeGreaterThanOrEqual(share.value - 1e-12);
      }),
      { numRuns: 400 },
    );
  });

  it("name what is missing", () => {
    const two = weightedRows(Float64Array.of(1, 1));
    expect(designMean(two, Float64Array.of(1, Number.NaN), 0.95)).toEqual({
      kind: "too-few-answers",
      n: 1,
      required: 2,
    });
    const onePsu = { weights: Float64Array.of(1, 1, 1), strata: null, psus: Int32Array.of(0, 0, 0) };
    const design = surveyDesign({ ...onePsu, psusInPopulation: null, lonelyPsu: "adjust" });
    const values = Float64Array.of(1, 2, 3);
    expect(designMean(design, values, 0.95)).toEqual({ kind: "no-degrees-of-freedom", psus: 1, strata: 1 });
    const balanced = Float64Array.of(-1, 1);
    expect(designRatio(two, Float64Array.of(1, 2), balanced, 0.95)).toEqual({ kind: "no-denominator", n: 2 });
    const negative = { ...two, weights: Float64Array.of(-1, 1) };
    expect(variant(designMean(negative, balanced, 0.95), "no-weight").weightedBase).toBe(0);
  });

  it("refuse what a caller should not ask", () => {
    const design = weightedRows(Float64Array.of(1, 1, 1));
    const values = Float64Array.of(1, 2, 3);
    const frame = { weights: values, strata: null, psus: null, psusInPopulation: null, lonelyPsu: "fail" } as const;
    const faults: (() => unknown)[] = [
      () => designMean(design, values, 1),
      () => designMean(design, Float64Array.of(1, 2), 0.95),
      () => designMean(design, Float64Array.of(1, 2, Number.POSITIVE_INFINITY), 0.95),
      () => designMean(design, values, 0.95, Uint8Array.of(1)),
      () => designShare(design, values, 0.95),
      () => designQuantile(design, values, 0, 0.95),
      () => designMeansByGroup(design, values, Int32Array.of(0, 1, 2), 2, 0.95),
      () => surveyDesign({ ...frame, weights: Float64Array.of(-1) }),
      () => surveyDesign({ ...frame, strata: Int32Array.of(0, 1) }),
      () => surveyDesign({ ...frame, strata: Int32Array.of(0, 0, -1) }),
      () => surveyDesign({ ...frame, strata: Int32Array.of(0, 1, 0), psus: Int32Array.of(0, 0, 1) }),
      () => surveyDesign({ ...frame, psusInPopulation: [2] }),
      () => psusWithinStrata(Int32Array.of(0), Int32Array.of(0, 1)),
    ];
    for (const fault of faults) expect(fault).toThrow(RangeError);
  });
});
