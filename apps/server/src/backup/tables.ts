/** All SQL of back-ups. */

import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { type CopyToStreamQuery, from as copyFrom, to as copyTo } from "pg-copy-streams";
import { leftOutColumns, leftOutTables } from "./kept-tables.ts";
import type { SequenceState, TableContents } from "./manifest.ts";
import { measure } from "./measure.ts";

export interface KeptTable {
  readonly name: string;
  /** In the table's order; without computed ones. */
  readonly columns: readonly string[];
  /** What the rows are ordered by, as SQL. */
  readonly order: string;
  /** Kept tables whose rows must be there first. */
  readonly needs: readonly string[];
}

/** Text of values must not depend on the server's settings, or equal data would have unequal hashes. */
export async function fixTextForms(client: pg.Client): Promise<void> {
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601';
    set bytea_output = 'hex'; set extra_float_digits = 1; set statement_timeout = 0;
    set idle_in_transaction_session_timeout = 0`);
}

/** The tables a back-up keeps, each after those it needs. */
export async function keptTables(client: pg.Client): Promise<readonly KeptTable[]> {
  const { rows } = await client.query<{
    name: string;
    columns: string[];
    keys: string[] | null;
    needs: string[] | null;
  }>(`
    select t.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '' order by a.attnum) as columns,
      (select array_agg(quote_ident(a.attname) || case when y.typcollation <> 0 then ' collate "C"' else '' end
                        order by k.at)
         from pg_constraint c, unnest(c.conkey) with ordinality k(attnum, at), pg_attribute a, pg_type y
         where c.conrelid = t.oid and c.contype = 'p' and a.attrelid = t.oid and a.attnum = k.attnum and y.oid = a.atttypid
      ) as keys,
      (select array_agg(distinct f.relname::text) from pg_constraint c join pg_class f on f.oid = c.confrelid
         where c.conrelid = t.oid and c.contype = 'f' and f.oid <> t.oid) as needs
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'public' and t.relkind = 'r'
    order by t.relname collate "C"`);
  const kept = rows.filter(({ name }) => !(name in leftOutTables));
  const tables = kept.map(({ name, columns, keys, needs }) => ({
    name,
    columns: columns.filter((column) => !leftOutColumns.has(`${name}.${column}`)),
    order: keys?.join(", ") ?? `${quoted(name)}::text collate "C"`,
    needs: (needs ?? []).filter((other) => !(other in leftOutTables)),
  }));
  return inOrder(tables);
}

/** @throws Error if tables need each other: then one of their keys must be made deferrable */
function inOrder(tables: readonly KeptTable[]): readonly KeptTable[] {
  const done = new Set<string>();
  const ordered: KeptTable[] = [];
  while (ordered.length < tables.length) {
    const ready = tables.filter(({ name, needs }) => !done.has(name) && needs.every((other) => done.has(other)));
    if (ready.length === 0) throw new Error("The tables' foreign keys form a circle.");
    for (const table of ready) {
      done.add(table.name);
      ordered.push(table);
    }
  }
  return ordered;
}

/** The rows as COPY writes them, in the order of their keys. */
export function copyOut(client: pg.Client, table: KeptTable): CopyToStreamQuery {
  const columns = table.columns.map(quoted).join(", ");
  const copy = copyTo(`copy (select ${columns} from ${quoted(table.name)} order by ${table.order}) to stdout`);
  // Whoever reads it hears of errors too; one that comes when nobody reads any more (the back-up was given up) ends nothing.
  copy.on("error", () => {});
  return client.query(copy);
}

export function copyIn(client: pg.Client, table: KeptTable): Writable {
  return client.query(copyFrom(`copy ${quoted(table.name)} (${table.columns.map(quoted).join(", ")}) from stdin`));
}

/** What is in a table now, in the terms of a manifest. */
export async function describeTable(client: pg.Client, table: KeptTable): Promise<TableContents> {
  const measured = measure();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(copyOut(client, table), measured.stream, nowhere);
  const { bytes, lines, sha256 } = measured.result();
  return { name: table.name, columns: table.columns, rows: lines, bytes, sha256 };
}

/** @returns a table that holds rows, of all there are; undefined if there is none */
export async function firstFilledTable(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' order by 1`,
  );
  for (const { name } of rows) {
    const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`);
    if (rowCount !== 0) return name;
  }
  return undefined;
}

export async function schemaNumber(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ number: number }>("select max(number) as number from schema_migration");
  return rows[0]?.number ?? 0;
}

export async function sequenceStates(client: pg.Client): Promise<readonly SequenceState[]> {
  const { rows } = await client.query<SequenceState>(`
    select sequencename as name, last_value as "lastValue" from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`);
  return rows;
}

export const IMPORTS_TABLE = "study_import";

/** Jobs are not in a back-up: what waited for one or was under way waits for a person again. */
export async function putImportsBack(client: pg.Client): Promise<void> {
  await client.query(`update ${IMPORTS_TABLE} set state = 'ready', request = null, progress = null
    where state in ('queued', 'running')`);
}

export async function setSequence(client: pg.Client, { name, lastValue }: SequenceState): Promise<void> {
  await client.query("select setval(quote_ident($1)::regclass, $2)", [name, lastValue]);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
