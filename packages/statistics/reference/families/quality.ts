import { contradictions } from "../../src/quality/contradictions.ts";
import { exactDuplicates } from "../../src/quality/exact-duplicates.ts";
import { type FlagColumn, flagCounts, flaggedRows } from "../../src/quality/flags.ts";
import { longestRuns, longStrings, straightLining } from "../../src/quality/long-string.ts";
import { mahalanobisChiSquareOutliers, mahalanobisDistances } from "../../src/quality/mahalanobis.ts";
import { oddEvenConsistency } from "../../src/quality/odd-even.ts";
import { responseVariability } from "../../src/quality/response-variability.ts";
import { speeders } from "../../src/quality/speeders.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import type { Family } from "../family.ts";
import { keyByKey } from "../key-by-key.ts";
import { numberOption, treeAt } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import type { ReferenceValue } from "../reference-value.ts";
import { type SurveyTable, surveyTable } from "../survey-table.ts";

/** Checks of the performance items P1, P2 …, of `duration_s` and of satisfaction; duplicates on the file as it came. */
export const quality: Family = {
  compute: (file) => {
    const survey = surveyTable(file);
    const checks = Object.keys(treeAt(file.values, "counts")).map(
      (check) => [check, checkOf(check, file, survey)] as const,
    );
    return keyByKey(Object.keys(file.values), (key) => valueAt(key, file, survey, checks));
  },
};

type Checks = readonly (readonly [name: string, column: FlagColumn])[];

function valueAt(key: string, file: ReferenceFile, survey: SurveyTable, checks: Checks): ReferenceValue {
  const first = (values: ArrayLike<number>) =>
    Array.from({ length: Math.min(values.length, numberIn(key, /_first(\d+)$/)) }, (_, row) =>
      Number.isNaN(values[row]) ? null : values[row],
    );
  if (key === "counts") {
    return Object.fromEntries(checks.map(([name, column]) => [name, flaggedRows(column).length]));
  }
  if (key === "n_raw") return survey.raw.rows;
  if (key === "n_exact_duplicate_rows_to_drop") return flaggedRows(duplicates(survey)).length;
  if (key === "duplicate_groups_ids") {
    const rows = duplicates(survey)
      .groups.flat()
      .toSorted((a, b) => a - b);
    return rows.map((row) => survey.raw.text("id")[row]);
  }
  if (key === "median_duration") return variant(speedersOf(file, survey), "checked").median;
  if (/_or_more(_flags)?$/.test(key)) {
    const counts = flagCounts(checks.map(([, column]) => column));
    const least = numberIn(key, /_(\d+)_or_more/);
    const rows = Array.from(counts.keys()).filter((row) => counts[row] >= least);
    return key.startsWith("n_") ? rows.length : rows.map((row) => survey.text("id")[row]);
  }
  const items = performance(survey);
  if (key.startsWith("longstring_")) return first(longestRuns(items));
  if (key.startsWith("irv_")) return first(responseVariability(items));
  if (key.startsWith("odd_even_cor_")) return first(oddEvenConsistency(neighbours(items)));
  const { squared } = distances(survey);
  if (key === "mahalanobis_sum_sq") return squared.reduce((sum, each) => sum + (Number.isNaN(each) ? 0 : each ** 2), 0);
  if (key.startsWith("mahalanobis_")) return first(squared);
  throw new Error(`what is ${key}?`);
}

function checkOf(check: string, file: ReferenceFile, survey: SurveyTable): FlagColumn {
  const items = performance(survey);
  if (check === "speeder") return variant(speedersOf(file, survey), "checked");
  if (check === "straightliner") return straightLining(items);
  if (check.startsWith("longstring_ge_")) return longStrings(items, numberIn(check, /(\d+)$/));
  if (check.startsWith("mahalanobis_p_lt_")) {
    return mahalanobisChiSquareOutliers(distances(survey), Number(`0.${/\d+$/.exec(check)?.[0]}`));
  }
  if (check === "osat_inconsistent") return inconsistent(survey);
  throw new Error(`what is ${check}?`);
}

/** Files do not say which answers contradict each other; taken for it: top two boxes of one question with the bottom two of the other. */
function inconsistent(survey: SurveyTable): FlagColumn {
  const [overall, mark] = [survey.numbers("osat"), survey.numbers("sat10")];
  const rule = (name: string, from: number, to: number, markFrom: number, markTo: number) => ({
    name,
    conditions: [
      { answers: overall, from, to },
      { answers: mark, from: markFrom, to: markTo },
    ],
  });
  return contradictions([
    rule("satisfied, lowest marks", 4, 5, 1, 2),
    rule("dissatisfied, highest marks", 1, 2, 9, 10),
  ]);
}

/** `options.speeder_median_divisor`, or as the calls say: "duration < median/3". */
function speedersOf(file: ReferenceFile, survey: SurveyTable) {
  const [, said] = /median ?\/ ?(\d+(?:\.\d+)?)/.exec(file.calls.join("; ")) ?? [];
  return speeders(survey.numbers("duration_s"), numberOption(file, "speeder_median_divisor", Number(said ?? 3)));
}

function duplicates({ raw }: SurveyTable) {
  return exactDuplicates(raw.names.filter((name) => name !== "id").map((name) => raw.text(name)));
}

function performance(survey: SurveyTable): Float64Array[] {
  return itemNames(survey).map((name) => survey.numbers(name));
}

function itemNames(survey: SurveyTable): string[] {
  return survey.names.filter((name) => /^P\d+$/.test(name));
}

function distances(survey: SurveyTable) {
  return estimated(mahalanobisDistances({ variables: itemNames(survey), columns: performance(survey) }));
}

/** The first with the second item, the third with the fourth … */
function neighbours(items: readonly Float64Array[]): Float64Array[][] {
  return items.flatMap((item, place) => (place % 2 === 1 ? [[items[place - 1], item]] : []));
}

function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`no number in ${text}`);
  return Number(found);
}
