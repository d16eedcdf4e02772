import { designMeansByGroup } from "../../../src/design-variance/design-groups.ts";
import { type DesignEstimate, designMean } from "../../../src/design-variance/design-mean.ts";
import { designQuantile, designQuantileInR } from "../../../src/design-variance/design-quantile.ts";
import { designRatio } from "../../../src/design-variance/design-ratio.ts";
import { designShare, designShareBeta } from "../../../src/design-variance/design-share.ts";
import { designTotal } from "../../../src/design-variance/design-total.ts";
import { degreesOfFreedomOf, type NoDesignEstimate } from "../../../src/design-variance/domain.ts";
import { jackknife } from "../../../src/design-variance/jackknife.ts";
import { psusWithinStrata, type SurveyDesign, surveyDesign } from "../../../src/design-variance/survey-design.ts";
import type { Interval } from "../../../src/estimate/estimate.ts";
import { studentInterval } from "../../../src/estimate/interval.ts";
import { estimated } from "../../../test-support/variants.ts";
import { codesOf, levelsOf } from "../../columns.ts";
import { confidenceOf, numbersAt, textsAt, treeAt, valuesAsked } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTree, type ReferenceTree, tableOf } from "../../reference-value.ts";
import { surveyTable } from "../../survey-table.ts";

type Column = (name: string) => Float64Array;

/**
 * Regions are strata, stores within them PSUs, `options.psus_in_population` says how many there are. `t2` is `osat` of 4 or more.
 * Several variables at once are estimated from the rows that answered all of them, as `svymean` does.
 */
export function surveyValues(file: ReferenceFile): ReferenceTree {
  const survey = surveyTable(file);
  const confidence = confidenceOf(file);
  const population = isTree(file.options.psus_in_population) ? file.options.psus_in_population : {};
  const regions = levelsOf(survey.text("region"), Object.keys(population));
  const strata = codesOf(survey.text("region"), regions);
  const stores = survey.text("store");
  const designWith = (psusInPopulation: Float64Array | null) => {
    const psus = psusWithinStrata(strata, codesOf(stores, levelsOf(stores)));
    return surveyDesign({ weights: survey.numbers("base_weight"), strata, psus, psusInPopulation, lonelyPsu: "fail" });
  };
  const column: Column = (name) => {
    if (name !== "t2") return survey.numbers(name);
    return survey.numbers("osat").map((rating) => (Number.isNaN(rating) ? Number.NaN : Number(rating >= 4)));
  };
  const design = designWith(null);
  const t2 = column("t2");
  const limitsOf = (share: typeof designShare) => {
    const { lower, upper } = estimated(share(design, t2, confidence)).interval;
    return [lower, upper];
  };
  const sizes = () => Float64Array.from(regions, (region) => numbersAt(population, region)[0]);
  return valuesAsked(file, {
    no_fpc: () => estimatesOf(design, column, file, "no_fpc"),
    with_fpc: () => estimatesOf(designWith(sizes()), column, file, "with_fpc"),
    by_segment: () => bySegment(design, survey.text("segment"), column, file),
    jackknife_JKn_t2_se: () => jackknifeError(design, t2, confidence),
    quantiles_months: () => quantilesOf(design, column("months"), file),
    quantile_limits: () => limitsOfQuantiles(designQuantile, design, column, file, "quantile_limits"),
    quantile_limits_svyquantile: () =>
      limitsOfQuantiles(designQuantileInR, design, column, file, "quantile_limits_svyquantile"),
    ci_t2_logit: () => limitsOf(designShare),
    ci_t2_beta_korn_graubard: () => limitsOf(designShareBeta),
  });
}

function jackknifeError(design: SurveyDesign, t2: Float64Array, confidence: number): number {
  const one = t2.map((value) => (Number.isNaN(value) ? Number.NaN : 1));
  const left = jackknife(design, [t2, one], ([counted, answers]) => counted / answers, confidence);
  return estimated(left).standardError;
}

/** As many as the file has, at equal distances: three are the quartiles. */
function quantilesOf(design: SurveyDesign, months: Float64Array, file: ReferenceFile): readonly number[] {
  const asked = numbersAt(file.values, "quantiles_months");
  const share = (place: number) => (place + 1) / (asked.length + 1);
  return asked.map((_, i) => estimated(designQuantile(design, months, share(i), confidenceOf(file))).value);
}

