import type { PathModelStatistic } from "./statistic.ts";
import { type ReplicateOutcome, type Replicates, replicateOutcomes, type Share } from "./task.ts";

/** Every statistic of every resample. */
export interface ReplicateTable {
  readonly statistics: readonly PathModelStatistic[];
  readonly resamples: number;
  /** Statistic after statistic, each of all resamples; of one that failed nothing is said. NaN where a resample has a solution, but an
   *  index in it an item whose weight is not positive. */
  readonly values: Float64Array;
  /** Of each resample, a place in `replicateOutcomes`; 0 = estimated. */
  readonly outcomes: Uint8Array;
}

/** How many resamples had no solution, and why. */
export interface FailedReplicates {
  readonly total: number;
  readonly reasons: Readonly<Record<Exclude<ReplicateOutcome, "estimated">, number>>;
}

/** Puts shares of one kind together. @throws RangeError if they do not cover each resample once */
export function collectReplicates(
  found: readonly Replicates[],
  kind: Share["kind"],
  statistics: readonly PathModelStatistic[],
  resamples: number,
): ReplicateTable {
  const values = new Float64Array(statistics.length * resamples);
  const outcomes = new Uint8Array(resamples);
  let next = 0;
  const own = found.filter(({ share }) => share.kind === kind).toSorted((a, b) => a.share.from - b.share.from);
  for (const { share, values: part, outcomes: partOutcomes } of own) {
    const count = share.to - share.from;
    if (share.from !== next || part.length !== statistics.length * count || partOutcomes.length !== count) {
      throw new RangeError(`the share from ${share.from} to ${share.to} does not follow ${next}`);
    }
    for (let place = 0; place < statistics.length; place++) {
      values.set(part.subarray(place * count, (place + 1) * count), place * resamples + share.from);
    }
    outcomes.set(partOutcomes, share.from);
    next = share.to;
  }
  if (next !== resamples) throw new RangeError(`${next} of ${resamples} replicates are there`);
  return { statistics, resamples, values, outcomes };
}

/** One statistic of all resamples that have it, in their order. @param place among the statistics */
export function replicatesOf({ resamples, values, outcomes }: ReplicateTable, place: number): Float64Array {
  const own = values.subarray(place * resamples, (place + 1) * resamples);
  return own.filter((value, resample) => outcomes[resample] === 0 && !Number.isNaN(value));
}

export function failuresOf({ outcomes }: ReplicateTable): FailedReplicates {
  const reasons = { "no-variation": 0, singular: 0, unrelated: 0, "not-converged": 0, "no-ratio": 0 };
  let total = 0;
  for (const code of outcomes) {
    const outcome = replicateOutcomes[code];
    if (outcome === "estimated") continue;
    reasons[outcome] += 1;
    total += 1;
  }
  return { total, reasons };
}
