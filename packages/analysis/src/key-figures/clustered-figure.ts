import { type CellCounts, tabulate } from "@manyi/dataset/query/tabulate";
import { type ClusterTally, clusteredMean } from "@manyi/statistics/scores/clustered-mean";
import { recommendationMark } from "@manyi/statistics/scores/net-promoter-score";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import { plain } from "../measure/rating-figures.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { Figure } from "../results/figure.ts";

/** Only where every respondent is in a cluster: else it would be another figure, of others. The same figure with the variance of a sample drawn by clusters (branches, villages …), where the study names one.
 *  @returns one figure, or none where there are no clusters or fewer than two of them */
export function clusteredFigure(run: Run, item: RatedItem, shown: Figure): readonly Figure[] {
  const cluster = run.plan.definition.analysis?.alsoClusteredBy;
  if (cluster === undefined || hasUnclustered(run, cluster)) return [];
  const tally = clusterTally(tabulate(run.plan.dataset, [cluster, item.column], [], run.weight), item);
  const measured = (value: number): number => {
    if (shown.measure === "nps") return recommendationMark(value);
    if (shown.measure === "index") return item.indexOf.get(value) ?? 0;
    return item.top.has(value) ? 1 : 0;
  };
  const mean = clusteredMean(tally, measured, run.plan.confidence);
  return mean.kind === "estimated" ? [{ ...shown, result: plain(mean) }] : [];
}

function hasUnclustered(run: Run, cluster: string): boolean {
  const { count } = tabulate(run.plan.dataset, [cluster], [], run.weight);
  return count.subarray(0, firstAnswerCode).some((missing) => missing > 0);
}

function clusterTally(cells: CellCounts, item: RatedItem): ClusterTally {
  const [clusters, answers] = cells.dimensions;
  const values = item.answers.map((answer) => answer.value);
  const rows: number[][] = [];
  const count = new Float64Array(values.length);
  let squaredWeight = 0;
  for (let c = firstAnswerCode; c < clusters.size; c++) {
    const from = c * answers.size + firstAnswerCode;
    const to = from + values.length;
    const weights = [...cells.weight.subarray(from, to)];
    if (weights.every((weight) => weight === 0)) continue;
    rows.push(weights);
    for (let i = 0; i < values.length; i++) count[i] += cells.count[from + i];
    squaredWeight += cells.squaredWeight.subarray(from, to).reduce((a, b) => a + b, 0);
  }
  return {
    values,
    clusters: rows.length,
    weight: Float64Array.from(rows.flat()),
    count,
    squaredWeight,
    designClusters: rows.length,
  };
}
