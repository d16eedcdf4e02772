import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { asRatings, smallModel, smallSample } from "../../test-support/small-path-model.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { normalLower } from "../distribution/normal.ts";
import { momentsOf } from "../moments/moments.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { constructIndexScores, constructIndices, unflaggedConstructIndex } from "./construct-index.ts";
import { estimatePathModel } from "./estimate.ts";
import type { PathModelFit } from "./fit.ts";
import { importancePerformance, unflaggedImportancePerformance } from "./importance-performance.ts";
import { indexWeights } from "./index-weights.ts";
import type { PathSample } from "./path-sample.ts";

const oneToTen = Array.from({ length: 9 }, () => ({ minimum: 1, maximum: 10 }));
const ratings = asRatings(smallSample(200, randomFromSeed(9)));
const fit = fitOf(ratings);

function fitOf(sample: PathSample): PathModelFit {
  return estimated(estimatePathModel(momentsOf(sample, sample.caseWeights), smallModel, "path"));
}

function scoresOf(sample: PathSample, of: PathModelFit): readonly Float64Array[] {
  return constructIndexScores(of, sample, oneToTen).map((each) => variant(each, "scores").scores);
}

function valuesOf(sample: PathSample, scales = oneToTen): readonly number[] {
  return constructIndices(fitOf(sample), sample, scales, 0.95).map((each) => estimated(each).value);
}

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

function slope(y: Float64Array, x: Float64Array): number {
  const [centreY, centreX] = [mean(y), mean(x)];
  const products = mean(x.map((value, row) => (value - centreX) * (y[row] - centreY)));
  return products / mean(x.map((value) => (value - centreX) ** 2));
}

