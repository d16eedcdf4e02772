import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../../test-support/finite.ts";
import { smallModel, smallPopulation, smallSample } from "../../../test-support/small-path-model.ts";
import { estimated } from "../../../test-support/variants.ts";
import { matrixOfRows } from "../../linear-algebra/matrix.ts";
import { momentsOf } from "../../moments/moments.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import { constructBlock } from "../construct-block.ts";
import { estimatePathModel } from "../estimate.ts";
import type { PathModelFit } from "../fit.ts";
import type { PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { averageVarianceExtracted } from "./average-variance-extracted.ts";
import { goodnessOfFit, itemCommunalities, meanCommunalities } from "./communality.ts";
import { compositeReliability } from "./composite-reliability.ts";
import { rawCronbachAlpha, standardisedCronbachAlpha } from "./cronbach-alpha.ts";
import { indirectEffects, totalEffects } from "./effects.ts";
import { adjustedRSquared, effectSizes } from "./explained-variance.ts";
import { fornellLarcker } from "./fornell-larcker.ts";
import { geometricHeterotraitMonotrait, heterotraitMonotrait } from "./heterotrait-monotrait.ts";
import { measurementTables } from "./measurement-tables.ts";
import { modelFit } from "./model-fit.ts";
import { rhoA } from "./rho-a.ts";
import { antecedentInflation, itemInflation } from "./variance-inflation.ts";

function fitOf(sample: PathSample, model: PathModel = smallModel): PathModelFit {
  return estimated(estimatePathModel(momentsOf(sample, sample.caseWeights), model, "path"));
}

const sample = smallSample(150, randomFromSeed(4));
const fit = fitOf(sample);

/** All that the folder says of a fit. */
function everything(of: PathModelFit) {
  return {
    tables: measurementTables(of),
    total: totalEffects(of).values,
    indirect: indirectEffects(of).values,
    f2: effectSizes(of),
    adjusted: adjustedRSquared(of),
    antecedents: antecedentInflation(of),
    items: itemInflation(of),
    communalities: [itemCommunalities(of), meanCommunalities(of), goodnessOfFit(of)],
    fit: modelFit(of),
    larcker: fornellLarcker(of),
  };
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (value instanceof Float64Array) return Array.from(value);
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

describe("reliability", () => {
  it("of parallel items follows Spearman and Brown", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.integer({ min: 2, max: 6 }), (r, k) => {
        const rows = Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? 1 : r)));
        const weights = new Float64Array(k).fill(1 / Math.sqrt(k + k * (k - 1) * r));
        const standardDeviations = new Float64Array(k).fill(3);
        const block = { ...constructBlock(fit, 0), weights, standardDeviations, correlations: matrixOfRows(rows) };
        const expected = (k * r) / (1 + (k - 1) * r);
        expect(rawCronbachAlpha(block)).toBeCloseTo(expected, 12);
        expect(standardisedCronbachAlpha(block)).toBeCloseTo(expected, 12);
        expect(rhoA(block)).toBeCloseTo(expected, 12);
        const loading = Math.sqrt(r);
        expect(compositeReliability(new Float64Array(k).fill(loading))).toBeCloseTo(expected, 12);
        expect(averageVarianceExtracted(new Float64Array(k).fill(loading))).toBeCloseTo(r, 12);
      }),
    );
  });

  it("by raw alpha depends on the items' units, by standardised alpha it does not", () => {
    const [first, ...others] = sample.columns;
    const other = fitOf({ ...sample, columns: [first.map((value) => 5 * value + 2), ...others] });
    const [before, after] = [constructBlock(fit, 0), constructBlock(other, 0)];
    expect(standardisedCronbachAlpha(after)).toBeCloseTo(standardisedCronbachAlpha(before) ?? 0, 10);
    expect(rawCronbachAlpha(after)).toBeLessThan((rawCronbachAlpha(before) ?? 0) - 0.05);
  });

  it("of one item, or of items that cancel out, is not given", () => {
    const single = { ...constructBlock(fit, 0), weights: Float64Array.of(1), correlations: matrixOfRows([[1]]) };
    expect([rawCronbachAlpha(single), rhoA(single)]).toEqual([null, null]);
    const opposite = matrixOfRows([
      [1, -1],
      [-1, 1],
    ]);
    const cancelled = { ...constructBlock(fit, 0), standardDeviations: Float64Array.of(1, 1), correlations: opposite };
    expect(rawCronbachAlpha(cancelled)).toBe(null);
    expect(compositeReliability(Float64Array.of(1, -1))).toBe(null);
    expect(() => averageVarianceExtracted(new Float64Array())).toThrow(RangeError);
  });
});

