import { sql } from "kysely";
import type { Database } from "../src/database/connect.ts";

/** A digest of every row of every table, so that a test can say that nothing was written.
 *  @param except tables that also change without anybody's doing */
export async function databaseDigest(
  db: Database,
  except: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker') and not (tablename = any (${[...except]}::text[]))
    order by 1`.execute(db);
  const parts = tables.map(
    ({ name }) => sql`select ${name} as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
      from ${sql.raw(name)} as t`,
  );
  const { rows } = await sql<{ name: string; digest: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
