import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, tested, variant } from "../../test-support/variants.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { betterWorse } from "./better-worse.ts";
import { classifyFeature } from "./classification.ts";
import { continuousKano } from "./continuous.ts";
import { type KanoCategory, kanoCategories, kanoCategory } from "./evaluation-table.ts";
import { fongTest } from "./fong-test.ts";
import { type KanoAnswers, kanoCounts } from "./kano-answers.ts";

/** A pair of answers for each category. */
const pairOf: Readonly<Record<KanoCategory, readonly [number, number]>> = {
  M: [3, 5],
  O: [1, 5],
  A: [1, 3],
  I: [3, 3],
  R: [5, 1],
  Q: [1, 1],
};

function answersOf(categories: readonly KanoCategory[], weights: readonly number[] | null = null): KanoAnswers {
  return {
    functional: Float64Array.from(categories, (category) => pairOf[category][0]),
    dysfunctional: Float64Array.from(categories, (category) => pairOf[category][1]),
    caseWeights: weights === null ? null : Float64Array.from(weights),
  };
}

function times(counts: Partial<Record<KanoCategory, number>>): KanoCategory[] {
  return kanoCategories.flatMap((category) => new Array<KanoCategory>(counts[category] ?? 0).fill(category));
}

const rows = fc.array(
  fc.record({
    functional: fc.constantFrom(1, 2, 3, 4, 5, Number.NaN),
    dysfunctional: fc.constantFrom(1, 2, 3, 4, 5, Number.NaN),
    weight: fc.constantFrom(0, 0.5, 1, 2),
  }),
  { maxLength: 25 },
);
type Rows = readonly { readonly functional: number; readonly dysfunctional: number; readonly weight: number }[];

function everything(data: Rows, kind: "weighted" | "unweighted") {
  const answers: KanoAnswers = {
    functional: Float64Array.from(data, (row) => row.functional),
    dysfunctional: Float64Array.from(data, (row) => row.dysfunctional),
    caseWeights: kind === "weighted" ? Float64Array.from(data, (row) => row.weight) : null,
  };
  const counts = kanoCounts(answers);
  return {
    counts,
    category: classifyFeature(counts),
    fong: fongTest(counts),
    coefficients: betterWorse(answers, data.length, 0.95),
    continuous: continuousKano(answers, data.length, 0.95),
  };
}

