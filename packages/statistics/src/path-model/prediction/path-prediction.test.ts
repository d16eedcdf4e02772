import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../../test-support/finite.ts";
import { smallModel, smallPopulation, smallSample } from "../../../test-support/small-path-model.ts";
import { estimated, variant } from "../../../test-support/variants.ts";
import { linearRegression } from "../../drivers/linear-regression.ts";
import { momentsOf } from "../../moments/moments.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import type { PathSample } from "../path-sample.ts";
import { leaveOneOutFolds, randomFolds } from "./folds.ts";
import { linearPredictors, predictLinear } from "./linear-benchmark.ts";
import { type PathPrediction, pathPrediction } from "./path-prediction.ts";
import { fromDirectAntecedents, fromEarliestAntecedents } from "./predicted-scores.ts";
import { type ItemPrediction, predictionError, predictivePower } from "./prediction-error.ts";

const direct = { model: smallModel, scheme: "path", predictScores: fromDirectAntecedents } as const;
const earliest = { ...direct, predictScores: fromEarliestAntecedents };
const sample = smallSample(120, randomFromSeed(6));
const folds = randomFolds(120, 7, 1);

function predicted(of: PathSample, by = folds): PathPrediction {
  return estimated(pathPrediction(of, direct, by));
}

function errorsOf({ items }: PathPrediction): readonly number[] {
  return items.flatMap(({ pathModel, linear, linearOnAllOthers }) =>
    [pathModel, linear, linearOnAllOthers].flatMap(({ rootMeanSquare, meanAbsolute, q2 }) => [
      rootMeanSquare,
      meanAbsolute,
      q2 ?? 0,
    ]),
  );
}

function expectSame(a: readonly number[], b: readonly number[], digits = 9): void {
  expect(a.length).toBe(b.length);
  a.forEach((value, place) => {
    expect(value).toBeCloseTo(b[place], digits);
  });
}

describe("folds", () => {
  it("hold every row once and differ in size by one at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 60 }), fc.nat(), (rows, count, seed) => {
        fc.pre(count <= rows);
        const found = randomFolds(rows, count, seed);
        const sizes = Array.from({ length: count }, (_, fold) => found.filter((each) => each === fold).length);
        expect(found.length).toBe(rows);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(randomFolds(rows, count, seed)).toEqual(found);
      }),
    );
    const [one, other] = [randomFolds(40, 2, 1), randomFolds(40, 2, 2)];
    const shared = one.filter((fold, row) => fold === other[row]).length;
    expect(shared).toBeGreaterThan(8);
    expect(shared).toBeLessThan(32);
    expect(leaveOneOutFolds(3)).toEqual(Int32Array.of(0, 1, 2));
  });

  it("are refused where they cannot be", () => {
    for (const [rows, count] of [
      [5, 6],
      [5, 1],
      [5, 2.5],
      [-3, 2],
    ])
      expect(() => randomFolds(rows, count, 1)).toThrow(RangeError);
    expect(() => leaveOneOutFolds(1)).toThrow(RangeError);
  });
});

