/** What the same PostgreSQL does when each client commits one row of the same size at a time, and nothing else. Prints one JSON line. */
import { readFileSync } from "node:fs";
import pg from "pg";

interface Baseline {
  readonly url: string;
  readonly clients: number;
  readonly seconds: number;
  /** JSON of rows. */
  readonly rows: readonly string[];
}

const { url, clients, seconds, rows }: Baseline = JSON.parse(readFileSync(0, "utf8"));
const connections = await Promise.all(
  Array.from({ length: clients }, async () => {
    const client = new pg.Client({ connectionString: url, application_name: "manyi bench" });
    await client.connect();
    return client;
  }),
);
let committed = 0;
const began = performance.now();
const end = began + seconds * 1_000;
await Promise.all(
  connections.map(async (client) => {
    while (performance.now() < end) {
      const row = rows[Math.floor(Math.random() * rows.length)];
      await client.query({ name: "row", text: "insert into bench_row (answers) values ($1)", values: [row] });
      committed += 1;
    }
  }),
);
const took = (performance.now() - began) / 1_000;
await Promise.all(connections.map((client) => client.end()));
process.stdout.write(`${JSON.stringify({ committed, seconds: took })}\n`);
