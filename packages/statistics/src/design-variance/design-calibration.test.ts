import { describe, expect, it } from "vitest";
import { estimated, tested } from "../../test-support/variants.ts";
import { studentInterval } from "../estimate/interval.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { designGroupTest } from "./design-groups.ts";
import { designMean } from "./design-mean.ts";
import { designQuantile, designQuantileInR } from "./design-quantile.ts";
import { designRaoScottTest } from "./design-rao-scott.ts";
import { designLinearRegression } from "./design-regression.ts";
import { designShare } from "./design-share.ts";
import { designTTest } from "./design-t-test.ts";
import { degreesOfFreedomOf } from "./domain.ts";
import { type SurveyDesign, surveyDesign, weightedRows } from "./survey-design.ts";

const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random.nextUnit())) * Math.cos(2 * Math.PI * random.nextUnit());
const binomialError = (share: number, runs: number) => 3 * Math.sqrt((share * (1 - share)) / runs);

interface ClusteredSample {
  readonly design: SurveyDesign;
  readonly values: Float64Array;
  /** A third of the stores belong to group 0, whole stores at a time; unrelated to the values. */
  readonly groups: Int32Array;
}

/** Three strata of 14, 10 and 24 stores of 3 to 12 customers; stores differ, weights do not go with the values. Mean of strata: `means`. */
function clusteredSample(random: Random, means: readonly number[]): ClusteredSample {
  const rows: { stratum: number; store: number; value: number; weight: number; group: number }[] = [];
  let store = 0;
  for (const [stratum, stores] of [14, 10, 24].entries()) {
    for (let s = 0; s < stores; s++, store++) {
      const effect = 0.7 * normal(random);
      const group = Number(s % 3 !== 0);
      const customers = 3 + random.nextBelow(10);
      for (let i = 0; i < customers; i++) {
        const weight = random.nextUnit() < 0.3 ? 2.5 : 1;
        rows.push({ stratum, store, group, weight, value: means[stratum] + effect + normal(random) });
      }
    }
  }
  return {
    design: surveyDesign({
      weights: Float64Array.from(rows, ({ weight }) => weight),
      strata: Int32Array.from(rows, ({ stratum }) => stratum),
      psus: Int32Array.from(rows, (row) => row.store),
      psusInPopulation: null,
      lonelyPsu: "fail",
    }),
    values: Float64Array.from(rows, ({ value }) => value),
    groups: Int32Array.from(rows, ({ group }) => group),
  };
}