describe("the evaluation table", () => {
  it("is Kano's, in all its cells", () => {
    const table = [1, 2, 3, 4, 5].map((f) => [1, 2, 3, 4, 5].map((d) => kanoCategory(f, d)).join(""));
    expect(table).toEqual(["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]);
  });

  it("refuses other answers", () => {
    for (const wrong of [0, 6, 2.5, Number.NaN]) {
      expect(() => kanoCategory(wrong, 1)).toThrow(RangeError);
      expect(() => kanoCategory(1, wrong)).toThrow(RangeError);
    }
  });
});

describe("a feature", () => {
  it("has finite numbers or a variant, whatever the answers", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("weighted", "unweighted"), (data, kind) => {
        expect(unfitNumbers(everything(data, kind))).toEqual([]);
      }),
    );
  });

  it("is the same in any order, and a weight of two counts as the row twice", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const own = everything(data, "unweighted");
        const turned = everything(data.toReversed(), "unweighted");
        expect(turned.counts).toEqual(own.counts);
        expect(turned.category).toEqual(own.category);
        const repeated = everything(
          data.flatMap((row) => new Array<Rows[number]>(row.weight === 0.5 ? 0 : row.weight).fill(row)),
          "unweighted",
        );
        const weighted = everything(
          data.map((row) => (row.weight === 0.5 ? { ...row, weight: 0 } : row)),
          "weighted",
        );
        expect(weighted.counts.weights).toEqual(repeated.counts.counts);
        for (const coefficient of ["better", "worse"] as const) {
          const [a, b] = [weighted.coefficients[coefficient], repeated.coefficients[coefficient]];
          if (a.kind === "estimated" && b.kind === "estimated") expect(a.value).toBeCloseTo(b.value, 12);
        }
        if (weighted.category.kind === "classified" && repeated.category.kind === "classified") {
          expect(weighted.category.byMode).toBe(repeated.category.byMode);
          expect(weighted.category.byBlauth).toBe(repeated.category.byBlauth);
        }
      }),
    );
  });

  it("equal weights give what no weights give, but for the method's name", () => {
    const categories = times({ M: 7, O: 4, A: 9, I: 6, R: 2, Q: 1 });
    const plain = answersOf(categories);
    const weighted = answersOf(
      categories,
      categories.map(() => 3),
    );
    const unweighted = variant(classifyFeature(kanoCounts(plain)), "classified");
    expect(unweighted).toMatchObject({ n: 29, weightedBase: 29, effectiveN: 29 });
    expect(classifyFeature(kanoCounts(weighted))).toEqual({ ...unweighted, weightedBase: 87 });
    expect(tested(fongTest(kanoCounts(weighted))).threshold).toBeCloseTo(
      tested(fongTest(kanoCounts(plain))).threshold,
      12,
    );
    const of = (answers: KanoAnswers) => estimated(betterWorse(answers, categories.length, 0.95).better).value;
    expect(of(weighted)).toBeCloseTo(of(plain), 14);
  });

  it("resolves ties for the need that hurts most", () => {
    const modes = [times({ M: 3, O: 3 }), times({ O: 3, A: 3 }), times({ A: 2, I: 2 }), times({ I: 1, R: 1, Q: 1 })];
    const found = modes.map((categories) => variant(classifyFeature(kanoCounts(answersOf(categories))), "classified"));
    expect(found.map(({ byMode }) => byMode)).toEqual(["M", "O", "A", "I"]);
  });

  it("is wanted by Blauth's rule where the wants are split and together more", () => {
    const found = variant(classifyFeature(kanoCounts(answersOf(times({ I: 40, M: 22, O: 20, A: 21 })))), "classified");
    expect(found).toMatchObject({ byMode: "I", byBlauth: "M", verdict: "clear", n: 103 });
    const tied = variant(classifyFeature(kanoCounts(answersOf(times({ I: 5, A: 5 })))), "classified");
    expect(tied).toMatchObject({
      byMode: "A",
      byBlauth: "I",
      verdict: "mixed",
      categoryStrength: 0,
      totalStrength: 0.5,
    });
  });

  it("is mixed below a category strength of 6 %, and clear from there", () => {
    const of = (M: number, O: number) =>
      variant(classifyFeature(kanoCounts(answersOf(times({ M, O, I: 100 - M - O })))), "classified");
    expect(of(50, 45)).toMatchObject({ byMode: "M", verdict: "mixed", totalStrength: 0.95 });
    expect(of(50, 44)).toMatchObject({ categoryStrength: 0.06, verdict: "clear" });
  });

  it("keeps reverse and questionable answers out of better and worse", () => {
    const { better, worse } = betterWorse(answersOf(times({ M: 1, O: 2, A: 3, I: 4, R: 50, Q: 50 })), 110, 0.95);
    expect(estimated(better)).toMatchObject({ value: 0.5, n: 10 });
    expect(estimated(worse).value).toBeCloseTo(-0.3, 14);
    const { lower, upper } = estimated(worse).interval;
    expect([lower < -0.3, upper > -0.3, upper <= 0]).toEqual([true, true, true]);
    expect(betterWorse(answersOf(times({ R: 3 })), 3, 0.95).better.kind).toBe("too-few-answers");
  });

  it("stands in DuMouchel's plane where its answers put it", () => {
    const { functional, dysfunctional } = continuousKano(answersOf(times({ M: 2, A: 2 })), 4, 0.95);
    expect([estimated(functional.mean).value, estimated(dysfunctional.mean).value]).toEqual([2, 2]);
    const every = {
      functional: Float64Array.of(1, 2, 3, 4, 5),
      dysfunctional: Float64Array.of(1, 2, 3, 4, 5),
      caseWeights: null,
    };
    const mean = (answers: KanoAnswers) => continuousKano(answers, answers.functional.length, 0.95);
    expect(estimated(mean(every).functional.mean).value).toBeCloseTo((4 + 2 + 0 - 1 - 2) / 5, 14);
    expect(estimated(mean(every).dysfunctional.mean).value).toBeCloseTo((-2 - 1 + 0 + 2 + 4) / 5, 14);
    expect(estimated(functional.standardDeviation).value).toBeCloseTo(Math.sqrt(16 / 3), 12);
  });

  it("refuses answers that are no marks, and weights that do not fit", () => {
    const answers = answersOf(times({ M: 2 }));
    expect(() => kanoCounts({ ...answers, functional: Float64Array.of(1, 7) })).toThrow(RangeError);
    expect(() => kanoCounts({ ...answers, functional: Float64Array.of(1) })).toThrow(RangeError);
    expect(() => kanoCounts({ ...answers, caseWeights: Float64Array.of(1) })).toThrow(RangeError);
    expect(() => kanoCounts({ ...answers, caseWeights: Float64Array.of(1, -1) })).toThrow(RangeError);
    expect(() => continuousKano({ ...answers, functional: Float64Array.of(1, 7) }, 2, 0.95)).toThrow(RangeError);
    expect(() => betterWorse(answers, 2, 1)).toThrow(RangeError);
  });
});

