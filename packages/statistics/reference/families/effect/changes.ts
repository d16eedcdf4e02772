import type { EstimatedDifference } from "../../../src/comparison/difference.ts";
import { linearisedDifferenceOfMeans } from "../../../src/comparison/difference-in-r.ts";
import { changeOfMeans, changeOfPairs } from "../../../src/effect/before-after.ts";
import { type ChangeQuestion, changeVerdict } from "../../../src/effect/change-verdict.ts";
import { differenceInDifferences, differenceInDifferencesInR } from "../../../src/effect/difference-in-differences.ts";
import { pairedTTestInR } from "../../../src/groups/paired-t-test.ts";
import { sumsOfColumn } from "../../../src/tally/sums.ts";
import { estimated } from "../../../test-support/variants.ts";
import type { DataTable } from "../../data-table.ts";
import { numberOption, textsAt } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import { surveyTable } from "../../survey-table.ts";

export function changesInSurvey(file: ReferenceFile, question: ChangeQuestion): ReferenceTree {
  const survey = surveyTable(file);
  const outcome = survey.numbers(textOption(file, "outcome", "sat10"));
  const weights = survey.numbers("base_weight");
  const afterWave = numberOption(file, "after_wave", 2);
  const isAfter = Array.from(survey.numbers("wave"), (wave) => Number(wave >= afterWave));
  const sumsOf = (side: number, caseWeights: Float64Array | null) =>
    sumsOfColumn(
      outcome.map((value, row) => (isAfter[row] === side ? value : Number.NaN)),
      caseWeights,
      survey.rows,
    );
  const before = survey.numbers(textOption(file, "before_pairs", "exp10"));
  return {
    change_of_means: changeValues(estimated(changeOfMeans(sumsOf(0, null), sumsOf(1, null), question))),
    change_of_weighted_means: judgedValues(
      estimated(linearisedDifferenceOfMeans(sumsOf(1, weights), sumsOf(0, weights), question.confidence)),
      question,
    ),
    change_of_pairs: changeValues(estimated(changeOfPairs(before, outcome, null, question))),
    change_of_weighted_pairs: judgedValues(
      estimated(pairedTTestInR(outcome, before, weights, question.confidence)),
      question,
    ),
    ...differences(file, survey, { outcome, isAfter, weights }, question),
  };
}

function differences(
  file: ReferenceFile,
  survey: DataTable,
  rows: { readonly outcome: Float64Array; readonly isAfter: readonly number[]; readonly weights: Float64Array },
  question: ChangeQuestion,
): ReferenceTree {
  const stores = survey.text("store");
  const names = [...new Set(stores)];
  const clusters = { codes: stores.map((store) => names.indexOf(store)), count: names.length };
  const treatedOf = (column: string, option: string) => {
    const levels = textsAt(file.options, option);
    return survey.text(column).map((label) => Number(levels.includes(label)));
  };
  const found = (
    treated: readonly number[],
    weights: Float64Array | null,
    isClustered: "clustered" | "independent",
    differenceOf = differenceInDifferences,
  ) => {
    const data = { outcome: rows.outcome, treated, after: rows.isAfter, weights };
    const all = { ...data, clusters: isClustered === "clustered" ? clusters : null };
    const difference = estimated(differenceOf(all, question));
    return { ...changeValues(difference), clusters: difference.clusters };
  };
  const byStore = treatedOf("store", "treated_stores");
  const byRegion = treatedOf("region", "treated_regions");
  return {
    did_stores: found(byStore, null, "independent"),
    did_stores_weighted: found(byStore, rows.weights, "independent"),
    did_stores_clustered: found(byStore, rows.weights, "clustered", differenceInDifferencesInR),
    did_regions_clustered: found(byRegion, rows.weights, "clustered", differenceInDifferencesInR),
    did_stores_cr2: found(byStore, rows.weights, "clustered"),
    did_regions_cr2: found(byRegion, rows.weights, "clustered"),
  };
}

function changeValues(change: {
  readonly value: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number | null;
  readonly statistic: number;
  readonly pValue: number;
  readonly interval: { readonly lower: number; readonly upper: number };
  readonly verdict: string;
}): ReferenceTree {
  const { value, standardError, degreesOfFreedom, statistic, pValue, interval, verdict } = change;
  return {
    value,
    se: standardError,
    df: degreesOfFreedom,
    t: statistic,
    p: pValue,
    ci: [interval.lower, interval.upper],
    verdict,
  };
}

function judgedValues(change: EstimatedDifference, question: ChangeQuestion): ReferenceTree {
  return changeValues({ ...change, verdict: changeVerdict(change.interval, question) });
}

function textOption({ options }: ReferenceFile, name: string, otherwise: string): string {
  const value = options[name];
  return typeof value === "string" ? value : otherwise;
}
