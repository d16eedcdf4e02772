/** The weights of the items in the index, by each method that the study's questions allow. */
import { moments, type VariableMoments } from "@manyi/dataset/query/moments";
import { johnsonRelativeWeights } from "@manyi/statistics/drivers/johnson";
import { linearRegression } from "@manyi/statistics/drivers/linear-regression";
import { lmg } from "@manyi/statistics/drivers/lmg";
import { correlationWeights } from "@manyi/statistics/index/weights/correlation-weights";
import { johnsonWeights, lmgWeights } from "@manyi/statistics/index/weights/driver-weights";
import { enteredWeights } from "@manyi/statistics/index/weights/entered-weights";
import { entropyWeights } from "@manyi/statistics/index/weights/entropy-weights";
import { equalWeights } from "@manyi/statistics/index/weights/equal-weights";
import type { WeightsResult } from "@manyi/statistics/index/weights/index-weights";
import { regressionWeights } from "@manyi/statistics/index/weights/regression-weights";
import { statedWeights } from "@manyi/statistics/index/weights/stated-weights";
import { correlationMatrix } from "@manyi/statistics/moments/correlation-matrix";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfTally } from "@manyi/statistics/tally/sums";
import { hasEnteredWeights } from "@manyi/study/definition/indicator-leaves";
import { completeCases } from "../explain/complete-cases.ts";
import { tallyOfItem } from "../measure/tallies.ts";
import { type RatedItem, risingRating } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { IndexWeighting } from "../results/items.ts";

const missing = { kind: "no-weights", reason: "importance-missing" } as const;

type WeightMethod = (run: Run) => WeightsResult;

const methods: Readonly<Record<IndexWeighting, WeightMethod>> = {
  equal: (run) => equalWeights(run.plan.index.length),
  entered: (run) =>
    hasEnteredWeights(run.plan.definition.indicators ?? [])
      ? enteredWeights(run.plan.index.map(({ leaf }) => leaf.enteredWeight))
      : missing,
  stated: statedItemWeights,
  correlation: correlationItemWeights,
  regression: (run) =>
    fromDrivers(run, (m, target) => {
      const fit = linearRegression(m, target);
      return fit.kind === "estimated" ? regressionWeights(fit.coefficients.map((c) => c.standardised)) : missing;
    }),
  lmg: (run) =>
    fromDrivers(run, (m, target) => {
      const shares = lmg(m, target);
      return shares.kind === "estimated" ? lmgWeights([...shares.raw]) : missing;
    }),
  johnson: (run) =>
    fromDrivers(run, (m, target) => {
      const shares = johnsonRelativeWeights(m, target);
      return shares.kind === "estimated" ? johnsonWeights([...shares.raw]) : missing;
    }),
  entropy: entropyItemWeights,
};

/** @returns the weights, or why they cannot be had */
export function itemWeights(run: Run, method: IndexWeighting): WeightsResult {
  if (run.plan.index.length === 0) return { kind: "no-weights", reason: "no-attributes" };
  return methods[method](run);
}

function statedItemWeights(run: Run): WeightsResult {
  const means: number[] = [];
  for (const { importance } of run.plan.index) {
    if (importance === null) return missing;
    const mean = meanEstimate(sumsOfTally(tallyOfItem(run, importance)), run.plan.confidence);
    if (mean.kind !== "estimated" || mean.value < 0) return missing;
    means.push(mean.value);
  }
  return statedWeights(means);
}

function correlationItemWeights(run: Run): WeightsResult {
  const correlations = correlationsWithOverall(run);
  return correlations === null ? missing : correlationWeights(correlations);
}

/** Over the same respondents as the other derived weights, so that they can be compared. */
function entropyItemWeights(run: Run): WeightsResult {
  const outcome = outcomeOf(run);
  const items = run.plan.index.map(({ item }) => item);
  // Entropy is one of shares of a sum: it knows no negative ratings.
  if (items.some((item) => item.answers[0].value < 0)) return missing;
  const cases = completeCases(run, outcome === null ? items : [...items, outcome], null);
  return entropyWeights(cases.columns.slice(0, items.length));
}

/** The question that importance is derived from: overall satisfaction, unless it is an indicator itself, for then it
 *  would explain itself. */
export function outcomeOf(run: Run): RatedItem | null {
  const { overall } = run.plan.measures;
  return run.plan.index.some(({ item }) => item.column === overall?.column) ? null : overall;
}

/** Pearson's r of each index item with the overall satisfaction, over the respondents who answered all of them.
 *  @returns null where no overall satisfaction was asked, or one of the questions does not vary */
export function correlationsWithOverall(run: Run): readonly number[] | null {
  const outcome = outcomeOf(run);
  if (outcome === null) return null;
  const result = correlationMatrix(driverMoments(run, outcome));
  const target = run.plan.index.length;
  return result.kind === "estimated"
    ? run.plan.index.map((_, i) => result.matrix.values[i * result.matrix.columns + target])
    : null;
}

function fromDrivers(run: Run, weigh: (m: VariableMoments, target: number) => WeightsResult): WeightsResult {
  const outcome = outcomeOf(run);
  return outcome === null ? missing : weigh(driverMoments(run, outcome), run.plan.index.length);
}

/** Moments of the index items and, last, the outcome, over the respondents who answered all of them. Six methods rest on
 *  them, so they are computed once a run. */
export function driverMoments(run: Run, outcome: RatedItem): VariableMoments {
  const known = momentsOfRuns.get(run);
  if (known !== undefined) return known;
  const variables = [...run.plan.index.map(({ item }) => item), outcome].map(risingRating);
  const computed = moments(run.plan.dataset, variables, [], run.weight);
  momentsOfRuns.set(run, computed);
  return computed;
}

const momentsOfRuns = new WeakMap<Run, VariableMoments>();
