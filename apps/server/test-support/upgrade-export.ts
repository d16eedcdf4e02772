/** What an upgrade must keep, in terms that hold for every version of the schema. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { type Kysely, sql } from "kysely";
import type { Manifest } from "../src/backup/manifest.ts";
import type { Tables } from "../src/database/tables.ts";

export const upgradesFolder = fileURLToPath(new URL("../test/upgrades", import.meta.url));

/** Kept beside an export as `NAME.json`. */
export interface UpgradeRecord {
  readonly schema: number;
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 over every response's id, state and answers, ordered by id. */
  readonly answers: string;
}

export async function recordOf(db: Kysely<Tables>, manifest: Manifest): Promise<UpgradeRecord> {
  const rows: Record<string, number> = {};
  for (const { name } of manifest.tables) rows[name] = await countRows(db, name);
  return { schema: manifest.schema, rows, answers: await hashOfAnswers(db) };
}

async function countRows(db: Kysely<Tables>, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function hashOfAnswers(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', id, state, answers) as line from response order by id`.execute(db);
  const hash = createHash("sha256");
  for (const { line } of rows) hash.update(`${line}\n`);
  return hash.digest("hex");
}