describe("discriminant validity", () => {
  it("finds that two blocks which measure one thing have an HTMT near 1, and that apart they have not", () => {
    const same = fitOf(smallSample(4000, randomFromSeed(1), smallPopulation(0.999, 0, 0.1)));
    const [imageQuality, imageSatisfaction] = heterotraitMonotrait(same);
    expect(imageQuality.constructs).toEqual(["image", "quality"]);
    expect(imageQuality.ratio).toBeCloseTo(0.999, 1);
    expect(geometricHeterotraitMonotrait(same)[0].ratio).toBeCloseTo(0.999, 1);
    expect(imageSatisfaction.ratio).toBeLessThan(0.2);
    // Fornell and Larcker's criterion does not see it: loadings of mode A are too large (Henseler et al. 2015).
    expect(fornellLarcker(same).violations).toEqual([]);
  });

  it("finds a block that repeats another by its correlation above √AVE", () => {
    const random = randomFromSeed(2);
    const columns = sample.columns.map((column, k) =>
      k >= 3 && k < 6 ? sample.columns[k - 3].map((value) => value + 0.2 * random.nextUnit()) : column,
    );
    const { violations, matrix } = fornellLarcker(fitOf({ ...sample, columns }));
    expect(violations.map(({ constructs }) => constructs)).toEqual([["image", "quality"]]);
    expect(matrix.values[1]).toBeGreaterThan(matrix.values[0]);
  });

  it("is not met where one of the two has the smaller √AVE", () => {
    const loadings = Float64Array.from(fit.loadings, (_, k) => (k >= 3 && k < 6 ? 0.3 : 0.99));
    const pairs = fornellLarcker({ ...fit, loadings }).violations.map(({ constructs }) => constructs);
    expect(pairs).toEqual([
      ["image", "quality"],
      ["quality", "satisfaction"],
    ]);
  });

  it("does not depend on which way round items are asked", () => {
    const turned = fitOf({
      ...sample,
      columns: sample.columns.map((column, k) => (k % 3 === 0 ? column.map((x) => -x) : column)),
    });
    const ratios = (of: PathModelFit) => heterotraitMonotrait(of).map(({ ratio }) => ratio ?? Number.NaN);
    ratios(turned).forEach((ratio, pair) => {
      expect(ratio).toBeCloseTo(ratios(fit)[pair], 12);
    });
  });

  it("does not judge formative constructs", () => {
    const [image, ...others] = smallModel.constructs;
    const model: PathModel = { ...smallModel, constructs: [{ ...image, mode: "B" }, ...others] };
    const { reliability, validity } = measurementTables(fitOf(sample, model));
    expect(reliability[0]).toMatchObject({ kind: "formative", items: 3 });
    expect(validity.map((row) => row.fornellLarcker)).toEqual(["not-judged", "not-judged", "met"]);
  });
});

