import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../test-support/expect-close.ts";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { type Moments, momentsOf } from "../moments/moments.ts";
import { normalDraw } from "../random/normal-draw.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { confirmatoryFactors } from "./confirmatory-factors.ts";
import type { MeasurementModel } from "./confirmatory-model.ts";
import { factorHeterotraitMonotrait, factorReliabilities } from "./factor-reliability.ts";
import { fitMeasures } from "./fit-measures.ts";
import { maximumLikelihoodFactors } from "./maximum-likelihood-factors.ts";
import { oblimin } from "./oblimin.ts";
import { parallelAnalysis } from "./parallel-analysis.ts";
import { principalAxisFactors } from "./principal-axis-factors.ts";
import { promax } from "./promax.ts";
import { robustFit } from "./robust-fit.ts";
import { varimax } from "./varimax.ts";

// Golden values (factanal, psych, GPArotation, lavaan): golden/second/expected/mobile_efa.json and mobile_cfa.json.

const pattern = [
  [0.8, 0],
  [0.7, 0],
  [0.6, 0],
  [0.75, 0],
  [0, 0.7],
  [0, 0.8],
  [0, 0.6],
];
const between = 0.4;
const items = pattern.map((_, i) => `v${i + 1}`);
const model: MeasurementModel = {
  factors: [
    { name: "quality", items: ["v1", "v2", "v3", "v4"] },
    { name: "value", items: ["v5", "v6", "v7"] },
  ],
};

function answers(random: Random, n: number): Float64Array[] {
  const columns = pattern.map(() => new Float64Array(n));
  for (let row = 0; row < n; row++) {
    const first = normalDraw(random);
    const second = between * first + Math.sqrt(1 - between ** 2) * normalDraw(random);
    pattern.forEach(([a, b], i) => {
      columns[i][row] = a * first + b * second + Math.sqrt(1 - a * a - b * b) * normalDraw(random);
    });
  }
  return columns;
}

const moments = (columns: readonly Float64Array[], weights: Float64Array | null = null) =>
  momentsOf({ variables: columns.map((_, i) => `v${i + 1}`), columns }, weights);

/** Moments whose correlations are exactly those of the pattern. */
const known: Moments = {
  variables: items,
  n: 500,
  weight: 500,
  squaredWeight: 500,
  means: new Float64Array(7),
  crossProducts: Float64Array.from(
    pattern.flatMap(([a, b], i) =>
      pattern.map(([c, d], j) => 500 * (i === j ? 1 : a * c + b * d + between * (a * d + b * c))),
    ),
  ),
};
const sample = answers(randomFromSeed(3), 300);

