import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableOfRows } from "../../test-support/crosstabs.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { benjaminiHochberg, bonferroni, holm } from "../comparison/adjust-p-values.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { adjustedResiduals } from "./adjusted-residuals.ts";
import { chiSquareTest } from "./chi-square-test.ts";
import { columnLetter, columnProportions, unadjusted } from "./column-proportions.ts";
import { biasCorrectedCramersV, cramersV } from "./cramers-v.ts";
import { fisherExact } from "./fisher-exact.ts";
import { fisherExactTable } from "./fisher-exact-table.ts";
import { mantelHaenszel } from "./mantel-haenszel.ts";
import { mcNemarTest } from "./mcnemar.ts";
import { oddsRatio } from "./odds-ratio.ts";
import { ordinalAssociation } from "./ordinal-association.ts";
import { proportionTrend } from "./proportion-trend.ts";
import { raoScottClusteredTest, raoScottTest } from "./rao-scott.ts";
import { woolfTest } from "./woolf.ts";
import { yatesTest } from "./yates.ts";

const smallTable = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: rows * columns, maxLength: rows * columns })
      .map((counts) => ({ rows, columns, counts: Float64Array.from(counts) })),
  );

/** Every number a result holds, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof Float64Array) return [...value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe("any table", () => {
  it("leads to finite numbers or to a variant, never to NaN", () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const weighted = {
          ...table,
          weights: table.counts.map((n) => n * 1.5),
          squaredWeights: table.counts.map((n) => n * 3),
        };
        const results = [
          chiSquareTest(table),
          adjustedResiduals(table),
          ordinalAssociation(table),
          columnProportions(table, 0.05, holm),
          columnProportions(weighted, 0.05, holm),
          raoScottTest(weighted, 1000),
        ];
        expect(numbersIn(results).every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it("has the same χ² after transposing it and after adding an empty row", () => {
    fc.assert(
      fc.property(smallTable, ({ rows, columns, counts }) => {
        const transposed = counts.map((_, cell) => counts[(cell % rows) * columns + Math.floor(cell / rows)]);
        const longer = Float64Array.from([...counts, ...new Array<number>(columns).fill(0)]);
        const [own, turned, padded] = [
          chiSquareTest({ rows, columns, counts }),
          chiSquareTest({ rows: columns, columns: rows, counts: transposed }),
          chiSquareTest({ rows: rows + 1, columns, counts: longer }),
        ];
        if (own.kind !== "tested") {
          expect([turned.kind, padded.kind]).toEqual(["not-testable", "not-testable"]);
          return;
        }
        expect(tested(turned).statistic).toBeCloseTo(own.statistic, 9);
        expect(tested(padded).statistic).toBeCloseTo(own.statistic, 9);
        expect(cramersV(own)).toBeLessThanOrEqual(1 + 1e-12);
        expect(biasCorrectedCramersV(own)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("χ² test", () => {
  it("says why it does not test", () => {
    expect(
      chiSquareTest(
        tableOfRows([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toEqual({ kind: "not-testable", reason: "no-answers" });
    expect(
      chiSquareTest(
        tableOfRows([
          [3, 4],
          [0, 0],
        ]),
      ),
    ).toMatchObject({ reason: "fewer-than-two-rows" });
    expect(
      chiSquareTest(
        tableOfRows([
          [3, 0],
          [4, 0],
        ]),
      ),
    ).toMatchObject({ reason: "fewer-than-two-columns" });
  });

  it("refuses cells that do not fit and negative counts", () => {
    expect(() => chiSquareTest({ rows: 2, columns: 2, counts: new Float64Array(3) })).toThrow(RangeError);
    expect(() =>
      chiSquareTest(
        tableOfRows([
          [1, -1],
          [1, 1],
        ]),
      ),
    ).toThrow(RangeError);
  });

  it("counts the cells whose expectation is below five", () => {
    const test = tested(
      chiSquareTest(
        tableOfRows([
          [1, 9],
          [9, 81],
        ]),
      ),
    );
    expect(test).toMatchObject({ smallestExpected: 1, cellsExpectedBelow5: 1, shareExpectedBelow5: 0.25 });
  });
});

describe("Fisher's test", () => {
  it("agrees with the general table's test on 2 × 2", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, (cells) => {
        const table = { rows: 2, columns: 2, counts: Float64Array.from(cells) };
        const own = fisherExact(table, 0.95);
        const general = fisherExactTable(table);
        if (own.kind === "tested") expect(tested(general).pValue).toBeCloseTo(own.pValue, 9);
        else expect(general.kind).toBe("not-testable");
      }),
      { numRuns: 200 },
    );
  });

  it("keeps its precision in a large table", () => {
    const large = tableOfRows([
      [500, 510, 490],
      [480, 500, 520],
    ]);
    // R 4.2.2, fisher.test(workspace = 2e7), which keeps about nine digits here.
    expect(tested(fisherExactTable(large)).pValue).toBeCloseTo(0.4933635664, 8);
  });

  it("gives one limit where the first cell is at the end of its range", () => {
    expect(
      tested(
        fisherExact(
          tableOfRows([
            [0, 5],
            [5, 5],
          ]),
          0.95,
        ),
      ).oddsRatio.kind,
    ).toBe("at-zero");
    expect(
      tested(
        fisherExact(
          tableOfRows([
            [5, 0],
            [5, 5],
          ]),
          0.95,
        ),
      ).oddsRatio.kind,
    ).toBe("at-infinity");
  });

  it("finds the root that R's coarse search only comes near", () => {
    const { oddsRatio: exact } = tested(
      fisherExact(
        tableOfRows([
          [292, 351],
          [234, 302],
        ]),
        0.95,
      ),
    );
    expect(estimated(exact).value).toBeCloseTo(1.073595404757587, 12);
  });

  it("gives up on a table too large to enumerate", () => {
    const large = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_each, j) => 20 + ((i * j) % 5)));
    expect(fisherExactTable(tableOfRows(large))).toEqual({ kind: "not-testable", reason: "too-large" });
  });

  it("refuses fractions and other sizes", () => {
    expect(() =>
      fisherExact(
        tableOfRows([
          [1.5, 2],
          [3, 4],
        ]),
        0.95,
      ),
    ).toThrow(RangeError);
    expect(() =>
      fisherExact(
        tableOfRows([
          [1, 2, 3],
          [3, 4, 5],
        ]),
        0.95,
      ),
    ).toThrow(RangeError);
  });
});

describe("2 × 2 tests", () => {
  it("return variants for empty margins, unchanged people and constant strata", () => {
    expect(
      yatesTest(
        tableOfRows([
          [0, 0],
          [1, 2],
        ]),
      ).kind,
    ).toBe("not-testable");
    expect(
      mcNemarTest(
        tableOfRows([
          [5, 0],
          [0, 7],
        ]),
      ).kind,
    ).toBe("not-testable");
    expect(
      mantelHaenszel(
        [
          tableOfRows([
            [0, 0],
            [1, 2],
          ]),
        ],
        0.95,
      ).kind,
    ).toBe("not-testable");
    expect(
      woolfTest([
        tableOfRows([
          [1, 2],
          [3, 4],
        ]),
      ]).kind,
    ).toBe("not-testable");
    expect(proportionTrend([0, 0], [5, 6]).kind).toBe("not-testable");
    expect(
      oddsRatio(
        tableOfRows([
          [0, 1],
          [2, 3],
        ]),
      ).kind,
    ).toBe("empty-cell");
  });
});

describe("column proportions", () => {
  it("put the letter of the smaller column on the larger share", () => {
    const [row] = columnProportions(
      tableOfRows([
        [80, 40],
        [20, 60],
      ]),
      0.05,
      unadjusted,
    );
    expect(row.letters).toEqual(["B", ""]);
  });

  it("leave out columns whose share is 0 or 1, and say so", () => {
    const [row] = columnProportions(
      tableOfRows([
        [5, 0, 3],
        [5, 9, 0],
      ]),
      0.05,
      bonferroni,
    );
    expect(row).toMatchObject({ pairs: [], skipped: [1, 2] });
  });

  it("use effective n: weights that differ make the same shares less certain", () => {
    const table = tableOfRows([
      [80, 60],
      [20, 40],
    ]);
    const even = { ...table, weights: table.counts, squaredWeights: table.counts };
    const uneven = { ...even, squaredWeights: table.counts.map((n) => n * 2) };
    const z = (each: typeof even) => columnProportions(each, 0.05, unadjusted)[0].pairs[0].statistic;
    expect(z(uneven)).toBeCloseTo(z(even) / Math.SQRT2, 12);
  });

  it("name columns beyond the alphabet", () => {
    expect([0, 25, 26, 52].map(columnLetter)).toEqual(["A", "Z", "AA", "BA"]);
  });
});

describe("corrections for many tests", () => {
  it("are ordered: p ≤ Benjamini–Hochberg ≤ Holm ≤ Bonferroni ≤ 1", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (pValues) => {
        const [bh, stepDown, plain] = [benjaminiHochberg(pValues), holm(pValues), bonferroni(pValues)];
        const rounding = 1e-15;
        pValues.forEach((p, i) => {
          expect(bh[i]).toBeGreaterThanOrEqual(p - rounding);
          expect(stepDown[i]).toBeGreaterThanOrEqual(bh[i] - rounding);
          expect(plain[i]).toBeGreaterThanOrEqual(stepDown[i] - rounding);
          expect(plain[i]).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it("refuse what is not a p-value", () => {
    for (const correct of [bonferroni, holm, benjaminiHochberg]) expect(() => correct([1.2])).toThrow(RangeError);
  });
});

describe("Rao–Scott test", () => {
  it("is Pearson's χ² where all weights are equal, but for n/(n − 1)", () => {
    const table = tableOfRows([
      [30, 20, 25],
      [22, 28, 31],
    ]);
    const weights = table.counts.map((n) => n * 2.5);
    const squaredWeights = table.counts.map((n) => n * 6.25);
    const { uncorrected, chiSquare } = tested(raoScottTest({ ...table, weights, squaredWeights }, 156));
    expect(uncorrected).toBeCloseTo(tested(chiSquareTest(table)).statistic, 9);
    expect(chiSquare.statistic / uncorrected).toBeGreaterThan(0.9);
    expect(chiSquare.statistic / uncorrected).toBeLessThan(1.1);
  });

  it("keeps its level with unequal weights and groups, where χ² on weighted counts does not", () => {
    const random = randomFromSeed(11);
    const runs = 600;
    const rejected = { raoScott: 0, naive: 0 };
    for (let run = 0; run < runs; run++) {
      const table = {
        rows: 3,
        columns: 2,
        counts: new Float64Array(6),
        weights: new Float64Array(6),
        squaredWeights: new Float64Array(6),
      };
      for (let person = 0; person < 300; person++) {
        const cell = random.nextBelow(3) * 2 + Number(random.nextUnit() < 0.3);
        const weight = random.nextUnit() < 0.2 ? 4 : 0.25;
        table.counts[cell] += 1;
        table.weights[cell] += weight;
        table.squaredWeights[cell] += weight * weight;
      }
      if (tested(raoScottTest(table, 300)).f.pValue < 0.05) rejected.raoScott += 1;
      if (tested(chiSquareTest({ rows: 3, columns: 2, counts: table.weights })).pValue < 0.05) rejected.naive += 1;
    }
    // Four binomial standard errors of a rate of 5 %.
    const margin = 4 * Math.sqrt((0.05 * 0.95) / runs);
    expect(Math.abs(rejected.raoScott / runs - 0.05)).toBeLessThan(margin);
    expect(rejected.naive / runs).toBeGreaterThan(0.05 + margin);
  });

  it("needs two clusters", () => {
    const counts = new Float64Array([5, 4, 3, 2]);
    const table = { rows: 2, columns: 2, counts, clusters: 1, weights: counts };
    expect(raoScottClusteredTest(table)).toMatchObject({ kind: "not-testable" });
  });
});