describe("the index of a construct", () => {
  it("is Fornell's formula, and the mean of the persons' indices", () => {
    const satisfaction = estimated(constructIndices(fit, ratings, oneToTen, 0.95)[2]);
    const u = Array.from(fit.weights.slice(6), (weight, k) => weight / fit.standardDeviations[6 + k]);
    const sum = u.reduce((total, value) => total + value, 0);
    const weighted = u.reduce((total, value, k) => total + value * fit.means[6 + k], 0);
    expect(satisfaction.value).toBeCloseTo((100 * (weighted - sum)) / (9 * sum), 10);
    const scores = scoresOf(ratings, fit)[2];
    expect(satisfaction.value).toBeCloseTo(mean(scores), 10);
    const variance = (mean(scores.map((score) => (score - mean(scores)) ** 2)) * 200) / 199;
    expect(satisfaction.standardDeviation).toBeCloseTo(Math.sqrt(variance), 10);
    expect(satisfaction.standardError).toBeCloseTo(Math.sqrt(variance / 200), 10);
    expect([satisfaction.minimum, satisfaction.maximum]).toEqual([Math.min(...scores), Math.max(...scores)]);
  });

  it("is 0 for the lowest answers, 100 for the highest, and between for all others", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 9, maxLength: 9 }), (answers) => {
        const columns = answers.map((answer) => Float64Array.of(1, 10, answer));
        for (const [low, high, other] of scoresOf({ ...ratings, columns }, fit)) {
          expect(low).toBeCloseTo(0, 10);
          expect(high).toBeCloseTo(100, 10);
          expect(other).toBeGreaterThan(-1e-9);
          expect(other).toBeLessThan(100 + 1e-9);
        }
      }),
    );
  });

  it("does not depend on the unit of an item", () => {
    const columns = ratings.columns.with(
      7,
      ratings.columns[7].map((answer) => 20 * answer - 20),
    );
    const scales = oneToTen.with(7, { minimum: 0, maximum: 180 });
    valuesOf({ ...ratings, columns }, scales).forEach((value, j) => {
      expect(value).toBeCloseTo(valuesOf(ratings)[j], 9);
    });
  });

  it("is not given where an answer would pull it down; which item it is, is said", () => {
    const columns = ratings.columns.with(
      4,
      ratings.columns[4].map((answer) => 11 - answer),
    );
    const turned = { ...ratings, columns };
    const [image, quality] = constructIndices(fitOf(turned), turned, oneToTen, 0.95);
    expect(image.kind).toBe("estimated");
    expect(quality).toEqual({ kind: "non-positive-weights", construct: "quality", items: ["quality2"] });
    expect(importancePerformance(fitOf(turned), "satisfaction", oneToTen)).toEqual(quality);
    // What other programs print there: Fornell's formula with the weight as it is.
    const { weights, standardDeviations, means } = fitOf(turned);
    const u = [3, 4, 5].map((item) => weights[item] / standardDeviations[item]);
    const points = u.reduce((sum, each, k) => sum + each * (means[3 + k] - 1), 0);
    const value = (100 * points) / (9 * (u[0] + u[1] + u[2]));
    expect(u[1]).toBeLessThan(0);
    expect(estimated(unflaggedConstructIndex(fitOf(turned), turned, oneToTen, 1, 0.95)).value).toBeCloseTo(value, 9);
    const map = unflaggedImportancePerformance(fitOf(turned), "satisfaction", oneToTen);
    expect(map.constructs[1].performance).toBeCloseTo(value, 9);
    expect(unflaggedImportancePerformance(fit, "satisfaction", oneToTen)).toEqual(
      importancePerformance(fit, "satisfaction", oneToTen),
    );
  });

  it("leaves rows with a missing answer out", () => {
    const gap = ratings.columns.with(0, Float64Array.of(Number.NaN, ...ratings.columns[0].slice(1)));
    const withGap = { ...ratings, columns: gap };
    const without = { ...ratings, columns: ratings.columns.map((column) => column.slice(1)) };
    expect(valuesOf(withGap)).toEqual(valuesOf(without));
    const [image, quality] = scoresOf(withGap, fit);
    expect([Number.isNaN(image[0]), Number.isNaN(quality[0])]).toEqual([true, false]);
  });

  it("takes case weights: weight 2 is the row twice, equal weights are none", () => {
    const weights = new Float64Array(200).fill(1);
    weights[11] = 2;
    const twice = { ...ratings, columns: ratings.columns.map((column) => Float64Array.of(...column, column[11])) };
    const [weighted, repeated] = [valuesOf({ ...ratings, caseWeights: weights }), valuesOf(twice)];
    const equal = valuesOf({ ...ratings, caseWeights: new Float64Array(200).fill(0.3) });
    for (const j of [0, 1, 2]) {
      expect(weighted[j]).toBeCloseTo(repeated[j], 9);
      expect(equal[j]).toBeCloseTo(valuesOf(ratings)[j], 9);
    }
    const result = estimated(constructIndices(fit, { ...ratings, caseWeights: weights }, oneToTen, 0.95)[0]);
    expect(result.effectiveN).toBeCloseTo(201 ** 2 / 203, 10);
    expect(result.method).toContain("linearised");
  });

  it("needs two rows", () => {
    const one = { ...ratings, columns: ratings.columns.map((column) => column.slice(0, 1)) };
    expect(constructIndices(fit, one, oneToTen, 0.95)[1]).toEqual({
      kind: "too-few-answers",
      construct: "quality",
      n: 1,
      required: 2,
    });
  });

  it("refuses scales and answers that do not fit", () => {
    expect(() => indexWeights(fit, oneToTen.slice(1), 0)).toThrow(RangeError);
    expect(() => indexWeights(fit, oneToTen.with(2, { minimum: 5, maximum: 5 }), 0)).toThrow(RangeError);
    expect(() => indexWeights(fit, oneToTen, 3)).toThrow(RangeError);
    expect(() => constructIndexScores(fit, ratings, oneToTen.with(8, { minimum: 1, maximum: 5 }))).toThrow(
      "satisfaction3",
    );
    expect(() => constructIndices(fit, ratings, oneToTen, 1)).toThrow(RangeError);
    expect(() =>
      constructIndices(fit, { ...ratings, variables: ratings.variables.with(0, "x") }, oneToTen, 0.9),
    ).toThrow("image1");
  });

  it("of any answers is finite or has a reason", () => {
    const answer = fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 1, max: 10 }) }, fc.constant(Number.NaN));
    const rows = fc.array(fc.array(answer, { minLength: 9, maxLength: 9 }), { maxLength: 12 });
    const weights = fc.option(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }));
    fc.assert(
      fc.property(rows, weights, (answers, drawn) => {
        const caseWeights = drawn === null ? null : Float64Array.from(drawn.slice(0, answers.length));
        const columns = ratings.columns.map((_, k) => Float64Array.from(answers, (row) => row[k]));
        const sample = { ...ratings, columns, caseWeights };
        const found = estimatePathModel(momentsOf(sample, caseWeights), smallModel, "centroid");
        if (found.kind !== "estimated") return;
        expect(unfitNumbers(constructIndices(found, sample, oneToTen, 0.9))).toEqual([]);
        expect(unfitNumbers(importancePerformance(found, "quality", oneToTen))).toEqual([]);
      }),
    );
  });
});