describe("exploratory factors of known correlations", () => {
  it("are found back by maximum likelihood and by principal axes, turned by oblimin", () => {
    for (const found of [estimated(maximumLikelihoodFactors(known, 2)), estimated(principalAxisFactors(known, 2))]) {
      expect(found).toMatchObject({ converged: true, improper: [] });
      expectClose(
        found.uniquenesses,
        pattern.map(([a, b]) => 1 - a * a - b * b),
        1e-7,
      );
      const turned = oblimin(found.loadings);
      expect(turned.converged).toBe(true);
      expectClose(turned.loadings.values, pattern.flat(), 1e-5);
      expect(turned.correlations?.values[1]).toBeCloseTo(between, 5);
    }
    expect(estimated(maximumLikelihoodFactors(known, 2)).discrepancy).toBeCloseTo(0, 10);
    expect(estimated(maximumLikelihoodFactors(known, 1)).test?.pValue).toBeLessThan(1e-6);
  });

  it("explain the same however they are turned", () => {
    const { loadings } = estimated(maximumLikelihoodFactors(moments(sample), 2));
    const reproduced = ({ loadings: l, correlations }: ReturnType<typeof varimax>) => {
      const r = correlations?.values[1] ?? 0;
      return items.flatMap((_, i) =>
        items.map((_, j) => {
          const [a, b, c, d] = [l.values[2 * i], l.values[2 * i + 1], l.values[2 * j], l.values[2 * j + 1]];
          return a * c + b * d + r * (a * d + b * c);
        }),
      );
    };
    const own = reproduced({ loadings, correlations: null, converged: true, iterations: 0 });
    for (const turn of [varimax, oblimin, promax]) {
      const turned = turn(loadings);
      expect(turned.converged).toBe(true);
      expectClose(reproduced(turned), own, 1e-9);
      expect(turn(turned.loadings).loadings.values.length).toBe(14);
    }
    expect(varimax(varimax(loadings).loadings).loadings.values[0]).toBeCloseTo(varimax(loadings).loadings.values[0], 6);
  });

  it("are the same in other units and orders, and with equal weights", () => {
    const own = estimated(maximumLikelihoodFactors(moments(sample), 2));
    const scaled = moments(sample.map((column, i) => column.map((x) => 4 + (i + 1) * x)));
    const weighted = moments(sample, new Float64Array(300).fill(2.5));
    for (const other of [scaled, weighted]) {
      const found = estimated(maximumLikelihoodFactors(other, 2));
      expectClose(found.uniquenesses, own.uniquenesses, 1e-8);
      expect(found.test?.chiSquare).toBeCloseTo(own.test?.chiSquare ?? Number.NaN, 6);
      expectClose(
        estimated(principalAxisFactors(other, 2)).communalities,
        estimated(principalAxisFactors(moments(sample), 2)).communalities,
        1e-9,
      );
    }
    const reversed = estimated(maximumLikelihoodFactors(moments(sample.toReversed()), 2));
    expectClose(reversed.uniquenesses, own.uniquenesses.toReversed(), 1e-8);
  });

  it("stop at a uniqueness of 0.005, and name the item", () => {
    const random = randomFromSeed(8);
    const columns = answers(random, 60);
    const heywood = [
      columns[0],
      columns[1],
      columns[2].map((_, row) => columns[0][row] + 0.01 * normalDraw(random)),
      ...columns.slice(3),
    ];
    const found = estimated(maximumLikelihoodFactors(moments(heywood), 2));
    expect(found.improper.length).toBeGreaterThan(0);
    expect(Math.min(...found.uniquenesses)).toBeCloseTo(0.005, 9);
  });

  it("are told apart from chance by parallel analysis, the same for the same seed", () => {
    const options = { replicates: 100, quantile: 0.95, seed: 5 };
    const found = estimated(parallelAnalysis(moments(sample), options));
    expect(found.factors).toBe(2);
    expect(estimated(parallelAnalysis(moments(sample), options)).byChance).toEqual(found.byChance);
    const random = randomFromSeed(6);
    let none = 0;
    for (let run = 0; run < 200; run++) {
      const noise = Array.from({ length: 7 }, () => Float64Array.from({ length: 12 }, () => normalDraw(random)));
      const { factors } = estimated(parallelAnalysis(moments(noise), { ...options, seed: run }));
      if (factors === 0) none += 1 / 200;
    }
    // The first eigenvalue of noise passes its 95 % point in one of twenty.
    expect(Math.abs(none - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 200) + 0.01);
  });

  it("have a test that rejects enough factors as often as it says", () => {
    const random = randomFromSeed(9);
    let rejected = 0;
    for (let run = 0; run < 300; run++) {
      const { test } = estimated(maximumLikelihoodFactors(moments(answers(random, 250)), 2));
      if (test !== null && test.pValue < 0.1) rejected += 1 / 300;
    }
    expect(Math.abs(rejected - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / 300));
  });
});

