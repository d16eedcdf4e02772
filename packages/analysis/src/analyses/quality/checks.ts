/** The single checks: each gives a flag a respondent, with its rule in words. */
import { codedColumn, numericColumn } from "@manyi/dataset/columns/column";
import { contradictions } from "@manyi/statistics/quality/contradictions";
import { exactDuplicates } from "@manyi/statistics/quality/exact-duplicates";
import { type FlagColumn, flagColumn } from "@manyi/statistics/quality/flags";
import { longStrings } from "@manyi/statistics/quality/long-string";
import { mahalanobisDistances, mahalanobisOutliers } from "@manyi/statistics/quality/mahalanobis";
import { oddEvenConsistency } from "@manyi/statistics/quality/odd-even";
import { responseVariability } from "@manyi/statistics/quality/response-variability";
import { speeders } from "@manyi/statistics/quality/speeders";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { leavesOf } from "@manyi/study/definition/indicator-leaves";
import type { LocalText } from "@manyi/study/definition/local-text";
import { fixed } from "../../format/number.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { placesOf } from "../reading/read-codes.ts";
import { answeredValues } from "../reading/read-columns.ts";
import { listed } from "../words/bilingual.ts";
import type { CheckedItems } from "./question-blocks.ts";
import { qualityWords as words } from "./words.ts";

export interface MadeCheck {
  readonly kind: "made";
  readonly name: LocalText;
  readonly rule: LocalText;
  readonly flags: FlagColumn;
}

export interface CheckNotMade {
  readonly kind: "not-made";
  readonly name: LocalText & { readonly zh: string; readonly en: string };
}

export type Check = MadeCheck | CheckNotMade;

/** Shorter runs of equal answers come about by themselves. */
const leastRun = 6;

/** Fewer pairs make an odd–even correlation of chance. */
const leastPairs = 10;

type Settings = AnalysisOf<"quality">;

export function qualityChecks(context: AnalysisContext, analysis: Settings, items: CheckedItems): readonly Check[] {
  return [
    speed(context, analysis),
    longRuns(analysis, items),
    variability(analysis, items),
    oddEven(items),
    unusual(context, analysis, items),
    duplicated(context, analysis, items),
    contradicting(context, analysis),
  ];
}

function speed(context: AnalysisContext, { seconds, speederDivisor = 3 }: Settings): Check {
  const notMade: CheckNotMade = { kind: "not-made", name: words.speeders };
  if (seconds === undefined) return notMade;
  const durations = answeredValues(context, [seconds]).variables[0].map((value) => (value < 0 ? Number.NaN : value));
  const found = speeders(durations, speederDivisor);
  if (found.kind !== "checked") return notMade;
  const rule = words.speedersRule(
    fixed(speederDivisor, Number.isInteger(speederDivisor) ? 0 : 1),
    fixed(found.limit, 0),
    fixed(found.median, 0),
  );
  return { kind: "made", name: words.speeders, rule, flags: found };
}

/** A run in any block; blocks too short for one are not judged. */
function longRuns({ longString }: Settings, { blocks, rows }: CheckedItems): Check {
  const lengthOf = (block: readonly unknown[]) => longString ?? Math.max(leastRun, Math.ceil(block.length / 2));
  const long = blocks.filter((block) => block.length >= lengthOf(block));
  if (long.length === 0) return { kind: "not-made", name: words.longString };
  const flags = long.map((block) => longStrings(block, lengthOf(block)).flags);
  const lengths = [...new Set(long.map(lengthOf))].sort((a, b) => a - b);
  return {
    kind: "made",
    name: words.longString,
    rule: words.longStringRule(lengths.join(" / ")),
    flags: flagColumn("long-string", rows, (row) => {
      const judged = flags.filter((column) => column[row] !== -1);
      return judged.length === 0 ? null : judged.some((column) => column[row] === 1);
    }),
  };
}

