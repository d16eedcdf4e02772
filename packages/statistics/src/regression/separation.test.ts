/** Separation against all directions there can be: the borders of whatever directions never lower a likelihood lie at right angles to margins. */
import { describe, expect, it } from "vitest";
import { estimated } from "../../test-support/variants.ts";
import { designLogit } from "../design-variance/design-regression.ts";
import { weightedRows } from "../design-variance/survey-design.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { coxMargins } from "../retention/cox-margins.ts";
import { coxEfron } from "../retention/cox-model.ts";
import { sortedDurations } from "../retention/durations.ts";
import { binaryLogit } from "./binary-logit.ts";
import { cumulativeMargins } from "./cumulative-margins.ts";
import { multinomialLogit } from "./multinomial-logit.ts";
import { ordinalLogit, ordinalProbit } from "./ordinal-model.ts";
import { choiceMargins, type Margins, separatingPredictors } from "./separation.ts";
import type { Term } from "./terms.ts";

type Vector = readonly number[];

function determinant(rows: readonly Vector[]): number {
  if (rows.length === 0) return 1;
  return rows[0].reduce((sum, value, column) => {
    if (value === 0) return sum;
    const minor = rows.slice(1).map((row) => row.filter((_, other) => other !== column));
    return sum + (column % 2 === 0 ? 1 : -1) * value * determinant(minor);
  }, 0);
}

function subsets(vectors: readonly Vector[], size: number): readonly (readonly Vector[])[] {
  if (size === 0) return [[]];
  return vectors.flatMap((vector, k) => subsets(vectors.slice(k + 1), size - 1).map((rest) => [vector, ...rest]));
}

/** By whole numbers, without rounding; null where the margins do not span the space. */
function separatesByEnumeration(margins: readonly Vector[]): boolean | null {
  const distinct = [...new Map(margins.map((margin) => [margin.join(), margin])).values()];
  const size = distinct[0].length;
  const normals = subsets(distinct, size - 1).map((chosen) =>
    Array.from({ length: size }, (_, k) =>
      determinant([...chosen, Array.from({ length: size }, (_each, other) => Number(other === k))]),
    ),
  );
  const dot = (a: Vector, b: Vector) => a.reduce((sum, value, k) => sum + value * b[k], 0);
  if (!normals.some((normal) => distinct.some((margin) => dot(normal, margin) !== 0))) return null;
  return normals.some((normal) =>
    [1, -1].some((sign) => {
      const along = distinct.map((margin) => sign * dot(normal, margin));
      return along.every((each) => each >= 0) && along.some((each) => each > 0);
    }),
  );
}

const whole = (random: Random, below: number) => Math.floor(random.nextUnit() * below);
const minus = (a: Vector, b: Vector) => a.map((value, k) => value - b[k]);
/** Other units and another zero change no separation. */
const moved = (column: Float64Array) => column.map((value) => (value - 0.3712) / 1.7319);

function agreement(seed: number, runs: number, draw: (random: Random) => readonly [Margins, readonly Vector[]] | null) {
  const random = randomFromSeed(seed);
  let [separated, overlapping, wrong] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const drawn = draw(random);
    const truth = drawn === null ? null : separatesByEnumeration(drawn[1]);
    if (drawn === null || truth === null) continue;
    if (truth) separated += 1;
    else overlapping += 1;
    wrong += Number((separatingPredictors(drawn[0]) !== null) !== truth);
  }
  return { separated, overlapping, wrong };
}

function drawRows(random: Random, predictors: number, levels: number, most: number) {
  const n = predictors + 2 + whole(random, most - predictors - 1);
  const reach = 1 + whole(random, 4);
  const columns = Array.from({ length: predictors }, () =>
    Float64Array.from({ length: n }, () => whole(random, reach)),
  );
  const codes = Int32Array.from({ length: n }, () => whole(random, levels));
  const isComplete = new Set(codes).size === levels;
  return isComplete ? { n, columns, codes, counts: new Float64Array(n).fill(1) } : null;
}