describe("confirmatory factors", () => {
  it("of known correlations are what they are", () => {
    const fit = estimated(confirmatoryFactors(known, model, 0.95));
    expect(fit.chiSquare).toBeCloseTo(0, 8);
    expectClose(
      fit.standardised.loadings,
      pattern.map(([a, b]) => a + b),
      1e-7,
    );
    expect(fit.standardised.factorCovariances.values[1]).toBeCloseTo(between, 7);
    const measures = fitMeasures(fit, 0.9);
    expect(measures).toMatchObject({ cfi: 1, parameters: 15 });
    expect(measures.srmr).toBeCloseTo(0, 7);
    expect(measures.rmsea?.value).toBe(0);
    const [quality] = factorReliabilities(fit);
    expect(quality.omega).toBeCloseTo(2.85 ** 2 / (2.85 ** 2 + 4 - 0.64 - 0.49 - 0.36 - 0.5625), 7);
    expect(quality.averageVarianceExtracted).toBeCloseTo((0.64 + 0.49 + 0.36 + 0.5625) / 4, 7);
    expect(factorHeterotraitMonotrait(fit)[0].ratio).toBeCloseTo(between, 10);
  });

  it("have standardised loadings, fit and reliability that do not depend on units or order", () => {
    const own = estimated(confirmatoryFactors(moments(sample), model, 0.95));
    const scaled = momentsOf({
      variables: items.toReversed(),
      columns: sample.map((column, i) => column.map((x) => 4 - (i === 1 ? -3 : 3) * x)).toReversed(),
    });
    const other = estimated(confirmatoryFactors(scaled, model, 0.95));
    expect(other.chiSquare).toBeGreaterThan(0);
    expect(own.parameters.length).toBe(17);
    const plain = momentsOf({ variables: items, columns: sample.map((column) => column.map((x) => 50 + 7 * x)) });
    const same = estimated(confirmatoryFactors(plain, model, 0.95));
    expectClose(same.standardised.loadings, own.standardised.loadings, 1e-8);
    expect(same.chiSquare).toBeCloseTo(own.chiSquare, 6);
    expect(same.parameters[1].uncertainty?.statistic).toBeCloseTo(own.parameters[1].uncertainty?.statistic ?? 0, 6);
    const weighted = estimated(confirmatoryFactors(moments(sample, new Float64Array(300).fill(4)), model, 0.95));
    expect(weighted.parameters[2].uncertainty?.standardError).toBeCloseTo(
      own.parameters[2].uncertainty?.standardError ?? 0,
      8,
    );
    const twice = Float64Array.from({ length: 300 }, (_, row) => (row < 50 ? 2 : 1));
    const doubled = sample.map((column) => Float64Array.of(...column, ...column.subarray(0, 50)));
    expectClose(
      estimated(confirmatoryFactors(moments(sample, twice), model, 0.95)).values.loadings,
      estimated(confirmatoryFactors(moments(doubled), model, 0.95)).values.loadings,
      1e-7,
    );
  });

  it("have intervals that cover, and a test that rejects the right model as often as it says", () => {
    const random = randomFromSeed(11);
    const runs = 300;
    let [covered, rejected, robust] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const columns = answers(random, 300);
      const fit = estimated(confirmatoryFactors(moments(columns), model, 0.9));
      const interval = fit.parameters[1].uncertainty?.interval;
      if (interval !== undefined && interval.lower <= 0.7 / 0.8 && 0.7 / 0.8 <= interval.upper) covered += 1 / runs;
      if ((fit.pValue ?? 1) < 0.1) rejected += 1 / runs;
      const scaled = estimated(robustFit(fit, { variables: items, columns }));
      if (scaled.pValue < 0.1) robust += 1 / runs;
    }
    const tolerance = 4 * Math.sqrt((0.1 * 0.9) / runs);
    expect(Math.abs(covered - 0.9)).toBeLessThan(tolerance);
    expect(Math.abs(rejected - 0.1)).toBeLessThan(tolerance);
    expect(Math.abs(robust - 0.1)).toBeLessThan(tolerance);
  });

  it("keep their level with heavy tails only where the test is scaled", () => {
    const random = randomFromSeed(12);
    const runs = 200;
    let [plain, robust] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const columns = answers(random, 600);
      // Each respondent's answers spread by an own factor: an elliptical distribution with the same correlations.
      for (let row = 0; row < 600; row++) {
        const spread = Math.exp(0.25 * normalDraw(random));
        for (const column of columns) column[row] *= spread;
      }
      const fit = estimated(confirmatoryFactors(moments(columns), model, 0.9));
      if ((fit.pValue ?? 1) < 0.1) plain += 1 / runs;
      if (estimated(robustFit(fit, { variables: items, columns })).pValue < 0.1) robust += 1 / runs;
    }
    const tolerance = 4 * Math.sqrt((0.1 * 0.9) / runs);
    expect(plain).toBeGreaterThan(0.1 + tolerance);
    expect(Math.abs(robust - 0.1)).toBeLessThan(tolerance + 0.02);
  });

  it("name what is improper, and say what is not identified", () => {
    const two: MeasurementModel = { factors: [{ name: "f", items: ["v1", "v2"] }] };
    expect(confirmatoryFactors(moments(sample), two, 0.9)).toEqual({ kind: "not-identified" });
    const wrong: MeasurementModel = {
      factors: [
        { name: "a", items: ["v1", "v2"] },
        { name: "b", items: ["v3", "v4"] },
      ],
    };
    const fit = confirmatoryFactors(
      {
        ...known,
        crossProducts: known.crossProducts.map((x, cell) =>
          cell % 8 === 0 ? x : x * (cell === 2 || cell === 14 ? 1.5 : 1),
        ),
      },
      wrong,
      0.9,
    );
    expect(unfitNumbers(fit)).toEqual([]);
    expect(
      confirmatoryFactors(moments(sample.map((column, i) => (i === 2 ? column.map(() => 3) : column))), model, 0.9),
    ).toEqual({
      kind: "constant-variables",
      variables: ["v3"],
    });
  });
});