describe("its interval", () => {
  /** Of an item, and so of every index whatever its weights. */
  const expected = Array.from({ length: 9 }, (_, k) => 1 - normalLower((k + 1.5 - 6.4) / 1.6)).reduce(
    (a, b) => a + b,
    0,
  );
  const repetitions = 300;

  function coverage(weightOf: (row: number) => number): number {
    const random = randomFromSeed(77);
    const caseWeights = Float64Array.from({ length: 70 }, (_, row) => weightOf(row));
    const isWeighted = caseWeights.some((weight) => weight !== 1);
    const covered: boolean[] = [];
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const sample = { ...asRatings(smallSample(70, random)), caseWeights: isWeighted ? caseWeights : null };
      const found = constructIndices(fitOf(sample), sample, oneToTen, 0.9)[2];
      const index = (100 * expected) / 9;
      // Once in some hundred samples an item has a negative weight, and the construct no index.
      if (found.kind === "estimated") covered.push(found.interval.lower <= index && index <= found.interval.upper);
    }
    expect(covered.length).toBeGreaterThan(0.97 * repetitions);
    return covered.filter((each) => each).length / covered.length;
  }

  // Three binomial standard errors of 0.9 in 300 repetitions.
  const slack = 3 * Math.sqrt((0.9 * 0.1) / repetitions);

  it("covers the population's index as often as it says", () => {
    expect(Math.abs(coverage(() => 1) - 0.9)).toBeLessThan(slack);
  });

  it("does so with unequal case weights", () => {
    expect(Math.abs(coverage((row) => (row % 4 === 0 ? 3 : 0.6)) - 0.9)).toBeLessThan(slack);
  });
});

describe("importance and performance", () => {
  const map = estimated(importancePerformance(fit, "satisfaction", oneToTen));

  it("a point of a driver moves the target as the regression on the indices says", () => {
    const [image, quality, satisfaction] = scoresOf(ratings, fit);
    // All paths to satisfaction are there: what image does in all is the slope on image alone.
    expect(map.constructs[0].importance).toBeCloseTo(slope(satisfaction, image), 9);
    const rest = (scores: Float64Array) => scores.map((score, row) => score - slope(scores, image) * image[row]);
    expect(map.constructs[1].importance).toBeCloseTo(slope(rest(satisfaction), rest(quality)), 9);
  });

  it("the items of a construct share its importance, those of the target have 1 together", () => {
    const sumOf = (name: string) =>
      map.items.reduce((sum, { construct, importance }) => sum + (construct === name ? importance : 0), 0);
    expect(sumOf("image")).toBeCloseTo(map.constructs[0].importance, 10);
    expect(sumOf("satisfaction")).toBeCloseTo(1, 10);
  });

  it("performance is the index, and an item's mean on 0–100", () => {
    expect(map.constructs.map(({ construct }) => construct)).toEqual(["image", "quality"]);
    expect(map.constructs[1].performance).toBeCloseTo(valuesOf(ratings)[1], 10);
    expect(map.items[8].performance).toBeCloseTo((100 * (fit.means[8] - 1)) / 9, 10);
  });

  it("what comes after the target does not move it", () => {
    const toQuality = estimated(importancePerformance(fit, "quality", oneToTen));
    expect(toQuality.constructs.find(({ construct }) => construct === "satisfaction")?.importance).toBe(0);
  });

  it("needs a target of the model", () => {
    expect(() => importancePerformance(fit, "price", oneToTen)).toThrow(RangeError);
  });
});