/** Lower and upper limit for each of `options.probabilities`, of each variable that the key names. */
function limitsOfQuantiles(
  quantile: typeof designQuantile,
  design: SurveyDesign,
  column: Column,
  file: ReferenceFile,
  key: string,
): ReferenceTree {
  const probabilities = numbersAt(file.options, "probabilities");
  const limitsOf = (name: string) =>
    probabilities.flatMap((probability) => {
      const { lower, upper } = estimated(quantile(design, column(name), probability, confidenceOf(file))).interval;
      return [lower, upper];
    });
  return Object.fromEntries(Object.keys(treeAt(file.values, key)).map((name) => [name, limitsOf(name)]));
}

function estimatesOf(design: SurveyDesign, column: Column, file: ReferenceFile, key: string): ReferenceTree {
  const confidence = confidenceOf(file);
  const asked = treeAt(file.values, key);
  const names = Object.keys(treeAt(asked, "mean"));
  const complete = completeRows(names.map(column));
  const means = new Map(names.map((name) => [name, estimated(designMean(design, column(name), confidence, complete))]));
  const each = (pick: (estimate: DesignEstimate) => number | null) =>
    Object.fromEntries([...means].map(([name, estimate]) => [name, pick(estimate)]));
  const total = estimated(designTotal(design, column("t2"), confidence));
  const ratio = estimated(designRatio(design, column("sat10"), column("exp10"), confidence));
  const limits = textsAt(treeAt(asked, "ci_t"), "cols");
  const degreesOfFreedom = wholeDegreesOfFreedom(design);
  return {
    mean: each(({ value }) => value),
    se: each(({ standardError }) => standardError),
    deff: each(({ designEffect }) => designEffect),
    df: degreesOfFreedom,
    ci_t: tableOf(names, limits, (name, _limit, _i, side) => {
      const mean = means.get(name);
      if (mean === undefined) return null;
      const { lower, upper } = intervalOf(mean, degreesOfFreedom, confidence);
      return side === 0 ? lower : upper;
    }),
    total_t2: total.value,
    total_t2_se: total.standardError,
    ratio: ratio.value,
    ratio_se: ratio.standardError,
  };
}

/** R's `degf(design)`, which the files take whichever rows answered. */
export function wholeDegreesOfFreedom(design: SurveyDesign): number {
  const degreesOfFreedom = degreesOfFreedomOf(design, null);
  if (typeof degreesOfFreedom !== "number") throw new RangeError(degreesOfFreedom.kind);
  return degreesOfFreedom;
}

function intervalOf({ value, standardError }: DesignEstimate, degreesOfFreedom: number, confidence: number): Interval {
  return studentInterval(value, standardError, degreesOfFreedom, confidence, "linearised-t");
}

function bySegment(
  design: SurveyDesign,
  segments: readonly string[],
  column: Column,
  file: ReferenceFile,
): ReferenceTree {
  const asked = treeAt(file.values, "by_segment");
  const levels = textsAt(treeAt(asked, "est"), "rows");
  const names = textsAt(treeAt(asked, "est"), "cols");
  const complete = completeRows(names.map(column));
  const groups = codesOf(segments, levels).map((group, row) => (complete[row] === 1 ? group : -1));
  const byName = names.map((name) =>
    designMeansByGroup(design, column(name), groups, levels.length, confidenceOf(file)),
  );
  const from = (found: DesignEstimate | NoDesignEstimate, pick: (estimate: DesignEstimate) => number) =>
    found.kind === "estimated" ? pick(found) : null;
  return {
    est: tableOf(levels, names, (_level, _name, i, j) => from(byName[j][i], ({ value }) => value)),
    se: tableOf(
      levels,
      names.map((name) => `se.${name}`),
      (_level, _name, i, j) => from(byName[j][i], ({ standardError }) => standardError),
    ),
    segments: levels,
  };
}

function completeRows(columns: readonly Float64Array[]): Uint8Array {
  return Uint8Array.from(columns[0], (_, row) => Number(columns.every((column) => !Number.isNaN(column[row]))));
}
