import fc from "fast-check";
import { normalQuantile } from "../src/distribution/normal.ts";
import type { Random } from "../src/random/xoshiro.ts";
import type { Term } from "../src/regression/terms.ts";

/** Small data of every awkward kind: empty, one row, all equal, all missing, levels that nobody has, people counted 0 times. */
export interface RandomRows {
  /** 0 … 3, NaN = no answer. */
  readonly ratings: Float64Array;
  /** 0, 1 or NaN. */
  readonly binary: Float64Array;
  readonly times: Float64Array;
  readonly groups: Int32Array;
  readonly terms: readonly Term[];
  readonly frequencies: Float64Array;
  readonly weights: Float64Array;
}

const missing = fc.constant(Number.NaN);
const row = fc.record({
  rating: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(2), missing),
  binary: fc.oneof(fc.constantFrom(0, 1), missing),
  time: fc.oneof(fc.integer({ min: 0, max: 6 }), missing),
  group: fc.integer({ min: -1, max: 2 }),
  x: fc.oneof(
    fc.integer({ min: -2, max: 2 }),
    fc.constant(1),
    missing,
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  ),
  frequency: fc.integer({ min: 0, max: 3 }),
  weight: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 1e-3, max: 1e3, noNaN: true })),
});

export const randomRows: fc.Arbitrary<RandomRows> = fc.array(row, { maxLength: 16 }).map((rows) => {
  const column = (of: (each: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  const groups = Int32Array.from(rows, ({ group }) => group);
  return {
    ratings: column(({ rating }) => rating),
    binary: column(({ binary }) => binary),
    times: column(({ time }) => time),
    groups,
    terms: [
      { kind: "numeric", name: "x", values: column(({ x }) => x) },
      { kind: "categorical", name: "group", codes: groups, levels: ["a", "b", "c"] },
    ],
    frequencies: column(({ frequency }) => frequency),
    weights: column(({ weight }) => weight),
  };
});

export function normal(random: Random): number {
  return normalQuantile(random.nextUnit() || 0.5);
}

/** A number and a category of which one level has few: predictors of a simulated model. */
export function simulatedTerms(random: Random, n: number) {
  const x = Float64Array.from({ length: n }, () => normal(random));
  const codes = Int32Array.from({ length: n }, () => (random.nextUnit() < 0.15 ? 1 : 0));
  const terms: readonly Term[] = [
    { kind: "numeric", name: "x", values: x },
    { kind: "categorical", name: "group", codes, levels: ["many", "few"] },
  ];
  return { x, codes, terms };
}

/** Four binomial standard errors of a share that should be `share`. */
export const within = (share: number, runs: number) => 4 * Math.sqrt((share * (1 - share)) / runs);
