/**
 * While somebody looks at the results of a programme that collects, new answers are in them soon: it is looked for answers every
 * quarter of a second, and the process that computes is kept from ending. What keeps a busy survey from filling the machine: there is
 * never more than one computation of the same results under way or waiting, and none where nobody looks.
 */

import { isCurrent } from "../analysis/is-current.ts";
import { pendingJob } from "../analysis/pending-job.ts";
import { findDerived } from "../analysis/queries.ts";
import type { Ground } from "../ground.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { newestDefinition } from "../programme/definitions.ts";
import { type ResultsKey, resultsJobKey } from "../programme/results-key.ts";

export interface ResultsWatch {
  /** Somebody has just asked for these. */
  looked(key: ResultsKey): void;
}

export interface WatchPace {
  readonly lookEveryMs: number;
  /** Who has not asked for so long has gone. */
  readonly watchedForMs: number;
  /** Shorter than the computing process waits for work before it ends. */
  readonly warmEveryMs: number;
  /** Results watched at once; of more the oldest are computed when they are asked for. */
  readonly most: number;
}

const usualPace: WatchPace = { lookEveryMs: 250, watchedForMs: 15_000, warmEveryMs: 20_000, most: 20 };

interface Watched {
  readonly key: ResultsKey;
  lookedAt: number;
  warmedAt: number;
}

export function watchResults(
  { database, log }: Pick<Ground, "database" | "log">,
  pace: WatchPace = usualPace,
): ResultsWatch {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | null = null;

  const look = async () => {
    const now = performance.now();
    for (const [name, one] of watched) {
      if (now - one.lookedAt > pace.watchedForMs) watched.delete(name);
      else await freshen(one, now);
    }
  };
  const freshen = async (one: Watched, now: number) => {
    const isCold = now - one.warmedAt > pace.warmEveryMs;
    if (!isCold && !(await isStale(database, one.key))) return;
    const name = resultsJobKey(one.key);
    if ((await pendingJob(database, name)) !== "none") return;
    await enqueue(database, "compute-results", one.key, { key: name });
    one.warmedAt = now;
  };
  const lookAgain = () => {
    timer = setTimeout(() => {
      look()
        // The database is away, or the server ends: whoever looks still learns how the results stand.
        .catch((error: unknown) => log.debug("results-not-watched", { error }))
        .finally(() => {
          timer = null;
          if (watched.size > 0) lookAgain();
        });
    }, pace.lookEveryMs).unref();
  };

  return {
    looked: (key) => {
      const name = resultsJobKey(key);
      const now = performance.now();
      const one = watched.get(name) ?? { key, lookedAt: now, warmedAt: Number.NEGATIVE_INFINITY };
      one.lookedAt = now;
      watched.delete(name);
      watched.set(name, one);
      const [oldest] = watched.keys();
      if (watched.size > pace.most && oldest !== undefined) watched.delete(oldest);
      if (timer === null) lookAgain();
    },
  };
}

async function isStale(database: Ground["database"], key: ResultsKey): Promise<boolean> {
  const definition = await newestDefinition(database, key.programmeId);
  const row = await findDerived(database, { ...key, kind: "results", language: "" });
  return definition !== null && row !== null && !(await isCurrent(database, key.programmeId, definition.id, row));
}
