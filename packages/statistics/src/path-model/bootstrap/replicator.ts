import { runKernel } from "../kernel.ts";
import { kernelFor, type PathModelKernel } from "../kernel-state.ts";
import { layoutOf } from "../model-layout.ts";
import { type Drawer, drawerOf } from "./draws.ts";
import { fillIndices, fillStatistics, type StatisticState, statisticStateFor } from "./fill-statistics.ts";
import { type ProductSummer, type ProductSums, productSummer, sumProducts } from "./product-sums.ts";
import { fillCorrelations } from "./resampled-correlations.ts";
import { takeSigns, turnConstructsTowards } from "./sign-change.ts";
import { statisticLayoutOf } from "./statistic.ts";
import { type BootstrapTask, type ReplicateOutcome, type Replicates, replicateOutcomes, type Share } from "./task.ts";

/** A task with its buffers. */
interface Bench {
  readonly task: BootstrapTask;
  readonly kernel: PathModelKernel;
  readonly state: StatisticState;
  readonly summer: ProductSummer;
  readonly drawer: Drawer;
}

/**
 * Computes shares of a task, one after the other, with buffers that are made once.
 * @throws RangeError if the task's draws do not fit its rows
 */
export function replicatorFor(task: BootstrapTask): (share: Share) => Replicates {
  const layout = layoutOf(task.model);
  const kernel = kernelFor(task.model, layout, task.scheme, task.kernel);
  const statistics = statisticLayoutOf(task.model, layout, task);
  const bench: Bench = {
    task,
    kernel,
    state: statisticStateFor(kernel, statistics, task),
    summer: productSummer(task.rows),
    drawer: drawerOf(task.draws, task.rows, task.resamples),
  };
  return (share) => (share.kind === "resamples" ? resample(bench, share) : leaveOneOut(bench, share));
}

/** One share alone: what a worker thread calls. @throws RangeError if the task's draws do not fit its rows */
export function runShare(task: BootstrapTask, share: Share): Replicates {
  return replicatorFor(task)(share);
}

function resample(bench: Bench, share: Share): Replicates {
  const { summer, drawer } = bench;
  const replicates = emptyReplicates(bench, share);
  for (let place = share.from; place < share.to; place++) {
    const sums = sumProducts(summer, drawer.timesIn(place));
    fillReplicate(bench, replicates, place - share.from, sums, drawer.rowsPerResample);
  }
  return replicates;
}

function leaveOneOut(bench: Bench, share: Share): Replicates {
  const { summer, task } = bench;
  const replicates = emptyReplicates(bench, share);
  const sums = sumProducts(summer, task.rows.multiplicities);
  const all = { ...sums, linear: sums.linear.slice(), products: sums.products.slice() };
  for (let row = share.from; row < share.to; row++) {
    subtractRow(bench, all, row);
    fillReplicate(bench, replicates, row - share.from, sums, task.rows.n - 1);
  }
  return replicates;
}

/** Makes the summer's sums those of all rows but one. */
function subtractRow({ summer, task }: Bench, all: ProductSums, row: number): void {
  const { caseWeights } = task.rows;
  const columns = task.rows.columns.values;
  const { sums } = summer;
  const weight = caseWeights === null ? 1 : caseWeights[row];
  sums.weight = all.weight - weight;
  for (let a = 0; a < columns.length; a++) {
    const value = weight * columns[a][row];
    sums.linear[a] = all.linear[a] - value;
    const start = a * sums.stride;
    for (let b = a; b < columns.length; b++)
      sums.products[start + b] = all.products[start + b] - value * columns[b][row];
  }
}

function emptyReplicates({ state }: Bench, share: Share): Replicates {
  const count = share.to - share.from;
  return { share, values: new Float64Array(state.layout.size * count), outcomes: new Uint8Array(count) };
}

function fillReplicate(bench: Bench, replicates: Replicates, place: number, sums: ProductSums, n: number): void {
  const { values, outcomes } = replicates;
  outcomes[place] = replicateOutcomes.indexOf(replicate(bench, values, place, outcomes.length, sums, n));
}

function replicate(
  { kernel, state, task }: Bench,
  values: Float64Array,
  place: number,
  stride: number,
  sums: ProductSums,
  n: number,
): ReplicateOutcome {
  if (fillCorrelations(kernel, state, task.rows, sums, n) >= 0) return "no-variation";
  const outcome = runKernel(kernel);
  if (outcome !== "converged") return outcome;
  if (task.signChange === "construct") turnConstructsTowards(kernel, task.signs);
  // Before single signs are taken: a weight that was turned is no weight of an index.
  fillIndices(state, kernel);
  if (task.signChange === "individual") takeSigns(kernel, task.signs);
  return fillStatistics(state, kernel, values, place, stride) ? "estimated" : "no-ratio";
}
