import { replicatorFor } from "./replicator.ts";
import type { BootstrapTask, Replicates, RunShare, Share } from "./task.ts";

/** Where and under whose eyes the work is done. */
export interface BootstrapRun {
  /** Others that compute shares, such as worker threads; without them the work is done here, with pauses in which others get their turn. */
  readonly pool?: SharePool;
  /** Where it is aborted, the bootstrap ends with its reason. */
  readonly signal?: AbortSignal;
  /** Called as the work goes on, in models estimated; never fewer than before. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SharePool {
  readonly run: RunShare;
  /** Into how many shares the work is divided: a few for each worker, so that none waits long for the last. */
  readonly shares: number;
}

/** Products of answers between two pauses: some tens of milliseconds. */
const productsBetweenPauses = 30_000_000;

/** @param distinctRows rows that are left out once each; 0: none is */
export async function replicatesOfShares(
  task: BootstrapTask,
  distinctRows: number,
  { pool, signal, onProgress }: BootstrapRun,
): Promise<readonly Replicates[]> {
  signal?.throwIfAborted();
  const total = task.resamples + distinctRows;
  let done = 0;
  const report = ({ share }: Replicates) => {
    signal?.throwIfAborted();
    done += share.to - share.from;
    onProgress?.(done, total);
  };
  if (pool !== undefined) return await replicatesOfPool(task, distinctRows, pool, signal ?? null, report);
  const found: Replicates[] = [];
  const run = replicatorFor(task);
  for (const share of sharesBetweenPauses(task, distinctRows)) {
    const replicates = run(share);
    found.push(replicates);
    report(replicates);
    await pause();
  }
  return found;
}

/** All shares at once: the pool lets them wait for each other. An abort does not wait for a pool that pays no heed to it. */
async function replicatesOfPool(
  task: BootstrapTask,
  distinctRows: number,
  { run, shares }: SharePool,
  signal: AbortSignal | null,
  report: (replicates: Replicates) => void,
): Promise<readonly Replicates[]> {
  if (!(Number.isInteger(shares) && shares > 0)) throw new RangeError(`${shares} shares`);
  const size = Math.ceil((task.resamples + distinctRows) / shares);
  const all = [...sharesOf("resamples", task.resamples, size), ...sharesOf("leave-one-out", distinctRows, size)];
  const aborted = signal === null ? [] : [rejectionOf(signal)];
  const found = Promise.all(
    all.map(async (share) => {
      const replicates = await run(task, share, signal);
      report(replicates);
      return replicates;
    }),
  );
  return await Promise.race([found, ...aborted]);
}

/** Never fulfilled; rejected with the signal's reason when it is aborted. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function* sharesOf(kind: Share["kind"], count: number, size: number): Generator<Share> {
  for (let from = 0; from < count; from += size) yield { kind, from, to: Math.min(from + size, count) };
}

function* sharesBetweenPauses({ rows, resamples }: BootstrapTask, distinctRows: number): Generator<Share> {
  const products = rows.columns.values.length ** 2;
  const sizeFor = (work: number) => Math.max(1, Math.min(500, Math.floor(productsBetweenPauses / work)));
  yield* sharesOf("resamples", resamples, sizeFor(rows.n * products));
  yield* sharesOf("leave-one-out", distinctRows, sizeFor(20 * products));
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
