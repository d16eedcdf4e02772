import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../test-support/expect-close.ts";
import {
  pathModelOf,
  populationMoments,
  simulatedAnswers,
  simulatedRatings,
  smallSatisfaction,
} from "../../test-support/simulated-path-data.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { momentsOf } from "../moments/moments.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { estimatePathModel } from "./estimate.ts";
import type { PathModelFit } from "./fit.ts";
import { meanReplacedMoments } from "./mean-replacement.ts";
import type { InnerScheme, PathModel } from "./path-model.ts";

const model = pathModelOf(smallSatisfaction);
const formative: PathModel = {
  ...model,
  constructs: model.constructs.map((construct, j) => (j === 1 ? { ...construct, mode: "B" } : construct)),
};
const sample = simulatedRatings(smallSatisfaction, 180, randomFromSeed(5));
const schemes: readonly InnerScheme[] = ["centroid", "factorial", "path"];

function numbersOf(fit: PathModelFit): number[] {
  const matrices = [fit.correlations, fit.crossLoadings, fit.constructCorrelations, fit.paths];
  const arrays = [
    fit.means,
    fit.standardDeviations,
    fit.weights,
    fit.loadings,
    ...matrices.map(({ values }) => values),
  ];
  return [
    ...arrays.flatMap((array) => [...array]),
    ...fit.rSquared.map((value) => value ?? 0),
    fit.effectiveN,
    fit.iterations,
  ];
}

/** The inner estimate of each construct, as covariances of all items with it: written down from the definitions, on whole matrices. */
function innerEstimate(fit: PathModelFit, j: number): number[] {
  const k = fit.model.constructs.length;
  const items = fit.layout.items.map((_, a) => a);
  const coefficient = (l: number) => {
    const correlation = fit.constructCorrelations.values[j * k + l];
    if (fit.scheme === "centroid") return Math.sign(correlation);
    return fit.scheme === "path" && fit.layout.predecessors[j].includes(l) ? fit.paths.values[l * k + j] : correlation;
  };
  const near = [...fit.layout.predecessors[j], ...fit.layout.successors[j]];
  return items.map((a) => near.reduce((sum, l) => sum + coefficient(l) * fit.crossLoadings.values[a * k + l], 0));
}

