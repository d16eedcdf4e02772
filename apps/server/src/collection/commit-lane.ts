import { isDatabaseGone } from "../database/database-gone.ts";
import { stoodInTheWay } from "../http/transaction.ts";
import type { Batched, CollectionFigures } from "./figures.ts";
import { type GroupCommit, groupCommit } from "./group-commit.ts";

const MOST_A_BATCH = 500;
/** At the largest body that is 100 MB or so; at the usual one it is some seconds of a flood. */
const MOST_WAITING = 4_000;
const MOST_TRIES = 3;

/** SQLSTATE classes that are about a row: a value that does not fit, a constraint that does not hold. */
const FAULT_OF_ROW = /^(?:22|23|P0)/;

/** Rows with an id, committed in groups. Where another process stood in the way the batch is tried again.
 *  @param commit one statement: all rows or none */
export function commitLane<Row extends { readonly id: string }, Outcome>(
  what: Batched,
  commit: (rows: readonly Row[]) => Promise<readonly Outcome[]>,
  figures: CollectionFigures,
): GroupCommit<Row, Outcome> {
  return groupCommit<Row, Outcome>((rows) => tryAgain(() => commit(rows)), {
    mostABatch: MOST_A_BATCH,
    mostWaiting: MOST_WAITING,
    keyOf: ({ id }) => id,
    isFaultOfRow: (error) => !isDatabaseGone(error) && FAULT_OF_ROW.test(sqlState(error)),
    onCommit: (rows, durationMs) => figures.committed(what, rows, durationMs),
  });
}

async function tryAgain<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES || !stoodInTheWay(error)) throw error;
    }
  }
}

function sqlState(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
