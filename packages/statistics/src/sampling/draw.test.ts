import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { variant } from "../../test-support/variants.ts";
import { chiSquareUpper } from "../distribution/chi-square.ts";
import { clusterDraw, type Draw, type FrameTooSmall, simpleDraw, stratifiedDraw, systematicDraw } from "./draw.ts";
import { inclusionChances, ppsDraw } from "./pps-draw.ts";

const strata = Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2);
const clusters = Int32Array.of(3, 3, 0, 0, 0, 1, 2, 2, 5, 5, 5, 5);
const sizes = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 30, 0, 2, 2);

/** How often each row comes in many draws, against its chance 1/weight: a χ² on the frame's rows. */
function frequencies(rows: number, draw: (seed: number) => Draw | FrameTooSmall) {
  const runs = 3000;
  const seen = new Float64Array(rows);
  const chance = new Float64Array(rows);
  for (let seed = 0; seed < runs; seed++) {
    const found = variant(draw(seed), "drawn");
    found.rows.forEach((row, place) => {
      seen[row] += 1 / runs;
      chance[row] = 1 / found.weights[place];
    });
  }
  return { seen, chance, runs };
}

function expectEvenChances(rows: number, draw: (seed: number) => Draw | FrameTooSmall): void {
  const { seen, chance, runs } = frequencies(rows, draw);
  seen.forEach((share, row) => {
    const error = Math.sqrt((chance[row] * (1 - chance[row])) / runs);
    expect(Math.abs(share - chance[row])).toBeLessThanOrEqual(4 * error + 1e-12);
  });
}

describe("draws", () => {
  it("give every customer the chance that its weight says", () => {
    expectEvenChances(12, (seed) => simpleDraw(12, 5, seed));
    expectEvenChances(12, (seed) => systematicDraw(12, 5, seed));
    expectEvenChances(12, (seed) => stratifiedDraw(strata, [2, 2, 1], seed));
    expectEvenChances(12, (seed) => clusterDraw(clusters, 2, seed));
    expectEvenChances(12, (seed) => ppsDraw(sizes, 4, seed));
  });

  it("that are simple take each pair equally often", () => {
    const counts = new Map<string, number>();
    const runs = 4500;
    for (let seed = 0; seed < runs; seed++) {
      const key = variant(simpleDraw(6, 2, seed), "drawn").rows.join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(15);
    const statistic = [...counts.values()].reduce((sum, count) => sum + (count - runs / 15) ** 2 / (runs / 15), 0);
    expect(chiSquareUpper(statistic, 14)).toBeGreaterThan(0.001);
  });

  it("are the same for the same seed, and others for others", () => {
    for (const draw of [
      (seed: number) => simpleDraw(500, 20, seed),
      (seed: number) => systematicDraw(500, 20, seed),
      (seed: number) =>
        ppsDraw(
          Float64Array.from({ length: 500 }, (_, i) => 1 + (i % 7)),
          20,
          seed,
        ),
    ]) {
      expect(draw(4)).toEqual(draw(4));
      expect(variant(draw(4), "drawn").rows).not.toEqual(variant(draw(5), "drawn").rows);
    }
    // Written down: a draw that was published must come out again.
    expect([...variant(simpleDraw(1000, 6, 2026), "drawn").rows]).toMatchInlineSnapshot(`
      [
        0,
        100,
        152,
        241,
        433,
        443,
      ]
    `);
    expect([...variant(ppsDraw(sizes, 4, 2026), "drawn").rows]).toMatchInlineSnapshot(`
      [
        0,
        3,
        5,
        8,
      ]
    `);
  });

  it("have ascending rows without repetition, and weights that add up to the frame", () => {
    const frame = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(frame, fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 1e9 }), (size, n, seed) => {
        for (const draw of [simpleDraw(size, n, seed), systematicDraw(size, n, seed)]) {
          expect(unfitNumbers(draw)).toEqual([]);
          if (n > size) {
            expect(draw).toEqual({ kind: "frame-too-small", available: size, requested: n, stratum: null });
            continue;
          }
          const { rows, weights } = variant(draw, "drawn");
          expect([...new Set(rows)].toSorted((a, b) => a - b)).toEqual([...rows]);
          expect(rows.length).toBe(n);
          expect(rows.every((row) => row >= 0 && row < size)).toBe(true);
          if (n > 0) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(size, 9);
        }
      }),
    );
  });

  it("by size have n units, those larger than the interval for certain", () => {
    const unit = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 100, noNaN: true }));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 25 }), fc.integer({ min: 0, max: 12 }), fc.nat(), (given, n, seed) => {
        const units = Float64Array.from(given);
        const draw = ppsDraw(units, n, seed);
        expect(unfitNumbers(draw)).toEqual([]);
        if (draw.kind !== "drawn") {
          expect(draw.available).toBeLessThan(n);
          return;
        }
        const chances = inclusionChances(units, n);
        if (!(chances instanceof Float64Array)) throw new Error(chances.kind);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(n, 9);
        expect(new Set(draw.rows).size).toBe(n);
        draw.rows.forEach((row, place) => {
          expect(units[row]).toBeGreaterThan(0);
          expect(draw.weights[place]).toBeCloseTo(1 / chances[row], 9);
        });
        for (const [row, chance] of chances.entries()) if (chance === 1) expect(draw.rows.includes(row)).toBe(true);
      }),
    );
    expect(inclusionChances(Float64Array.of(10, 1, 1, 2), 2)).toEqual(Float64Array.of(1, 0.25, 0.25, 0.5));
  });

  it("say which stratum is too small", () => {
    const found = stratifiedDraw(strata, [1, 4, 1], 1);
    expect(found).toEqual({ kind: "frame-too-small", available: 3, requested: 4, stratum: 1 });
    expect(clusterDraw(clusters, 6, 1)).toMatchObject({ kind: "frame-too-small", available: 5 });
    expect(variant(clusterDraw(clusters, 5, 1), "drawn").rows.length).toBe(12);
    expect(variant(stratifiedDraw(strata, [0, 2], 1), "drawn").rows.every((row) => strata[row] === 1)).toBe(true);
  });

  it("refuse what a caller should not ask", () => {
    const faults: (() => unknown)[] = [
      () => simpleDraw(10, 2.5, 1),
      () => simpleDraw(10, 2, -1),
      () => systematicDraw(-1, 0, 1),
      () => stratifiedDraw(Int32Array.of(-1), [0], 1),
      () => stratifiedDraw(strata, [-1], 1),
      () => ppsDraw(Float64Array.of(-1), 1, 1),
      () => ppsDraw(sizes, 1.5, 1),
    ];
    for (const fault of faults) expect(fault).toThrow(RangeError);
  });
});