describe("factors of any data", () => {
  it("are a variant or all numbers", () => {
    const answer = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(Number.NaN, 1, 3));
    const row = fc.tuple(answer, answer, answer, answer, answer, answer, fc.constantFrom(0, 1, 1, 0.3));
    const small: MeasurementModel = {
      factors: [
        { name: "a", items: ["v1", "v2", "v3"] },
        { name: "b", items: ["v4", "v5", "v6"] },
      ],
    };
    fc.assert(
      fc.property(fc.array(row, { maxLength: 16 }), fc.boolean(), (rows, isWeighted) => {
        const columns = [0, 1, 2, 3, 4, 5].map((k) => Float64Array.from(rows, (each) => each[k]));
        const own = moments(columns, isWeighted ? Float64Array.from(rows, (each) => each[6]) : null);
        for (const k of [1, 2]) {
          for (const found of [maximumLikelihoodFactors(own, k), principalAxisFactors(own, k)]) {
            expect(unfitNumbers(found)).toEqual([]);
            if (found.kind !== "estimated") continue;
            for (const turn of [varimax, oblimin, promax]) expect(unfitNumbers(turn(found.loadings))).toEqual([]);
          }
        }
        expect(unfitNumbers(parallelAnalysis(own, { replicates: 20, quantile: 0.9, seed: 1 }))).toEqual([]);
        const fit = confirmatoryFactors(own, small, 0.9);
        expect(unfitNumbers(fit)).toEqual([]);
        if (fit.kind !== "estimated") return;
        expect(unfitNumbers(fitMeasures(fit, 0.9))).toEqual([]);
        expect(unfitNumbers([factorReliabilities(fit), factorHeterotraitMonotrait(fit)])).toEqual([]);
        if (!isWeighted) expect(unfitNumbers(robustFit(fit, { variables: items.slice(0, 6), columns }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("are refused for arguments that cannot be", () => {
    expect(() => maximumLikelihoodFactors(known, 0)).toThrow(RangeError);
    expect(() => principalAxisFactors(known, 1.5)).toThrow(RangeError);
    expect(variant(maximumLikelihoodFactors(known, 4), "too-many-factors").most).toBe(3);
    expect(() => parallelAnalysis(known, { replicates: 5, quantile: 0.95, seed: 1 })).toThrow(RangeError);
    expect(() => parallelAnalysis(known, { replicates: 50, quantile: 1, seed: 1 })).toThrow(RangeError);
    expect(() => confirmatoryFactors(known, { factors: [] }, 0.9)).toThrow(RangeError);
    expect(() => confirmatoryFactors(known, { factors: [{ name: "a", items: ["v1", "x"] }] }, 0.9)).toThrow(RangeError);
    expect(() => confirmatoryFactors(known, model, 1)).toThrow(RangeError);
    const fit = estimated(confirmatoryFactors(known, model, 0.9));
    expect(() => fitMeasures(fit, 0)).toThrow(RangeError);
    expect(() => robustFit(fit, { variables: items, columns: sample })).toThrow(RangeError);
  });
});
