/**
 * Writes straight into the database: imports of many rows, each wholly there or not at all, and edits that only ever count up.
 * It needs nothing of the server but a database that runs.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Random } from "./random.ts";
import type { Place, Workload } from "./workload.ts";

const COUNTERS = 8;

export function databaseWorkload(): Workload {
  const imports = new Map<string, number>();
  const edits = new Map<number, number>();
  let acknowledged = 0;
  return {
    acknowledged: () => acknowledged,
    prepare: (place) =>
      withClient(place, async (client) => {
        await client.query(`create table crash_import (id uuid primary key, rows integer not null);
          create table crash_row (import_id uuid not null references crash_import, line integer, filler text);
          create table crash_counter (id integer primary key, value integer not null);
          insert into crash_counter select n, 0 from generate_series(0, ${COUNTERS - 1}) n`);
      }),
    write: (place, random) =>
      withClient(place, async (client) => {
        if (random.next() < 0.5) await importRows(client, random, imports);
        else await edit(client, random, edits);
        acknowledged += 1;
      }),
    faults: (place) => withClient(place, (client) => lookForFaults(client, imports, edits)),
  };
}

async function importRows(client: pg.Client, random: Random, ledger: Map<string, number>): Promise<void> {
  const id = randomUUID();
  const rows = random.between(1, 2_000);
  await client.query("begin");
  await client.query("insert into crash_import values ($1, $2)", [id, rows]);
  await client.query("insert into crash_row select $1, n, repeat('满', 50) from generate_series(1, $2::integer) n", [
    id,
    rows,
  ]);
  await client.query("commit");
  ledger.set(id, rows);
}

async function edit(client: pg.Client, random: Random, ledger: Map<number, number>): Promise<void> {
  const id = random.between(0, COUNTERS);
  const { rows } = await client.query<{ value: number }>(
    "update crash_counter set value = value + 1 where id = $1 returning value",
    [id],
  );
  ledger.set(id, Math.max(ledger.get(id) ?? 0, rows[0]?.value ?? 0));
}

async function lookForFaults(
  client: pg.Client,
  imports: ReadonlyMap<string, number>,
  edits: ReadonlyMap<number, number>,
): Promise<readonly string[]> {
  const found = await client.query<{ id: string; rows: number; kept: number }>(
    `select i.id, i.rows, coalesce(r.kept, 0) as kept from crash_import i
     left join (select import_id, count(*)::integer as kept from crash_row group by 1) r on r.import_id = i.id`,
  );
  const kept = new Map(found.rows.map((row) => [row.id, row.kept]));
  const counters = await client.query<{ id: number; value: number }>("select id, value from crash_counter");
  const values = new Map(counters.rows.map(({ id, value }) => [id, value]));
  return [
    ...found.rows
      .filter((row) => row.kept !== row.rows)
      .map((row) => `import ${row.id} is half: ${row.kept} of ${row.rows} rows`),
    ...[...imports]
      .filter(([id, rows]) => kept.get(id) !== rows)
      .map(([id]) => `import ${id} was acknowledged and is lost`),
    ...[...edits]
      .filter(([id, value]) => (values.get(id) ?? -1) < value)
      .map(([id, value]) => `counter ${id} is ${values.get(id)}; ${value} was acknowledged`),
  ];
}

async function withClient<T>(place: Place, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: place.databaseUrl(), connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