describe("separation", () => {
  it.each([1, 2])("of two answers by %i predictors is what enumeration finds", (predictors) => {
    const found = agreement(7 + predictors, 3000, (random) => {
      const rows = drawRows(random, predictors, 2, 12);
      if (rows === null) return null;
      const { columns, codes, counts } = rows;
      const margins = Array.from(codes, (code, k) => [1, ...columns.map((x) => x[k])].map((x) => (2 * code - 1) * x));
      return [choiceMargins(codes, 2, counts, columns.map(moved)), margins];
    });
    expect(found.wrong).toBe(0);
    expect(Math.min(found.separated, found.overlapping)).toBeGreaterThan(300);
  });

  it("of three answers without order is what enumeration finds", () => {
    const found = agreement(3, 500, (random) => {
      const rows = drawRows(random, 1, 3, 8);
      if (rows === null) return null;
      const { columns, codes, counts } = rows;
      const place = (k: number, answer: number) =>
        [1, 2].flatMap((own) => (own === answer ? [1, columns[0][k]] : [0, 0]));
      const margins = Array.from(codes).flatMap((code, k) =>
        [0, 1, 2].filter((other) => other !== code).map((other) => minus(place(k, code), place(k, other))),
      );
      return [choiceMargins(codes, 3, counts, columns.map(moved)), margins];
    });
    expect(found.wrong).toBe(0);
    expect(Math.min(found.separated, found.overlapping)).toBeGreaterThan(30);
  });

  it.each([0, 1])("of three answers in order is what enumeration finds, with %i nominal effects", (nominal) => {
    const found = agreement(5 + nominal, 700, (random) => {
      const rows = drawRows(random, 1, 3, 9);
      if (rows === null) return null;
      const { columns, codes, counts } = rows;
      const [x] = columns;
      const threshold = (k: number, j: number) => {
        if (nominal === 0) return [Number(j === 0), Number(j === 1), -x[k]];
        return [0, 1].flatMap((own) => (own === j ? [1, x[k]] : [0, 0]));
      };
      const margins = Array.from(codes).flatMap((code, k) => [
        ...(code < 2 ? [threshold(k, code)] : []),
        ...(code > 0 ? [threshold(k, code - 1).map((value) => -value)] : []),
      ]);
      const own = columns.map(moved);
      const [shared, free] = nominal === 0 ? [own, []] : [[], own];
      return [cumulativeMargins({ codes, levels: 3, counts, shared, nominal: free }), margins];
    });
    expect(found.wrong).toBe(0);
    expect(Math.min(found.separated, found.overlapping)).toBeGreaterThan(40);
  });

  it("of who leaves first, ties and censoring included, is what enumeration finds", () => {
    const found = agreement(9, 1500, (random) => {
      const n = 3 + whole(random, 8);
      const columns = [0, 1].map(() => Float64Array.from({ length: n }, () => whole(random, 4)));
      const times = Float64Array.from({ length: n }, () => whole(random, 6));
      const ended = Float64Array.from({ length: n }, () => whole(random, 2));
      const margins = Array.from(times).flatMap((time, i) =>
        Array.from(times.keys())
          .filter((j) => ended[i] === 1 && times[j] >= time)
          .map((j) => columns.map((x) => x[i] - x[j])),
      );
      if (margins.length === 0) return null;
      const sorted = sortedDurations({ times, ended }, null);
      const own = columns.map((column) => moved(Float64Array.from(sorted.rows, (row) => column[row])));
      return [coxMargins(sorted, own), margins];
    });
    expect(found.wrong).toBe(0);
    expect(Math.min(found.separated, found.overlapping)).toBeGreaterThan(150);
  });

  it("tells an overlap of a billionth of the spread from a gap of as much", () => {
    const codes = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    const at = (lastNo: number, firstYes: number) =>
      separatingPredictors(
        choiceMargins(codes, 2, new Float64Array(8).fill(1), [Float64Array.of(-3, -2, -1, lastNo, firstYes, 1, 2, 3)]),
      );
    expect([at(0, 1e-9), at(0, 0), at(1e-9, 0), at(1e-3, 0)]).toEqual([[0], [0], null, null]);
  });

  it("names the predictors that do it, and leaves out those that do not matter", () => {
    const random = randomFromSeed(8);
    const [noise, x, z] = [0, 1, 2].map(() => Float64Array.from({ length: 60 }, () => whole(random, 9)));
    const predictors = { names: ["noise", "x", "z"], columns: [noise, x, z] };
    const terms = predictors.names.map((name, j): Term => ({ kind: "numeric", name, values: predictors.columns[j] }));
    const together = x.map((value, k) => Number(value > z[k]));
    const separated = { kind: "separated", variables: ["x", "z"] };
    expect(binaryLogit(together, terms, null, 0.95)).toEqual(separated);
    expect(ordinalLogit(together, terms, null, 0.95)).toEqual(separated);
    expect(multinomialLogit(together, terms, null, 0.95)).toEqual(separated);
    const design = weightedRows(Float64Array.from({ length: 60 }, () => 0.5 + random.nextUnit()));
    expect(designLogit(design, together, predictors, 0.95)).toEqual(separated);
    // Each of two does it by itself: the earlier one is named.
    const either = Float64Array.from(x, (value, k) => Math.max(Number(value > 5), Number(z[k] > 5)));
    const high = [x, z].map((column) => column.map((value) => Number(value > 5)));
    const twoTerms = high.map((values, j): Term => ({ kind: "numeric", name: ["x", "z"][j], values }));
    expect(binaryLogit(either, twoTerms, null, 0.95)).toEqual({ kind: "separated", variables: ["x"] });
    // One answer on the wrong side, and there is a maximum.
    const nearly = together.slice();
    const border = together.findIndex((value, k) => value === 1 && x[k] - z[k] > 3);
    nearly[border] = 0;
    expect(binaryLogit(nearly, terms, null, 0.95).kind).toBe("estimated");
  });
});

