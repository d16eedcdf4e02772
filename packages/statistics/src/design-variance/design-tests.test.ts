import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossTableOf } from "../../reference/columns.ts";
import { unfitNumbers } from "../../test-support/finite.ts";
import { randomSample } from "../../test-support/random-design.ts";
import { smallSampleOfThreeStrata, wholeSmallSample } from "../../test-support/small-design.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { raoScottClusteredTest, raoScottTest } from "../crosstab/rao-scott.ts";
import { designGroupTest } from "./design-groups.ts";
import { designRaoScottTest } from "./design-rao-scott.ts";
import { designLinearRegression, designLogit } from "./design-regression.ts";
import { designTTest } from "./design-t-test.ts";
import { jackknife } from "./jackknife.ts";
import { surveyDesign, weightedRows } from "./survey-design.ts";

/** R 4.2.2, survey 4.1-1, on s <- svydesign(ids = ~c, strata = ~h, weights = ~w, data = d), d the first three strata. */
const close = (found: number | null, r: number, tolerance = 1e-11) =>
  expect(Math.abs((found ?? Number.NaN) / r - 1)).toBeLessThan(tolerance);
const { design, y, x, z, g } = smallSampleOfThreeStrata();

describe("tests under a design", () => {
  it("agree with R's svyttest on a subset", () => {
    // svyttest(y ~ I(g == 0), subset(s, g < 2))
    const test = estimated(designTTest(design, y, g, 0.95));
    close(test.statistic, -1.399319340705159);
    close(test.value, -1.304552590266876);
    close(test.pValue, 0.256190444332327);
    expect(test.degreesOfFreedom).toBe(3);
  });

  it("agree with R's regTermTest on groups, and with the t test on two", () => {
    // regTermTest(svyglm(y ~ factor(g), s), ~factor(g))
    const test = tested(designGroupTest(design, y, g, 3));
    close(test.statistic, 1.082989321986551);
    close(test.pValue, 0.4425404492140954);
    expect([test.numerator, test.denominator]).toEqual([2, 3]);
    const two = g.map((group) => (group === 2 ? -1 : group));
    const pair = tested(designGroupTest(design, y, two, 2));
    const t = estimated(designTTest(design, y, two, 0.95));
    close(pair.statistic, t.statistic ** 2);
    close(pair.pValue, t.pValue);
    const inPair = Array.from(design.weights).filter((_, row) => two[row] >= 0);
    const base = inPair.reduce((sum, weight) => sum + weight, 0);
    const squares = inPair.reduce((sum, weight) => sum + weight ** 2, 0);
    for (const { n, weightedBase, effectiveN } of [pair, t]) {
      expect(n).toBe(inPair.length);
      close(weightedBase, base);
      close(effectiveN, base ** 2 / squares);
    }
  });

  it("agree with R's svychisq", () => {
    // svychisq(~z + g, s)
    const rowCodes = Int32Array.from(z);
    const { f } = tested(designRaoScottTest(design, { rows: 2, columns: 3, rowCodes, columnCodes: g }));
    close(f.statistic, 0.542526056057034);
    close(f.numerator, 1.520911630825994);
    close(f.denominator, 7.604558154129968);
    close(f.pValue, 0.5560000756844894);
  });

  it("agree with R's svyglm", () => {
    const columns = [x, Float64Array.from(g)];
    const linear = estimated(designLinearRegression(design, y, { names: ["x", "g"], columns }, 0.95));
    const rows = [
      [1.909236015077839, 0.563205964486411, 0.0427766701286],
      [1.236887983886453, 0.191440496114046, 0.00752212025913046],
      [-0.00541478128981972, 0.304154809498503, 0.98691405360396645],
    ];
    linear.coefficients.forEach(({ value, standardError, pValue }, j) => {
      close(value, rows[j][0], 1e-10);
      close(standardError, rows[j][1]);
      close(pValue, rows[j][2], 1e-9);
    });
    // svyglm(z ~ x, s, family = quasibinomial(), control = glm.control(epsilon = 1e-15))
    const logit = estimated(designLogit(design, z, { names: ["x"], columns: [x] }, 0.95));
    close(logit.coefficients[0].value, -3.51950171291217, 1e-10);
    close(logit.coefficients[1].value, 1.88224009438042, 1e-10);
    close(logit.coefficients[1].standardError, 0.686644305592885, 1e-9);
    close(logit.coefficients[1].pValue, 0.0518406221855124, 1e-9);
    expect(logit.converged).toBe(true);
  });

  it("find a group's coefficient where the t test finds its difference", () => {
    const two = Int32Array.from(g, (group) => Number(group === 1));
    const t = estimated(designTTest(design, y, two, 0.9));
    const columns = [Float64Array.from(two)];
    const [, slope] = estimated(designLinearRegression(design, y, { names: ["g"], columns }, 0.9)).coefficients;
    close(slope.value, -t.value);
    close(slope.standardError, t.standardError);
    close(slope.pValue, t.pValue);
    close(slope.interval.upper, -t.interval.lower);
  });

  it("turn with the order of the groups, and do not move with the unit", () => {
    const swapped = g.map((group) => (group === 2 ? 2 : 1 - group));
    const t = estimated(designTTest(design, y, g, 0.95));
    const turned = estimated(designTTest(design, y, swapped, 0.95));
    close(turned.value, -t.value);
    close(turned.interval.lower, -t.interval.upper);
    const scaled = estimated(
      designTTest(
        design,
        y.map((value) => 50 - 7 * value),
        g,
        0.95,
      ),
    );
    close(scaled.statistic, -t.statistic);
    const heavy = { ...design, weights: design.weights.map((weight) => 9 * weight) };
    close(tested(designGroupTest(heavy, y, g, 3)).statistic, tested(designGroupTest(design, y, g, 3)).statistic);
  });

  it("are the tests for weights and for clusters alone where there is nothing else", () => {
    const rowCodes = Int32Array.from(z);
    const size = { rows: 2, columns: 3 };
    const table = crossTableOf(rowCodes, g, size, design.weights);
    const alone = tested(designRaoScottTest(weightedRows(design.weights), { ...size, rowCodes, columnCodes: g }));
    close(alone.f.pValue, tested(raoScottTest(table, 17)).f.pValue);
    const cells = new Float64Array(design.psuCount * 6);
    for (let row = 0; row < 17; row++) cells[design.psuOf[row] * 6 + rowCodes[row] * 3 + g[row]] += design.weights[row];
    const { counts } = table;
    const clustered = tested(raoScottClusteredTest({ ...size, counts, clusters: design.psuCount, weights: cells }));
    const { weights, psuOf: psus } = design;
    const oneStratum = surveyDesign({ weights, strata: null, psus, psusInPopulation: null, lonelyPsu: "fail" });
    close(tested(designRaoScottTest(oneStratum, { ...size, rowCodes, columnCodes: g })).f.pValue, clustered.f.pValue);
  });

  it("have a jackknife that is the linearised error for a total, and near it for a mean", () => {
    const sum = estimated(jackknife(design, [y], ([total]) => total, 0.95));
    // SE(svytotal(~y, s)) = SE of the PSU totals; svymean(~y, as.svrepdesign(s, type = "JKn"))
    const one = new Float64Array(17).fill(1);
    const mean = estimated(jackknife(design, [y, one], ([total, n]) => total / n, 0.95));
    close(sum.standardError, 20.226220605936245);
    close(mean.standardError, 0.3762445581416233);
    expect(mean.replicates).toBe(8);
  });

  it("are fit to be shown, or a variant, for data of every kind", () => {
    fc.assert(
      fc.property(randomSample, (sample) => {
        const rowCodes = Int32Array.from(sample.counted, (value) => (Number.isNaN(value) ? -1 : value));
        const predictors = { names: ["a", "b"], columns: [sample.others, Float64Array.from(sample.groups)] };
        const columns = [sample.values, sample.others];
        expect(
          unfitNumbers([
            designTTest(sample.design, sample.values, sample.groups, 0.95),
            designGroupTest(sample.design, sample.values, sample.groups, 3),
            designRaoScottTest(sample.design, { rows: 2, columns: 3, rowCodes, columnCodes: sample.groups }),
            designLinearRegression(sample.design, sample.values, predictors, 0.95),
            designLogit(sample.design, sample.counted, predictors, 0.95),
            jackknife(sample.design, columns, ([a, b]) => a / b, 0.95),
          ]),
        ).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("name what is missing", () => {
    const few = Float64Array.of(1, 2, 3, 4, 5, 6);
    const rows = weightedRows(new Float64Array(6).fill(1));
    const firstOnly = Int32Array.of(0, 0, 0, 0, 0, 1);
    expect(designTTest(rows, few, firstOnly, 0.95)).toEqual({ kind: "too-few-answers", n: 1, required: 2 });
    const constant = Float64Array.of(2, 2, 2, 3, 3, 3);
    const halves = Int32Array.of(0, 0, 0, 1, 1, 1);
    expect(designTTest(rows, constant, halves, 0.95)).toEqual({ kind: "no-variation", value: -1 });
    expect(designGroupTest(rows, constant, halves, 2)).toEqual({ kind: "singular", groups: [0, 1] });
    expect(designGroupTest(rows, few, firstOnly, 2)).toEqual({ kind: "too-few-groups", groups: [0] });
    const twice = { names: ["a", "b"], columns: [few, few.map((value) => 3 - 2 * value)] };
    expect(designLinearRegression(rows, constant, twice, 0.95)).toEqual({ kind: "singular", variables: ["b"] });
    const split = Float64Array.of(0, 0, 0, 1, 1, 1);
    expect(designLogit(rows, split, { names: ["a"], columns: [few] }, 0.95).kind).toBe("separated");
    expect(designLogit(rows, new Float64Array(6), { names: ["a"], columns: [few] }, 0.95).kind).toBe("no-variation");
    const lonely = wholeSmallSample("adjust");
    expect(jackknife(lonely.design, [lonely.y], ([sum]) => sum, 0.95).kind).toBe("lonely-psu");
    expect(jackknife(rows, [few], () => Number.NaN, 0.95).kind).toBe("undefined-statistic");
    const exact = estimated(designLinearRegression(rows, few, { names: ["a"], columns: [few] }, 0.95));
    expect(exact.coefficients[1]).toMatchObject({ standardError: 0, statistic: null, pValue: null });
  });

  it("refuse what a caller should not ask", () => {
    const rows = weightedRows(Float64Array.of(1, 1, 1));
    const values = Float64Array.of(1, 2, 3);
    const codes = Int32Array.of(0, 1, 1);
    const faults: (() => unknown)[] = [
      () => designTTest(rows, values, Int32Array.of(0), 0.95),
      () => designTTest(rows, values, codes, 0),
      () => designGroupTest(rows, values, codes, 1),
      () => designRaoScottTest(rows, { rows: 1, columns: 2, rowCodes: codes, columnCodes: codes }),
      () => designRaoScottTest(rows, { rows: 2, columns: 2, rowCodes: codes, columnCodes: Int32Array.of(0) }),
      () => designLogit(rows, values, { names: [], columns: [] }, 0.95),
      () => designLinearRegression(rows, values, { names: ["a"], columns: [] }, 0.95),
      () => jackknife({ ...rows, calibration: [{} as never] }, [values], () => 1, 0.95),
    ];
    for (const fault of faults) expect(fault).toThrow(RangeError);
  });
});
