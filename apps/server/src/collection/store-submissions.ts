/**
 * An answer that was acknowledged is never lost and never counted twice: it is acknowledged when its row is committed, and the row's key
 * is the sender's id. Sent again, the row is there already and says by its hash whether it is the same.
 */
import type { StatementPool } from "../database/statement-pool.ts";
import { commitLane } from "./commit-lane.ts";
import type { CollectionFigures } from "./figures.ts";
import type { GroupCommit } from "./group-commit.ts";
import { findKept, type InsertedRow, insertRows, type KeptResponse, type SubmissionRow } from "./submission-queries.ts";

export type StoredSubmission =
  | { readonly kind: "accepted" | "repeated"; readonly receivedAt: Date; readonly late: boolean }
  /** Something else stands under this id. */
  | { readonly kind: "differs"; readonly receivedAt: Date }
  | { readonly kind: "closed"; readonly closedAt: Date }
  /** The link was withdrawn. */
  | { readonly kind: "no-link" };

export type SubmissionStore = GroupCommit<SubmissionRow, StoredSubmission>;

export function submissionStore(pool: StatementPool, figures: CollectionFigures): SubmissionStore {
  return commitLane("responses", (rows) => storeRows(pool, rows), figures);
}

async function storeRows(pool: StatementPool, rows: readonly SubmissionRow[]): Promise<readonly StoredSubmission[]> {
  const said = await insertRows(pool, rows);
  if (said.length !== rows.length) throw new Error(`${rows.length} rows, ${said.length} answers: a link has vanished`);
  const others = rows.filter((_, at) => said[at]?.inserted !== true).map(({ id }) => id);
  // A statement of its own: what another process committed while the first one waited is seen only now.
  const kept = new Map(others.length === 0 ? [] : (await findKept(pool, others)).map((row) => [row.id, row]));
  return rows.map((row, at) => outcomeOf(row, said[at], kept.get(row.id)));
}

function outcomeOf(
  row: SubmissionRow,
  said: InsertedRow | undefined,
  kept: KeptResponse | undefined,
): StoredSubmission {
  if (said?.inserted === true) return { kind: "accepted", receivedAt: row.receivedAt, late: said.late };
  if (kept !== undefined) {
    const same = kept.waveId === row.waveId && kept.hash?.equals(row.hash) === true;
    const { receivedAt, late } = kept;
    return same ? { kind: "repeated", receivedAt, late } : { kind: "differs", receivedAt };
  }
  if (said === undefined || said.isWithdrawn) return { kind: "no-link" };
  if (said.closedAt !== null) return { kind: "closed", closedAt: said.closedAt };
  throw new Error("a response was neither inserted nor refused nor there");
}
