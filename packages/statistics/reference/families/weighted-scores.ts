import { type ClusterTally, clusteredMean } from "../../src/scores/clustered-mean.ts";
import { effectiveSampleSize, weightingDesignEffect } from "../../src/scores/effective-sample-size.ts";
import { linearisedMean } from "../../src/scores/linearised-mean.ts";
import { netPromoterScore, recommendationMark } from "../../src/scores/net-promoter-score.ts";
import { shareEstimate } from "../../src/scores/share.ts";
import { tallyOf } from "../../src/tally/rating-tally.ts";
import { sumsOfColumn, sumsOfMappedTally } from "../../src/tally/sums.ts";
import { estimated } from "../../test-support/variants.ts";
import { answered, codesOf, levelsOf } from "../columns.ts";
import { confidenceOf } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import type { ReferenceTree } from "../reference-value.ts";
import type { SurveyTable } from "../survey-table.ts";

/** Scores under `base_weight`, for independent respondents and for stores as clusters. */
export function weightedScores(file: ReferenceFile, survey: SurveyTable): ReferenceTree {
  const confidence = confidenceOf(file);
  const weights = survey.numbers("base_weight");
  const tally = (column: string) => {
    const [ratings, own] = answered(survey.numbers(column), weights);
    return tallyOf(ratings, own, survey.rows);
  };
  const nps = estimated(netPromoterScore(tally("nps"), confidence));
  const npsInR = estimated(linearisedMean(sumsOfMappedTally(tally("nps"), recommendationMark), confidence));
  const clustered = clusteredMean(npsByStore(survey, weights), recommendationMark, confidence);
  if (clustered.kind !== "estimated") throw new Error(clustered.kind);
  const top2 = estimated(shareEstimate(tally("osat"), (value) => value >= 4, confidence));
  const top2InR = estimated(
    linearisedMean(
      sumsOfMappedTally(tally("osat"), (value) => Number(value >= 4)),
      confidence,
    ),
  );
  const mean = estimated(linearisedMean(sumsOfColumn(survey.numbers("osat"), weights, survey.rows), confidence));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  return {
    nps: nps.value,
    nps_se_linearised: npsInR.standardError,
    nps_ci: [npsInR.interval.lower, npsInR.interval.upper],
    nps_cluster_store: clustered.value,
    nps_se_cluster_store: clustered.standardError,
    nps_deff_cluster: clustered.designEffect,
    top2: top2.value,
    top2_se: top2InR.standardError,
    osat_mean: mean.value,
    osat_mean_se: mean.standardError,
    kish_deff_all: weightingDesignEffect(survey.rows, sum, squares),
    n_eff_all: effectiveSampleSize(sum, squares),
  };
}

/** Σw in cells [store × rating] of the answered recommendations. */
function npsByStore(survey: SurveyTable, weights: Float64Array): ClusterTally {
  const stores = levelsOf(survey.text("store"));
  const store = codesOf(survey.text("store"), stores);
  const values = Array.from({ length: 11 }, (_, rating) => rating);
  const weight = new Float64Array(stores.length * values.length);
  const count = new Float64Array(values.length);
  let squaredWeight = 0;
  survey.numbers("nps").forEach((rating, row) => {
    if (Number.isNaN(rating)) return;
    weight[store[row] * values.length + rating] += weights[row];
    count[rating] += 1;
    squaredWeight += weights[row] ** 2;
  });
  return { values, clusters: stores.length, weight, count, squaredWeight, designClusters: stores.length };
}