describe("effects and fit", () => {
  it("total effects are the products along all ways", () => {
    const path = (from: number, to: number) => fit.paths.values[3 * from + to];
    const total = totalEffects(fit).values;
    expect(total[2]).toBeCloseTo(path(0, 2) + path(0, 1) * path(1, 2), 14);
    expect(indirectEffects(fit).values[2]).toBeCloseTo(path(0, 1) * path(1, 2), 14);
    expect([total[0], total[3], total[6]]).toEqual([0, 0, 0]);
  });

  it("f² is what R² loses without the path", () => {
    const { constructCorrelations, rSquared } = fit;
    const alone = constructCorrelations.values[3 * 1 + 2] ** 2;
    const size = effectSizes(fit).find(({ from, to }) => from === "image" && to === "satisfaction");
    const r2 = rSquared[2] ?? 0;
    expect(size?.fSquared).toBeCloseTo((r2 - alone) / (1 - r2), 12);
  });

  it("a saturated model reproduces what it says of single items", () => {
    const constructs = smallModel.constructs.map((construct) => ({ ...construct, items: construct.items.slice(0, 1) }));
    const { saturated, estimated: byPaths } = modelFit(fitOf(sample, { ...smallModel, constructs }));
    for (const distance of [saturated, byPaths]) {
      expect(distance.srmr).toBeLessThan(1e-12);
      expect(distance.squaredDistance).toBeLessThan(1e-20);
      expect(distance.likelihoodDistance).toBeCloseTo(0, 10);
      expect(distance.geodesicDistance).toBeCloseTo(0, 10);
    }
  });

  it("the saturated fit is no worse than the one by the paths", () => {
    const paths = smallModel.paths.filter(({ from, to }) => from !== "image" || to !== "satisfaction");
    const { saturated, estimated: byPaths } = modelFit(fitOf(sample, { ...smallModel, paths }));
    expect(byPaths.srmr).toBeGreaterThan(saturated.srmr);
    expect(byPaths.squaredDistance).toBeGreaterThan(saturated.squaredDistance);
  });

  it("distances that need an inverse are not given where items repeat each other", () => {
    const columns = sample.columns.with(
      1,
      sample.columns[0].map((value) => 2 * value),
    );
    const { saturated } = modelFit(fitOf({ ...sample, columns }));
    expect([saturated.likelihoodDistance, saturated.geodesicDistance]).toEqual([null, null]);
    expect(saturated.srmr).toBeGreaterThan(0);
    const factors = itemInflation(fitOf({ ...sample, columns })).filter(({ of }) => of === "image");
    expect(factors.map(({ factor }) => factor)).toEqual([null, null, null]);
  });

  it("adjusts R² downwards, and not at all without degrees of freedom", () => {
    const [none, quality, satisfaction] = adjustedRSquared(fit);
    expect(none).toBe(null);
    expect(quality).toBeLessThan(fit.rSquared[1] ?? 0);
    expect(satisfaction).toBeCloseTo(1 - ((1 - (fit.rSquared[2] ?? 0)) * 149) / 147, 14);
    expect(adjustedRSquared({ ...fit, n: 3 })[2]).toBe(null);
  });
});

describe("any data", () => {
  const answer = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constant(Number.NaN));
  const rows = fc.array(fc.array(answer, { minLength: 9, maxLength: 9 }), { maxLength: 14 });

  it("leads to finite numbers, to null, or to no model", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("A" as const, "B" as const), (answers, mode) => {
        const columns = sample.columns.map((_, k) => Float64Array.from(answers, (row) => row[k]));
        const constructs = smallModel.constructs.map((construct, j) => (j === 0 ? { ...construct, mode } : construct));
        const found = estimatePathModel(momentsOf({ ...sample, columns }), { ...smallModel, constructs }, "path");
        if (found.kind !== "estimated") return;
        expect(unfitNumbers(everything(found))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("with each weight 2 gives what it gives without weights", () => {
    const doubled = fitOf({ ...sample, caseWeights: new Float64Array(150).fill(2) });
    const [plain, weighted] = [numbersIn(everything(fit)), numbersIn(everything(doubled))];
    expect(weighted.length).toBe(plain.length);
    plain.forEach((number, place) => {
      expect(weighted[place]).toBeCloseTo(number, 9);
    });
  });

  it("with a row of weight 2 correlates as with that row twice", () => {
    const weights = new Float64Array(150).fill(1);
    weights[7] = 2;
    const twice = sample.columns.map((column) => Float64Array.of(...column, column[7]));
    const [weighted, repeated] = [fitOf({ ...sample, caseWeights: weights }), fitOf({ ...sample, columns: twice })];
    const [a, b] = [measurementTables(weighted), measurementTables(repeated)];
    expect(numbersIn(a.validity).length).toBe(9);
    numbersIn(a.validity).forEach((number, place) => {
      expect(number).toBeCloseTo(numbersIn(b.validity)[place], 9);
    });
  });
});
