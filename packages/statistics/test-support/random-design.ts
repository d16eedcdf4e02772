import fc from "fast-check";
import {
  type LonelyPsu,
  psusWithinStrata,
  type SurveyDesign,
  surveyDesign,
} from "../src/design-variance/survey-design.ts";

/** Small data of every awkward kind: empty, one row, no weight, nobody answered, all equal, lonely PSUs, a stratum counted in full. */
export interface RandomSample {
  readonly design: SurveyDesign;
  readonly values: Float64Array;
  readonly others: Float64Array;
  /** 0 and 1, NaN = no answer. */
  readonly counted: Float64Array;
  /** −1 … 2 */
  readonly groups: Int32Array;
}

const value = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constant(Number.NaN),
  fc.constant(1),
  fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000),
);
const row = fc.record({
  weight: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 1e-3, max: 1e3, noNaN: true })),
  stratum: fc.integer({ min: 0, max: 2 }),
  psu: fc.integer({ min: 0, max: 3 }),
  value,
  other: value,
  counted: fc.constantFrom(0, 1, 1, Number.NaN),
  group: fc.integer({ min: -1, max: 2 }),
});

export const randomSample: fc.Arbitrary<RandomSample> = fc
  .tuple(
    fc.array(row, { maxLength: 14 }),
    fc.constantFrom<LonelyPsu>("fail", "adjust", "certainty"),
    fc.constantFrom<readonly number[] | null>(null, [4, 9, Number.POSITIVE_INFINITY]),
  )
  .map(([rows, lonelyPsu, psusInPopulation]) => {
    const strata = Int32Array.from(rows, ({ stratum }) => stratum);
    const psus = psusWithinStrata(
      strata,
      Int32Array.from(rows, ({ psu }) => psu),
    );
    const weights = Float64Array.from(rows, ({ weight }) => weight);
    return {
      design: surveyDesign({ weights, strata, psus, psusInPopulation, lonelyPsu }),
      values: Float64Array.from(rows, (each) => each.value),
      others: Float64Array.from(rows, ({ other }) => other),
      counted: Float64Array.from(rows, ({ counted }) => counted),
      groups: Int32Array.from(rows, ({ group }) => group),
    };
  });