describe("a PLS path model", () => {
  it.each(schemes)("is a fixed point: mode A weights are covariances with the inner estimate (%s)", (scheme) => {
    const fit = estimated(estimatePathModel(momentsOf(sample), model, scheme));
    for (const j of model.constructs.keys()) {
      const inner = innerEstimate(fit, j);
      const [from, to] = [fit.layout.starts[j], fit.layout.starts[j + 1]];
      for (let a = from + 1; a < to; a++) {
        expect(fit.weights[a] / fit.weights[from]).toBeCloseTo(inner[a] / inner[from], 9);
      }
    }
  });

  it.each(schemes)(
    "is a fixed point: mode B weights are coefficients of the regression on the items (%s)",
    (scheme) => {
      const fit = estimated(estimatePathModel(momentsOf(sample), formative, scheme));
      const [from, to] = [fit.layout.starts[1], fit.layout.starts[2]];
      const inner = innerEstimate(fit, 1);
      const p = fit.layout.items.length;
      const fitted = (a: number) => {
        let sum = 0;
        for (let b = from; b < to; b++) sum += fit.correlations.values[a * p + b] * fit.weights[b];
        return sum;
      };
      for (let a = from + 1; a < to; a++) expect(fitted(a) / fitted(from)).toBeCloseTo(inner[a] / inner[from], 9);
    },
  );

  it("has scores of variance 1, loadings that are their correlations, and paths of least squares", () => {
    const fit = estimated(estimatePathModel(momentsOf(sample), model, "path"));
    const [p, k] = [fit.layout.items.length, model.constructs.length];
    for (let j = 0; j < k; j++) {
      let variance = 0;
      for (let a = fit.layout.starts[j]; a < fit.layout.starts[j + 1]; a++) {
        variance += fit.weights[a] * fit.crossLoadings.values[a * k + j];
        expect(fit.loadings[a]).toBe(fit.crossLoadings.values[a * k + j]);
        let correlation = 0;
        for (let b = fit.layout.starts[j]; b < fit.layout.starts[j + 1]; b++) {
          correlation += fit.correlations.values[a * p + b] * fit.weights[b];
        }
        expect(correlation).toBeCloseTo(fit.loadings[a], 12);
      }
      expect(variance).toBeCloseTo(1, 12);
      for (const cause of fit.layout.predecessors[j]) {
        const explained = fit.layout.predecessors[j].reduce(
          (sum, l) => sum + fit.constructCorrelations.values[cause * k + l] * fit.paths.values[l * k + j],
          0,
        );
        expect(explained).toBeCloseTo(fit.constructCorrelations.values[cause * k + j], 12);
      }
    }
    expect(fit.rSquared[0]).toBeNull();
    expect(fit.rSquared[1]).toBeCloseTo((fit.paths.values[1] ?? 0) ** 2, 12);
  });

  it("does not depend on the order of variables, on their unit, or on variables of no construct", () => {
    const fit = estimated(estimatePathModel(momentsOf(sample), model, "path"));
    const order = sample.variables.map((_, place) => place).reverse();
    const other = {
      variables: [...order.map((place) => sample.variables[place]), "age"],
      columns: [...order.map((place) => sample.columns[place].map((x) => 3 + 0.5 * x)), sample.columns[0]],
    };
    const same = estimated(estimatePathModel(momentsOf(other), model, "path"));
    fit.weights.forEach((weight, a) => {
      expect(same.weights[a]).toBeCloseTo(weight, 9);
      expect(same.means[a]).toBeCloseTo(3 + 0.5 * fit.means[a], 9);
      expect(same.standardDeviations[a]).toBeCloseTo(0.5 * fit.standardDeviations[a], 9);
    });
    expectClose(same.paths.values, fit.paths.values, 1e-9);
  });

  it("turns each construct so that most of its loadings are positive", () => {
    const columns = sample.columns.map((column, a) => (a === 0 || a > 9 ? column.map((x) => 11 - x) : column));
    const plain = estimated(estimatePathModel(momentsOf(sample), model, "path"));
    const turned = estimated(estimatePathModel(momentsOf({ ...sample, columns }), model, "path"));
    expect(turned.loadings[0]).toBeCloseTo(-plain.loadings[0], 9);
    expect(turned.loadings[1]).toBeCloseTo(plain.loadings[1], 9);
    // All items of Loyalty are reversed: the construct is, and what satisfaction does to it.
    expect(turned.loadings[10]).toBeCloseTo(plain.loadings[10], 9);
    expect(turned.paths.values[2 * 4 + 3]).toBeCloseTo(-plain.paths.values[2 * 4 + 3], 9);
  });

  it("follows two weak items against a strong one, and of two that contradict each other the stronger", () => {
    const random = randomFromSeed(77);
    const weak = (column: Float64Array) => column.map((x) => -x + 6 * (random.nextUnit() - 0.5) * 3);
    const columns = sample.columns.map((column, a) => ([1, 2, 10].includes(a) ? weak(column) : column));
    const { loadings } = estimated(estimatePathModel(momentsOf({ ...sample, columns }), model, "path"));
    expect(Math.abs(loadings[0])).toBeGreaterThan(Math.max(Math.abs(loadings[1]), Math.abs(loadings[2])));
    expect([...loadings.subarray(0, 3)].map(Math.sign)).toEqual([-1, 1, 1]);
    expect([...loadings.subarray(10)].map(Math.sign)).toEqual([-1, 1]);
  });

  it("finds two items that contradict each other entirely", () => {
    const columns = sample.columns.map((column, a) => (a === 11 ? sample.columns[10].map((x) => -x) : column));
    const fit = estimated(estimatePathModel(momentsOf({ ...sample, columns }), model, "path"));
    expect(fit.loadings[10]).toBeCloseTo(1, 9);
    expect(fit.loadings[11]).toBeCloseTo(-1, 9);
  });

  it("with equal weights is the unweighted one, and with weight 2 the one of rows that stand twice", () => {
    const n = sample.columns[0].length;
    const plain = estimated(estimatePathModel(momentsOf(sample), model, "path"));
    const equal = estimated(estimatePathModel(momentsOf(sample, new Float64Array(n).fill(2.5)), model, "path"));
    expectClose(numbersOf(equal), numbersOf(plain), 1e-9);
    expect(equal.weightedBase).toBeCloseTo(2.5 * n, 9);
    const weights = Float64Array.from({ length: n }, (_, row) => 1 + (row % 2));
    const weighted = estimated(estimatePathModel(momentsOf(sample, weights), model, "path"));
    const columns = sample.columns.map((column) =>
      Float64Array.from([...column].flatMap((x, row) => (row % 2 === 1 ? [x, x] : [x]))),
    );
    const twice = estimated(estimatePathModel(momentsOf({ ...sample, columns }), model, "path"));
    expectClose(weighted.weights, twice.weights, 1e-9);
    expectClose(weighted.paths.values, twice.paths.values, 1e-9);
    expect(weighted.effectiveN).toBeCloseTo((1.5 * n) ** 2 / (2.5 * n), 6);
  });

  it("comes to what everybody's answers would give, whatever the sizes of its blocks", () => {
    const everybody = estimated(estimatePathModel(populationMoments(smallSatisfaction), model, "path"));
    const many = estimated(
      estimatePathModel(momentsOf(simulatedAnswers(smallSatisfaction, 20_000, randomFromSeed(9))), model, "path"),
    );
    // A correlation of 20,000 answers has a standard error of at most 0.007; paths and loadings follow them.
    expectClose(many.paths.values, everybody.paths.values, 0.03);
    expectClose(many.loadings, everybody.loadings, 0.03);
  });
});

