import { partialCorrelations } from "../../src/drivers/partial-correlation.ts";
import {
  type Crosshair,
  meansCrosshair,
  mediansCrosshair,
  type Point,
  placeItems,
  type Quadrant,
  scaleCrosshair,
} from "../../src/importance-performance/matrix.ts";
import { correlationMatrix } from "../../src/moments/correlation-matrix.ts";
import { momentsOf } from "../../src/moments/moments.ts";
import { meanEstimate } from "../../src/scores/mean.ts";
import { sumsOfColumn } from "../../src/tally/sums.ts";
import { estimated } from "../../test-support/variants.ts";
import type { Family } from "../family.ts";
import { treeAt } from "../options.ts";
import { surveyTable } from "../survey-table.ts";

const names: Readonly<Record<Quadrant, string>> = {
  "keep-up": "Keep up the good work",
  "concentrate-here": "Concentrate here",
  "low-priority": "Low priority",
  "possible-overkill": "Possible overkill",
};

const fivePoints = { minimum: 1, maximum: 5 };

/** The attributes are named by `performance`, on 1–5; i1, i2 … are their stated importance, osat the outcome. */
export const matrix: Family = {
  compute: (file) => {
    const survey = surveyTable(file);
    const attributes = Object.keys(treeAt(file.values, "performance"));
    const meanOf = (column: string) =>
      estimated(meanEstimate(sumsOfColumn(survey.numbers(column), null, survey.rows), 0.95)).value;
    const variables = ["osat", ...attributes];
    const moments = momentsOf({ variables, columns: variables.map((name) => survey.numbers(name)) });
    const correlations = estimated(correlationMatrix(moments)).matrix;
    const partial = estimated(partialCorrelations(moments, 0)).values;
    const stated: readonly Point[] = attributes.map((name) => ({
      performance: meanOf(name),
      importance: meanOf(name.replace(/^a/, "i")),
    }));
    const derived = stated.map(({ performance }, j) => ({ performance, importance: correlations.values[j + 1] }));
    const means = meansCrosshair(stated);
    const medians = mediansCrosshair(stated);
    const scale = scaleCrosshair(fivePoints, fivePoints);
    const byItem = <T>(of: (j: number) => T) => Object.fromEntries(attributes.map((name, j) => [name, of(j)]));
    const quadrants = (points: readonly Point[], crosshair: Crosshair) => {
      const placed = placeItems(points, crosshair);
      return byItem((j) => names[placed[j].quadrant]);
    };
    const placed = placeItems(stated, means);
    return {
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
      gap_P_minus_I: byItem((j) => placed[j].gap),
      above_iso_diagonal_I_gt_P: byItem((j) => placed[j].isAboveDiagonal),
    };
  },
};
