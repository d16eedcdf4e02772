import type { StatementPool } from "../database/statement-pool.ts";
import { commitLane } from "./commit-lane.ts";
import type { CollectionFigures } from "./figures.ts";
import type { GroupCommit } from "./group-commit.ts";
import { type PartialRow, type SavedRow, saveRows } from "./partial-queries.ts";

export type StoredPartial =
  | { readonly kind: "saved" }
  /** Something newer stands there. */
  | { readonly kind: "stale"; readonly sequence: number }
  | { readonly kind: "complete"; readonly receivedAt: Date }
  | { readonly kind: "closed"; readonly closedAt: Date }
  | { readonly kind: "no-link" };

export type PartialStore = GroupCommit<PartialRow, StoredPartial>;

export function partialStore(pool: StatementPool, figures: CollectionFigures): PartialStore {
  return commitLane("partials", (rows) => storeRows(pool, rows), figures);
}

async function storeRows(pool: StatementPool, rows: readonly PartialRow[]): Promise<readonly StoredPartial[]> {
  const said = await saveRows(pool, rows);
  if (said.length !== rows.length) throw new Error(`${rows.length} rows, ${said.length} answers: a link has vanished`);
  return rows.map(({ sequence }, at) => outcomeOf(said[at], sequence));
}

function outcomeOf(said: SavedRow | undefined, sequence: number): StoredPartial {
  if (said === undefined || said.isWithdrawn) return { kind: "no-link" };
  if (said.saved || said.same) return { kind: "saved" };
  if (said.receivedAt !== null) return { kind: "complete", receivedAt: said.receivedAt };
  if (said.closedAt !== null) return { kind: "closed", closedAt: said.closedAt };
  // Where nothing was seen, another process has saved in this moment what is at least as new.
  return { kind: "stale", sequence: said.sequence ?? sequence };
}
