import { calibratedDesign } from "../../src/design-variance/calibrated-design.ts";
import { designMean } from "../../src/design-variance/design-mean.ts";
import { type SurveyDesign, weightedRows } from "../../src/design-variance/survey-design.ts";
import { jointCells } from "../../src/weights/joint-cells.ts";
import { calibrateToMargins } from "../../src/weights/linear-calibration.ts";
import type { Margin } from "../../src/weights/margin.ts";
import { normalisedWeights } from "../../src/weights/normalisation.ts";
import { postStratify } from "../../src/weights/post-stratification.ts";
import { rake } from "../../src/weights/raking.ts";
import { trimWeights } from "../../src/weights/trimming.ts";
import { weightSummary } from "../../src/weights/weight-summary.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { codesOf } from "../columns.ts";
import type { DataTable } from "../data-table.ts";
import type { Family } from "../family.ts";
import { confidenceOf, numberOption, numbersAt, treeAt } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import type { ReferenceTree } from "../reference-value.ts";
import { surveyTable } from "../survey-table.ts";

/**
 * Raking and linear calibration take every margin of `options.margins` in order, post-stratification the crossing of the first two
 * as if they were independent. `trim_bounds_rel_to_mean` is an input. Weights are given with a mean of 1.
 */
export const weights: Family = {
  // Raking stops where its own rule says so.
  tolerance: ([first]) =>
    first.startsWith("raked") || first.startsWith("trimmed") ? { absolute: 1e-8, relative: 1e-9 } : null,
  compute: (file) => {
    const survey = surveyTable(file);
    const base = survey.numbers("base_weight");
    const margins = marginsOf(file, survey);
    const design = weightedRows(base);
    const raked = variant(rake(base, margins), "raked");
    const poststratified = variant(postStratify(base, crossingOf(margins[0], margins[1])), "post-stratified");
    const calibrated = variant(calibrateToMargins(base, margins), "calibrated");
    const bounds = numbersAt(file.values, "trim_bounds_rel_to_mean");
    const meanOne = meanOneOf(raked.weights);
    const trimmed = variant(trimWeights(meanOne, bounds[0], bounds[1]), "trimmed").weights;
    const estimatesUnder = (under: SurveyDesign) => estimatesOf(under, survey.numbers("osat"), confidenceOf(file));
    return {
      ...described("raked", raked.weights),
      ...described("trimmed", trimmed),
      ...described("poststratified", poststratified.weights),
      ...described("calibrated_linear", calibrated.weights),
      raked_sum_of_squares: variant(weightSummary(meanOne), "summarised").sumOfSquares,
      [`raked_by_cell_${margins.map(({ name }) => name).join("_")}`]: byCell(survey, margins, meanOne),
      trim_bounds_rel_to_mean: bounds,
      estimates: {
        base_weights: estimatesUnder(design),
        raked_se_accounts_for_raking: estimatesUnder(calibratedDesign(design, raked.step)),
        poststratified: estimatesUnder(calibratedDesign(design, poststratified.step)),
        calibrated: estimatesUnder(calibratedDesign(design, calibrated.step)),
        raked_se_naive_weights_only: estimatesUnder(weightedRows(raked.weights)),
      },
    };
  },
};

/** A margin's numbers are shares of `population_N`, or the population itself. */
function marginsOf(file: ReferenceFile, survey: DataTable): readonly Margin[] {
  return Object.keys(treeAt(file.options, "margins")).map((name) => {
    const given = treeAt(file.options, "margins", name);
    const levels = Object.keys(given);
    const numbers = levels.map((level) => numbersAt({ [level]: [given[level]] }, level)[0]);
    const isShares = Math.abs(numbers.reduce((sum, number) => sum + number, 0) - 1) < 1e-6;
    const population = isShares ? numberOption(file, "population_N", 1) : 1;
    const targets = Float64Array.from(numbers, (number) => number * population);
    return { name, codes: codesOf(survey.text(name), levels), targets };
  });
}

/** The cells of two margins together, each with the product of their shares. */
function crossingOf(first: Margin, second: Margin): Margin {
  const { cellOf, categoryOf } = jointCells([first.codes, second.codes], first.codes.length);
  const total = first.targets.reduce((sum, target) => sum + target, 0);
  const targets = Float64Array.from(
    categoryOf[0],
    (category, cell) => (first.targets[category] * second.targets[categoryOf[1][cell]]) / total,
  );
  return { name: `${first.name} × ${second.name}`, codes: cellOf, targets };
}

/** The first ten weights and what all of them cost. */
function described(name: string, weights: Float64Array): ReferenceTree {
  const meanOne = meanOneOf(weights);
  const found = variant(weightSummary(meanOne), "summarised");
  return {
    [`${name}_first10`]: [...meanOne.subarray(0, 10)],
    [name]: {
      deff_kish: found.designEffect,
      n_eff: found.effectiveN,
      min: found.minimum,
      max: found.maximum,
      cv: found.coefficientOfVariation,
    },
  };
}

/** Sums by all margins at once, named by their levels with points between. */
function byCell(survey: DataTable, margins: readonly Margin[], weights: Float64Array): ReferenceTree {
  const columns = margins.map(({ name }) => survey.text(name));
  const sums = new Map<string, number>();
  weights.forEach((weight, row) => {
    const cell = columns.map((column) => column[row]).join(".");
    sums.set(cell, (sums.get(cell) ?? 0) + weight);
  });
  return Object.fromEntries(sums);
}

function estimatesOf(design: SurveyDesign, osat: Float64Array, confidence: number): ReferenceTree {
  const satisfied = osat.map((rating) => (Number.isNaN(rating) ? Number.NaN : Number(rating >= 4)));
  const top2 = estimated(designMean(design, satisfied, confidence));
  const mean = estimated(designMean(design, osat, confidence));
  return { top2: top2.value, top2_se: top2.standardError, osat: mean.value, osat_se: mean.standardError };
}

function meanOneOf(weights: Float64Array): Float64Array {
  const found = normalisedWeights(weights);
  if (found === null) throw new Error("the weights add up to 0");
  return found;
}