describe("data that carry no path model", () => {
  const columnsWith = (place: number, column: Float64Array) =>
    sample.columns.map((each, a) => (a === place ? column : each));

  it("are told apart", () => {
    const few = { ...sample, columns: sample.columns.map((column) => column.slice(0, 3)) };
    expect(estimatePathModel(momentsOf(few), model, "path")).toEqual({ kind: "too-few-answers", n: 3, required: 4 });
    const still = columnsWith(4, new Float64Array(180).fill(7));
    expect(estimatePathModel(momentsOf({ ...sample, columns: still }), model, "path")).toEqual({
      kind: "no-variation",
      item: "Quality2",
    });
    const copy = columnsWith(4, sample.columns[3]);
    expect(estimatePathModel(momentsOf({ ...sample, columns: copy }), formative, "path")).toEqual({
      kind: "singular",
      construct: "Quality",
    });
    expect(estimatePathModel(momentsOf(sample), model, "path", { maximumIterations: 2 })).toEqual({
      kind: "not-converged",
      iterations: 2,
    });
  });

  it("are singular where two causes are one, and unrelated where nothing goes together", () => {
    const single: PathModel = {
      constructs: ["a", "b", "c"].map((item) => ({ name: item.toUpperCase(), items: [item], mode: "A" })),
      paths: [
        { from: "A", to: "C" },
        { from: "B", to: "C" },
      ],
    };
    const [a, c] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 3, 2, 4)];
    const same = momentsOf({ variables: ["a", "b", "c"], columns: [a, a, c] });
    expect(variant(estimatePathModel(same, single, "path"), "singular").construct).toBe("C");
    const pair: PathModel = { constructs: single.constructs.slice(0, 2), paths: [{ from: "A", to: "B" }] };
    const apart = momentsOf({
      variables: ["a", "b"],
      columns: [Float64Array.of(1, 1, 2, 2), Float64Array.of(1, 2, 1, 2)],
    });
    expect(variant(estimatePathModel(apart, pair, "factorial"), "unrelated").construct).toBe("A");
  });

  it("whatever they are lead to finite numbers or a variant", () => {
    const tiny: PathModel = {
      constructs: [
        { name: "X", items: ["x1", "x2"], mode: "B" },
        { name: "Y", items: ["y1", "y2"], mode: "A" },
        { name: "Z", items: ["z"], mode: "A" },
      ],
      paths: [
        { from: "X", to: "Y" },
        { from: "X", to: "Z" },
        { from: "Y", to: "Z" },
      ],
    };
    const cell = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(Number.NaN), fc.constant(5));
    const rows = fc.array(fc.tuple(cell, cell, cell, cell, cell), { maxLength: 9 });
    const weights = fc.array(fc.constantFrom(0, 0, 1, 2.5), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(rows, weights, fc.constantFrom(...schemes), fc.boolean(), (table, given, scheme, replaced) => {
        const variables = ["x1", "x2", "y1", "y2", "z"];
        const columns = variables.map((_, a) => Float64Array.from(table, (row) => row[a]));
        const caseWeights = Float64Array.from(given.slice(0, table.length));
        const data = { variables, columns, caseWeights };
        const moments = replaced ? meanReplacedMoments(data, variables) : momentsOf(data, caseWeights);
        const result = estimatePathModel(moments, tiny, scheme);
        if (result.kind !== "estimated") return;
        for (const value of numbersOf(result)) expect(Number.isFinite(value)).toBe(true);
        for (const share of result.rSquared) expect(share ?? 0).toBeLessThan(1 + 1e-9);
      }),
    );
  });
});

describe("mean replacement", () => {
  it("puts the mean of the answers where there is none, and leaves empty rows out", () => {
    const data = {
      variables: ["a", "b"],
      columns: [Float64Array.of(1, 3, Number.NaN, Number.NaN), Float64Array.of(2, 4, 9, Number.NaN)],
      caseWeights: Float64Array.of(1, 3, 1, 5),
    };
    const expected = momentsOf(
      { variables: ["a", "b"], columns: [Float64Array.of(1, 3, 2.5), Float64Array.of(2, 4, 9)] },
      Float64Array.of(1, 3, 1),
    );
    expect(meanReplacedMoments(data, ["a", "b"])).toEqual(expected);
  });
});

describe("a caller's mistakes", () => {
  it("are range errors", () => {
    const moments = momentsOf(sample);
    expect(() =>
      estimatePathModel(momentsOf({ variables: ["Image1"], columns: [sample.columns[0]] }), model, "path"),
    ).toThrow(/Image2/);
    expect(() => estimatePathModel(moments, { ...model, paths: [] }, "path")).toThrow(RangeError);
    expect(() => estimatePathModel(moments, model, "path", { tolerance: 0 })).toThrow(RangeError);
    expect(() => estimatePathModel(moments, model, "path", { maximumIterations: 0.5 })).toThrow(RangeError);
  });
});