function drawn(random: Random, shares: readonly (readonly [KanoCategory, number])[]): KanoCategory {
  let left = random.nextUnit();
  for (const [category, share] of shares) {
    left -= share;
    if (left < 0) return category;
  }
  return shares[shares.length - 1][0];
}

describe("two categories equally frequent", () => {
  const equal: readonly (readonly [KanoCategory, number])[] = [
    ["A", 0.4],
    ["O", 0.4],
    ["I", 0.1],
    ["M", 0.06],
    ["R", 0.04],
  ];
  const runs = 1500;
  const runTests = (weightOf: (random: Random) => number) => {
    const random = randomFromSeed(51);
    let [byFong, byP] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const categories = Array.from({ length: 300 }, () => drawn(random, equal));
      const test = tested(
        fongTest(
          kanoCounts(
            answersOf(
              categories,
              categories.map(() => weightOf(random)),
            ),
          ),
        ),
      );
      if (test.verdict === "distinct") byFong += 1;
      if (test.pValue < 0.05) byP += 1;
    }
    return { byFong: byFong / runs, byP: byP / runs };
  };

  it("differ at 5 % by the p-value, and more often by Fong's rule, as its doc says", () => {
    const { byFong, byP } = runTests(() => 1);
    expect(Math.abs(byP - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
    // 2Φ(−1.65 √0.6) = 0.201
    expect(Math.abs(byFong - 0.201)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / runs));
  });

  it("differ at no more than 5 % among few respondents", () => {
    const random = randomFromSeed(77);
    const few = 8000;
    let rejected = 0;
    for (let run = 0; run < few; run++) {
      const categories = Array.from({ length: 8 }, (): KanoCategory => (random.nextUnit() < 0.5 ? "M" : "O"));
      if (tested(fongTest(kanoCounts(answersOf(categories, null)))).pValue < 0.05) rejected += 1;
    }
    // Eight to none is 2/2⁸; seven to one, z = 2.12, together with it 7 %.
    expect(Math.abs(rejected / few - 2 / 256)).toBeLessThan(4 * Math.sqrt(2 / 256 / few));
    const six = kanoCounts(answersOf(["M", "M", "M", "M", "M", "O", "I", "I"], null));
    // Five against two: 2 (C(7, 5) + C(7, 6) + 1)/2⁷.
    expect(tested(fongTest(six)).pValue).toBeCloseTo((2 * 29) / 128, 12);
  });

  it("differ at 5 % under weights, too", () => {
    const { byP } = runTests((random) => (random.nextUnit() < 0.25 ? 3 : 0.4));
    expect(Math.abs(byP - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });
});

it("the interval of better covers the true share at its level, under unequal weights", () => {
  const random = randomFromSeed(52);
  const shares: readonly (readonly [KanoCategory, number])[] = [
    ["A", 0.2],
    ["O", 0.1],
    ["M", 0.3],
    ["I", 0.3],
    ["R", 0.1],
  ];
  const runs = 1000;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const categories = Array.from({ length: 150 }, () => drawn(random, shares));
    const weights = categories.map(() => (random.nextUnit() < 0.3 ? 2 : 0.4));
    const { interval } = estimated(betterWorse(answersOf(categories, weights), 150, 0.9).better);
    if (interval.lower <= 1 / 3 && interval.upper >= 1 / 3) covered += 1;
  }
  expect(Math.abs(covered / runs - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / runs));
});
