/** The weights of the items in the index, by each method that the study's questions allow. */
import { columns } from "@manyi/dataset/query/columns";
import { moments } from "@manyi/dataset/query/moments";
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
import { tallyOfItem } from "../measure/tallies.ts";
import type { Run } from "../plan/run.ts";
import type { IndexWeighting } from "../results/items.ts";

const missing = { kind: "no-weights", reason: "importance-missing" } as const;

type WeightMethod = (run: Run) => WeightsResult;

const methods: Readonly<Record<IndexWeighting, WeightMethod>> = {
  equal: (run) => equalWeights(run.plan.index.length),
  entered: (run) => enteredWeights(run.plan.index.map(({ leaf }) => leaf.enteredWeight)),
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
  entropy: (run) =>
    entropyWeights([...columns(run.plan.dataset, run.plan.index.map(({ item }) => ({ column: item.column })), [], null).variables]),
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
    if (mean.kind !== "estimated") return missing;
    means.push(mean.value);
  }
  return statedWeights(means);
}

/** Each correlation over the respondents who answered both questions. */
function correlationItemWeights(run: Run): WeightsResult {
  const correlations = correlationsWithOverall(run);
  return correlations === null ? missing : correlationWeights(correlations.map((r) => r ?? 0));
}

/** Pearson's r of each index item with the overall satisfaction, null where one of the two does not vary;
 *  null as a whole where no overall satisfaction was asked. */
export function correlationsWithOverall(run: Run): readonly (number | null)[] | null {
  const { overall } = run.plan.measures;
  if (overall === null) return null;
  return run.plan.index.map(({ item }) => {
    const pair = correlationMatrix(moments(run.plan.dataset, [{ column: item.column }, { column: overall.column }], [], run.weight));
    return pair.kind === "estimated" ? pair.matrix.values[1] : null;
  });
}

function fromDrivers(run: Run, weigh: (m: ReturnType<typeof driverMoments>, target: number) => WeightsResult): WeightsResult {
  if (run.plan.measures.overall === null) return missing;
  return weigh(driverMoments(run, run.plan.measures.overall.column), run.plan.index.length);
}

/** Moments of the index items and, last, the outcome, over the respondents who answered all of them. */
export function driverMoments(run: Run, outcome: string) {
  return moments(run.plan.dataset, [...run.plan.index.map(({ item }) => ({ column: item.column })), { column: outcome }], [], run.weight);
}