describe("over many samples, with weights, clusters of unequal size and groups of unequal size", () => {
  it("intervals cover the mean at their level, which those for independent rows do not", () => {
    const random = randomFromSeed(1);
    const runs = 400;
    let covered = 0;
    let naive = 0;
    for (let run = 0; run < runs; run++) {
      const { design, values } = clusteredSample(random, [4, 4, 4]);
      const { interval } = estimated(designMean(design, values, 0.9));
      const independent = estimated(designMean(weightedRows(design.weights), values, 0.9)).interval;
      covered += Number(interval.lower <= 4 && interval.upper >= 4);
      naive += Number(independent.lower <= 4 && independent.upper >= 4);
    }
    expect(Math.abs(covered / runs - 0.9)).toBeLessThan(0.01 + binomialError(0.9, runs));
    expect(naive / runs).toBeLessThan(0.78);
  });

  it("intervals of a share cover it", () => {
    const random = randomFromSeed(2);
    const runs = 400;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const { design, values } = clusteredSample(random, [0, 0, 0]);
      // 0.7² + 1 is the variance of a value; 15.9 % lie more than one standard deviation above.
      const high = values.map((value) => Number(value > Math.sqrt(1.49)));
      const { interval } = estimated(designShare(design, high, 0.95));
      covered += Number(interval.lower <= 0.15866 && interval.upper >= 0.15866);
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(0.01 + binomialError(0.95, runs));
  });

  it("intervals cover where answers come from a few of the stores, which those with R's degrees of freedom do not", () => {
    const random = randomFromSeed(7);
    const runs = 800;
    const [psus, size, answering] = [30, 10, 4];
    const weights = new Float64Array(psus * size).fill(1);
    const codes = Int32Array.from(weights, (_, row) => Math.floor(row / size));
    const few = surveyDesign({ weights, strata: null, psus: codes, psusInPopulation: null, lonelyPsu: "fail" });
    const whole = degreesOfFreedomOf(few, null);
    if (typeof whole !== "number") throw new RangeError(whole.kind);
    let [covered, inR] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const effects = Float64Array.from({ length: psus }, () => 0.7 * normal(random));
      const values = weights.map((_, row) =>
        codes[row] < answering ? effects[codes[row]] + normal(random) : Number.NaN,
      );
      const { value, standardError, interval } = estimated(designMean(few, values, 0.95));
      covered += Number(interval.lower <= 0 && interval.upper >= 0);
      const wide = studentInterval(value, standardError, whole, 0.95, "linearised-t");
      inR += Number(wide.lower <= 0 && wide.upper >= 0);
    }
    // Of stores 4 of 30 the factor n/(n − 1) is that of 30: one point.
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(0.01 + binomialError(0.95, runs));
    expect(inR / runs).toBeLessThan(0.88);
  });

  it("limits of a median cover it on a scale of five points, which limits around the estimated share do not", () => {
    const random = randomFromSeed(8);
    const runs = 400;
    let [covered, around] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const { design, values } = clusteredSample(random, [0, 0, 0]);
      // 52 % lie below 4 or at it: the median is 4, and often 5 in the sample.
      const graded = values.map((value) => 1 + [-1.5, -1, -0.5, 0.05].filter((cut) => value > 1.2207 * cut).length);
      const own = estimated(designQuantile(design, graded, 0.5, 0.95)).interval;
      const inR = estimated(designQuantileInR(design, graded, 0.5, 0.95)).interval;
      covered += Number(own.lower <= 4 && own.upper >= 4);
      around += Number(inR.lower <= 4 && inR.upper >= 4);
    }
    // Steps of the scale make the interval cover more often than it says.
    expect(covered / runs).toBeGreaterThan(0.95 - binomialError(0.95, runs));
    expect(around / runs).toBeLessThan(0.85);
  });

  it("t test, group test, regression and Rao–Scott reject a true null at their level", () => {
    const random = randomFromSeed(3);
    const runs = 400;
    const rejected = { t: 0, groups: 0, slope: 0, table: 0, naive: 0 };
    const count = (p: number | null) => Number(p !== null && p < 0.05);
    for (let run = 0; run < runs; run++) {
      const { design, values, groups } = clusteredSample(random, [4, 4, 4]);
      rejected.t += count(estimated(designTTest(design, values, groups, 0.95)).pValue);
      rejected.naive += count(estimated(designTTest(weightedRows(design.weights), values, groups, 0.95)).pValue);
      const three = groups.map((group, row) => (group === 0 ? 0 : 1 + (design.psuOf[row] % 2)));
      rejected.groups += count(tested(designGroupTest(design, values, three, 3)).pValue);
      const columns = [Float64Array.from(groups), values.map(() => random.nextUnit())];
      const fit = estimated(designLinearRegression(design, values, { names: ["group", "noise"], columns }, 0.95));
      rejected.slope += count(fit.coefficients[1].pValue);
      const columnCodes = Int32Array.from(values, (value) => (value < 3.4 ? 0 : value < 4.8 ? 1 : 2));
      const table = { rows: 2, columns: 3, rowCodes: groups, columnCodes };
      rejected.table += count(tested(designRaoScottTest(design, table)).f.pValue);
    }
    // With 48 stores the linearised error is a little short: 0.02 beside three binomial errors.
    for (const share of [rejected.t, rejected.groups, rejected.slope, rejected.table].map((each) => each / runs)) {
      expect(share).toBeLessThan(0.05 + 0.02 + binomialError(0.05, runs));
      expect(share).toBeGreaterThan(0.05 - binomialError(0.05, runs));
    }
    expect(rejected.naive / runs).toBeGreaterThan(0.2);
  });

  it("strata take the differences between them out of the error", () => {
    const { design, values } = clusteredSample(randomFromSeed(4), [1, 5, 9]);
    const stratified = estimated(designMean(design, values, 0.95));
    const { weights, psuOf: psus } = design;
    const pooled = surveyDesign({ weights, strata: null, psus, psusInPopulation: null, lonelyPsu: "fail" });
    expect(estimated(designMean(pooled, values, 0.95)).standardError).toBeGreaterThan(2 * stratified.standardError);
    expect(stratified.degreesOfFreedom).toBe(45);
  });
});