describe("prediction", () => {
  it("does not use what it foretells", () => {
    const spoilt = sample.columns.with(
      6,
      sample.columns[6].map((value, row) => (folds[row] === 2 ? value + 40 : value)),
    );
    const [before, after] = [predicted(sample), predicted({ ...sample, columns: spoilt })];
    for (const [item, column] of before.predictions.entries()) {
      for (const [row, value] of column.entries()) {
        if (folds[row] === 2 && item >= 3) expect(after.predictions[item][row]).toBe(value);
      }
    }
    expect(after.items[3].pathModel.rootMeanSquare).toBeGreaterThan(5);
  });

  it("does not depend on the order of the rows", () => {
    const order = randomFolds(120, 120, 3);
    const columns = sample.columns.map((column) => Float64Array.from(order, (row) => column[row]));
    expectSame(
      errorsOf(
        predicted(
          { ...sample, columns },
          folds.map((_, place) => folds[order[place]]),
        ),
      ),
      errorsOf(predicted(sample)),
    );
  });

  it("is in the unit of the answers; Q² has none", () => {
    const columns = sample.columns.with(
      3,
      sample.columns[3].map((value) => 10 * value + 3),
    );
    const [plain, scaled] = [predicted(sample).items[0], predicted({ ...sample, columns }).items[0]];
    expect(scaled.pathModel.rootMeanSquare).toBeCloseTo(10 * plain.pathModel.rootMeanSquare, 8);
    expect(scaled.pathModel.q2).toBeCloseTo(plain.pathModel.q2 ?? 0, 9);
    expect(scaled.linear.q2).toBeCloseTo(plain.linear.q2 ?? 0, 9);
  });

  it("from direct and from earliest antecedents differs only behind a construct that is foretold itself", () => {
    const [near, far] = [predicted(sample), estimated(pathPrediction(sample, earliest, folds))];
    expectSame(
      errorsOf({ ...near, items: near.items.slice(0, 3) }),
      errorsOf({ ...far, items: far.items.slice(0, 3) }),
    );
    expect(near.items[3].pathModel.rootMeanSquare).toBeLessThan(far.items[3].pathModel.rootMeanSquare);
  });

  it("leaves out rows with a missing answer, and rows without weight", () => {
    const missing = { ...sample, columns: sample.columns.with(2, sample.columns[2].with(0, Number.NaN)) };
    const weightless = { ...sample, caseWeights: new Float64Array(120).fill(1).with(0, 0) };
    const without = { ...sample, columns: sample.columns.map((column) => column.slice(1)) };
    const expected = predicted(without, folds.slice(1));
    for (const each of [missing, weightless]) {
      const found = predicted(each);
      expectSame(errorsOf(found), errorsOf(expected));
      expect([found.n, found.weightedBase]).toEqual([119, 119]);
      expect(found.predictions[0][0]).toBeNaN();
    }
  });

  it("with equal weights is as without; with unequal ones the errors are weighted", () => {
    expectSame(
      errorsOf(predicted({ ...sample, caseWeights: new Float64Array(120).fill(2) })),
      errorsOf(predicted(sample)),
    );
    const observed = Float64Array.of(1, 2);
    const { rootMeanSquare, meanAbsolute, q2 } = predictionError(
      observed,
      Float64Array.of(0, 4),
      Float64Array.of(2, 0),
      Int32Array.of(0, 1),
      Float64Array.of(3, 1),
    );
    expect([rootMeanSquare, meanAbsolute]).toEqual([Math.sqrt(7 / 4), 5 / 4]);
    expect(q2).toBeCloseTo(1 - 7 / 7, 12);
  });

  it("reports progress and can be aborted", () => {
    const seen: string[] = [];
    const controller = new AbortController();
    const onProgress = (done: number, total: number) => {
      seen.push(`${done}/${total}`);
      if (done === 2) controller.abort(new Error("enough"));
    };
    expect(() => pathPrediction(sample, direct, folds, { signal: controller.signal, onProgress })).toThrow("enough");
    expect(seen).toEqual(["1/7", "2/7"]);
  });

  it("refuses folds and columns that do not fit", () => {
    expect(() => pathPrediction(sample, direct, folds.slice(1))).toThrow(RangeError);
    expect(() => pathPrediction(sample, direct, folds.with(0, -1))).toThrow(RangeError);
    expect(() => pathPrediction({ ...sample, variables: sample.variables.with(0, "x") }, direct, folds)).toThrow(
      "image1",
    );
    const paths = [...smallModel.paths, { from: "satisfaction", to: "image" }];
    expect(() => pathPrediction(sample, { ...direct, model: { ...smallModel, paths } }, folds)).toThrow(RangeError);
  });

  it("says without which fold there is no model", () => {
    const columns = sample.columns.with(
      0,
      sample.columns[0].map((value, row) => (folds[row] === 4 ? value : 0)),
    );
    expect(variant(pathPrediction({ ...sample, columns }, direct, folds), "fold-failed")).toEqual({
      kind: "fold-failed",
      fold: 4,
      reason: { kind: "no-variation", item: "image1" },
    });
    const nobody = { ...sample, caseWeights: new Float64Array(120) };
    expect(pathPrediction(nobody, direct, folds)).toMatchObject({
      kind: "fold-failed",
      reason: { kind: "too-few-answers" },
    });
  });

  it("of any answers is finite or has a reason", () => {
    const answer = fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constant(Number.NaN));
    const rows = fc.array(fc.array(answer, { minLength: 9, maxLength: 9 }), { minLength: 2, maxLength: 14 });
    fc.assert(
      fc.property(rows, (answers) => {
        const columns = sample.columns.map((_, k) => Float64Array.from(answers, (row) => row[k]));
        const found = pathPrediction({ ...sample, columns }, direct, leaveOneOutFolds(answers.length));
        expect(unfitNumbers({ ...found, predictions: [] })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("of what nothing tells about is no better than the mean, in folds of unequal size", () => {
    const random = randomFromSeed(12);
    const unequal = Int32Array.from({ length: 60 }, (_, row) => (row < 25 ? 0 : row < 40 ? 1 : 2 + (row % 3)));
    const unrelated = smallPopulation(0, 0, 0);
    const q2 = Array.from({ length: 60 }).flatMap(() => {
      const found = pathPrediction(smallSample(60, random, unrelated), direct, unequal);
      // Weights that rest on chance alone do not always settle.
      if (found.kind !== "estimated") return [];
      return [found.items.reduce((sum, { pathModel }) => sum + (pathModel.q2 ?? 0), 0) / found.items.length];
    });
    expect(q2.length).toBeGreaterThan(45);
    // In the sample itself R² would be about 3/60; foretold it is as much below 0.
    const mean = q2.reduce((sum, value) => sum + value, 0) / q2.length;
    expect(mean).toBeLessThan(-0.01);
    expect(mean).toBeGreaterThan(-0.2);
    expect(predicted(sample).items[3].pathModel.q2).toBeGreaterThan(0.05);
  });
});

describe("the regression beside it", () => {
  const variables = sample.variables.slice(0, 4);
  const moments = momentsOf({ variables, columns: sample.columns.slice(0, 4) });

  it("is least squares", () => {
    const [{ intercept, coefficients }] = linearPredictors(moments, [0, 1, 2], [3]);
    const expected = estimated(linearRegression(moments, 3));
    expect(intercept).toBeCloseTo(expected.intercept.value, 12);
    expectSame(
      [...coefficients],
      expected.coefficients.map(({ value }) => value),
      12,
    );
  });

  it("leaves out what does not vary or repeats something", () => {
    const columns = [
      sample.columns[0],
      sample.columns[0].map((value) => 3 * value),
      new Float64Array(120).fill(5),
      sample.columns[3],
    ];
    const [found] = linearPredictors(momentsOf({ variables, columns }), [0, 1, 2], [3]);
    expect(found.predictors).toEqual([0]);
    const [alone] = linearPredictors(momentsOf({ variables, columns }), [0], [3]);
    expectSame([...predictLinear(found, columns)], [...predictLinear(alone, columns)]);
    const [none] = linearPredictors(momentsOf({ variables, columns }), [2], [3]);
    expect(none.intercept).toBeCloseTo(moments.means[3], 12);
  });
});

describe("predictive power", () => {
  const [item] = predicted(sample).items;
  const better: ItemPrediction = {
    ...item,
    pathModel: { ...item.pathModel, rootMeanSquare: item.linear.rootMeanSquare / 2 },
  };
  const worse: ItemPrediction = {
    ...item,
    pathModel: { ...item.pathModel, rootMeanSquare: item.linear.rootMeanSquare * 2 },
  };

  it("counts the items that the model foretells better than the regression", () => {
    expect(predictivePower([better, better])).toBe("high");
    expect(predictivePower([better, worse])).toBe("medium");
    expect(predictivePower([better, worse, worse])).toBe("low");
    expect(predictivePower([worse])).toBe("none");
  });
});
