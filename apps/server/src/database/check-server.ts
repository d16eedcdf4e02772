import type pg from "pg";
import { OperatorFailure } from "../failure/operator-failure.ts";

const OLDEST_POSTGRESQL = 15;

/** @throws OperatorFailure if the server is older than the program needs, or the database cannot hold Chinese */
export async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: string; encoding: string; name: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num') as number,
            current_setting('server_encoding') as encoding, current_database() as name`,
  );
  for (const { version, number, encoding, name } of rows) {
    if (Number(number) < OLDEST_POSTGRESQL * 10_000) {
      throw new OperatorFailure("postgresql-too-old", { found: version, needed: OLDEST_POSTGRESQL });
    }
    if (encoding !== "UTF8") throw new OperatorFailure("database-not-utf8", { database: name, encoding });
  }
}
