import { expect, it } from "vitest";
import { expectGolden } from "../../test-support/expect-golden.ts";
import { indexOfColumns } from "../../test-support/index-of-columns.ts";
import { answered, readSynthSurvey } from "../../test-support/synth-survey.ts";
import { estimated } from "../../test-support/variants.ts";
import { equalWeights } from "../index/weights/equal-weights.ts";
import { meanEstimate } from "../scores/mean.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfMappedTally } from "../tally/sums.ts";
import type { Conversion } from "./conversion.ts";
import { convert } from "./conversion.ts";
import { fiveLevelMarks } from "./mark-table.ts";

const survey = readSynthSurvey();

function convertedMean(column: string, conversion: Conversion) {
  const tally = tallyOf(answered(survey.numbers(column))[0]);
  return estimated(
    meanEstimate(
      sumsOfMappedTally(tally, (value) => convert(conversion, value)),
      0.95,
    ),
  );
}

function range(minimum: number, maximum: number): Conversion {
  return { kind: "range", minimum, maximum };
}

it("converts the synthetic survey's scales as R does", () => {
  const evenMarks = new Map([1, 2, 3, 4, 5].map((level) => [level, (level - 1) * 25]));
  const marks = convertedMean("osat", { kind: "marks", marks: fiveLevelMarks });
  const threeItems = ["sat10", "exp10", "ideal10"].map((name) =>
    survey.numbers(name).map((value) => (Number.isNaN(value) ? value : convert(range(1, 10), value))),
  );
  const weights = equalWeights(3);
  if (weights.kind !== "weights") throw new Error(weights.reason);
  const [index] = indexOfColumns(threeItems, weights.weights, null, null, survey.n, 0.95);
  expectGolden("synth_public_scale_conversion", {
    range_based: {
      osat_1_5: convertedMean("osat", range(1, 5)).value,
      sat10_1_10: convertedMean("sat10", range(1, 10)).value,
      nps_0_10: convertedMean("nps", range(0, 10)).value,
      ces_1_7: convertedMean("ces", range(1, 7)).value,
    },
    max_based: {
      osat: convertedMean("osat", { kind: "maximum", maximum: 5 }).value,
      sat10: convertedMean("sat10", { kind: "maximum", maximum: 10 }).value,
      ces: convertedMean("ces", { kind: "maximum", maximum: 7 }).value,
    },
    marks_100_80_60_30_0: { mean: marks.value, n: marks.n, se: marks.standardError },
    linear_marks_100_75_50_25_0: convertedMean("osat", { kind: "marks", marks: evenMarks }).value,
    acsi_three_items_equal_weights: estimated(index).value,
  });
  expect(index.kind).toBe("estimated");
});