function variability({ leastVariability = 5 }: Settings, { values, rows }: CheckedItems): Check {
  if (values.length < leastRun) return { kind: "not-made", name: words.variability };
  const deviations = responseVariability(values);
  return {
    kind: "made",
    name: words.variability,
    rule: words.variabilityRule(fixed(leastVariability, 0)),
    flags: flagColumn("variability", rows, (row) =>
      Number.isNaN(deviations[row]) ? null : deviations[row] < leastVariability,
    ),
  };
}

/** Pairs of neighbours within the blocks stand for scales. */
function oddEven({ blocks, rows }: CheckedItems): Check {
  const pairs = blocks.flatMap((block) =>
    Array.from({ length: Math.floor(block.length / 2) }, (_, i) => [block[2 * i], block[2 * i + 1]]),
  );
  if (pairs.length < leastPairs) return { kind: "not-made", name: words.oddEven };
  const correlations = oddEvenConsistency(pairs);
  return {
    kind: "made",
    name: words.oddEven,
    rule: words.oddEvenRule(pairs.length),
    flags: flagColumn("odd-even", rows, (row) => (Number.isNaN(correlations[row]) ? null : correlations[row] < 0)),
  };
}

/** Of the questions of the indicator system, where they are among the items: with all of them hardly anybody answered everything. */
function unusual({ plan }: AnalysisContext, analysis: Settings, { names, values }: CheckedItems): Check {
  const { outlierProbability = 0.001 } = analysis;
  const indicators = leavesOf(plan.definition.indicators ?? []).map(({ question }) => question);
  const shared = names.filter((name) => analysis.items !== undefined || indicators.includes(name));
  const variables = shared.length > 1 ? shared : names;
  const found = mahalanobisDistances({ variables, columns: variables.map((name) => values[names.indexOf(name)]) });
  if (found.kind !== "estimated") return { kind: "not-made", name: words.mahalanobis };
  return {
    kind: "made",
    name: words.mahalanobis,
    rule: words.mahalanobisRule(variables.length, String(outlierProbability)),
    flags: mahalanobisOutliers(found, outlierProbability),
  };
}

/** Every answer of the study, without its time and its weights. */
function duplicated({ plan, filter }: AnalysisContext, { seconds }: Settings, { names }: CheckedItems): Check {
  const apart = [seconds, ...(plan.definition.weights ?? []).map(({ column }) => column), plan.definition.cases?.key];
  const columns = plan.definition.columns
    .map(({ name }) => name)
    .filter((name) => plan.dataset.columns.has(name) && !apart.includes(name));
  const compared = columns.length > names.length ? columns : names;
  const context = { plan, filter, weight: null };
  const values = compared.map((name) =>
    plan.dataset.columns.get(name)?.kind === "numeric"
      ? answeredValues(context, [numericColumn(plan.dataset, name).name]).variables[0]
      : Float64Array.from(
          placesOf(
            context,
            name,
            codedColumn(plan.dataset, name).answers.map(({ code }) => [code]),
          ),
        ),
  );
  return {
    kind: "made",
    name: words.duplicates,
    rule: words.duplicatesRule(compared.length),
    flags: exactDuplicates(values),
  };
}

function contradicting(context: AnalysisContext, { contradictions: rules = [] }: Settings): Check {
  if (rules.length === 0) return { kind: "not-made", name: words.contradictions };
  const made = rules.map(({ label, all }) => ({
    name: label.en ?? label.zh ?? "",
    conditions: all.map(({ column, codes }) => ({
      answers: marksOf(context, column, codes),
      from: 1,
      to: 1,
    })),
  }));
  return {
    kind: "made",
    name: words.contradictions,
    rule: words.contradictionsRule(listed(rules.map(({ label }) => label))),
    flags: contradictions(made),
  };
}

/** 1 for one of the answers, 0 for another, NaN for none. */
function marksOf(context: AnalysisContext, column: string, codes: readonly string[]): Float64Array {
  const others = codedColumn(context.plan.dataset, column)
    .answers.map(({ code }) => code)
    .filter((code) => !codes.includes(code));
  return Float64Array.from(placesOf(context, column, [others, codes]), (place) => (place === -1 ? Number.NaN : place));
}
