import { it } from "vitest";
import { expectGolden } from "../../test-support/expect-golden.ts";
import { attributes, readSynthSurvey } from "../../test-support/synth-survey.ts";
import { estimated } from "../../test-support/variants.ts";
import { partialCorrelations } from "../drivers/partial-correlation.ts";
import { correlationMatrix } from "../moments/correlation-matrix.ts";
import { momentsOf } from "../moments/moments.ts";
import { meanEstimate } from "../scores/mean.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import type { Crosshair, Placement, Point, Quadrant } from "./matrix.ts";
import { meansCrosshair, mediansCrosshair, placeItems, scaleCrosshair } from "./matrix.ts";

const survey = readSynthSurvey();

const names: Record<Quadrant, string> = {
  "keep-up": "Keep up the good work",
  "concentrate-here": "Concentrate here",
  "low-priority": "Low priority",
  "possible-overkill": "Possible overkill",
};

function meanOf(column: string): number {
  return estimated(meanEstimate(sumsOfColumn(survey.numbers(column), null, survey.n), 0.95)).value;
}

function byItem<T>(itemValue: (index: number) => T): Record<string, T> {
  return Object.fromEntries(attributes.map((name, index) => [name, itemValue(index)]));
}

it("places the synthetic survey's attributes as R does", () => {
  const columns = [survey.numbers("osat"), ...attributes.map((name) => survey.numbers(name))];
  const moments = momentsOf({ variables: ["osat", ...attributes], columns });
  const correlations = estimated(correlationMatrix(moments)).matrix;
  const partial = estimated(partialCorrelations(moments, 0)).values;
  const stated: Point[] = attributes.map((name, j) => ({ performance: meanOf(name), importance: meanOf(`i${j + 1}`) }));
  const derived = stated.map(({ performance }, j) => ({ performance, importance: correlations.values[j + 1] }));
  const means = meansCrosshair(stated);
  const medians = mediansCrosshair(stated);
  const scale = scaleCrosshair({ minimum: 1, maximum: 5 }, { minimum: 1, maximum: 5 });
  const quadrants = (points: readonly Point[], crosshair: Crosshair) => {
    const placed: readonly Placement[] = placeItems(points, crosshair);
    return byItem((j) => names[placed[j].quadrant]);
  };
  expectGolden("synth_public_ipa", {
    performance: byItem((j) => stated[j].performance),
    stated_importance: byItem((j) => stated[j].importance),
    derived_importance_pearson: byItem((j) => derived[j].importance),
    derived_importance_partial: byItem((j) => partial[j]),
    crosshair_scale: [scale.performance, scale.importance],
    crosshair_data_means: [means.performance, means.importance],
    crosshair_data_medians: { performance: medians.performance, importance: medians.importance },
    quadrant_scale_centred: quadrants(stated, scale),
    quadrant_data_centred: quadrants(stated, means),
    quadrant_derived_data_centred: quadrants(derived, meansCrosshair(derived)),
    gap_P_minus_I: byItem((j) => placeItems(stated, means)[j].gap),
    above_iso_diagonal_I_gt_P: byItem((j) => placeItems(stated, means)[j].isAboveDiagonal),
  });
});