const cauchy = (random: Random) => Math.tan(Math.PI * (random.nextUnit() - 0.5));

describe("predictors with a few extreme values", () => {
  it("do not make overlapping answers separated, and the fit is the maximum", () => {
    const random = randomFromSeed(19);
    let overlapping = 0;
    for (let run = 0; run < 400; run++) {
      const n = 25 + whole(random, 30);
      const x = Float64Array.from({ length: n }, () => cauchy(random));
      const outcome = x.map((value) => Number(random.nextUnit() < 1 / (1 + Math.exp(-value))));
      const of = (answer: number) => x.filter((_, k) => outcome[k] === answer);
      const [yes, no] = [of(1), of(0)];
      const separates = Math.max(...no) <= Math.min(...yes) || Math.max(...yes) <= Math.min(...no);
      const fit = binaryLogit(outcome, [{ kind: "numeric", name: "x", values: x }], null, 0.95);
      expect(fit.kind).toBe(separates ? "separated" : "estimated");
      if (fit.kind !== "estimated") continue;
      overlapping += 1;
      expect(fit.converged).toBe(true);
      const score = fit.probabilities.reduce((sum, chance, k) => sum + (outcome[k] - chance), 0);
      const slope = fit.probabilities.reduce((sum, chance, k) => sum + (outcome[k] - chance) * x[k], 0);
      expect(Math.abs(score)).toBeLessThan(1e-7);
      expect(Math.abs(slope)).toBeLessThan(1e-7 * x.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
    }
    expect(overlapping).toBeGreaterThan(390);
  });

  it("leave ordinal, multinomial and survival models their maximum", () => {
    const random = randomFromSeed(23);
    for (let run = 0; run < 60; run++) {
      const x = Float64Array.from({ length: 60 }, () => cauchy(random));
      // Every rating on either side of every value: no direction can be right for all.
      const ratings = x.map((value, k) => (k % 3 === 0 ? k % 4 : whole(random, 4) * Number(value > 0)));
      const terms: readonly Term[] = [{ kind: "numeric", name: "x", values: x }];
      expect(estimated(ordinalLogit(ratings, terms, null, 0.95)).converged).toBe(true);
      expect(estimated(ordinalProbit(ratings, terms, null, 0.95)).converged).toBe(true);
      const codes = Int32Array.from(ratings);
      const separating = separatingPredictors(choiceMargins(codes, 4, new Float64Array(60).fill(1), [x]));
      const multinomial = multinomialLogit(ratings, terms, null, 0.95);
      expect(multinomial.kind).toBe(separating === null ? "estimated" : "separated");
      const times = x.map((_, k) => k % 7);
      expect(estimated(coxEfron({ times, ended: x.map((_, k) => k % 2) }, terms, null, 0.95)).converged).toBe(true);
    }
  });
});
