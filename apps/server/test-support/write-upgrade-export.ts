/**
 * Writes an export for the upgrade test from a filled database: run once for each change of the schema, before the next one.
 *
 *     DATABASE_URL=… MANYI_DATA=… node apps/server/test-support/write-upgrade-export.ts
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { writeBackup } from "../src/backup/write-backup.ts";
import { systemClock } from "../src/clock/clock.ts";
import { connect, workerConnections } from "../src/database/connect.ts";
import { localFiles } from "../src/files/local-files.ts";
import { productVersion } from "../src/product/product-version.ts";
import { recordOf, upgradesFolder } from "./upgrade-export.ts";

const { DATABASE_URL: databaseUrl = "", MANYI_DATA: dataFolder = "" } = process.env;
const db = connect(databaseUrl, { ...workerConnections, onConnectionLost: () => {} });
const files = localFiles(join(dataFolder, "files"), systemClock);
const { number } = await sql<{ number: number }>`select max(number) as number from schema_migration`
  .execute(db)
  .then(({ rows: [newest] }) => newest ?? { number: 0 });
const name = join(upgradesFolder, `schema-${String(number).padStart(4, "0")}`);
if (existsSync(`${name}.zip`)) throw new Error(`${name}.zip exists; exports are never changed.`);
// Whoever reads the repository reads this secret: only a database made for this purpose may be exported.
const source = {
  databaseUrl,
  files,
  secret: "only-for-the-upgrade-test",
  product: productVersion,
  now: systemClock.now(),
};
const manifest = await writeBackup(source, `${name}.zip`);
writeFileSync(`${name}.json`, `${JSON.stringify(await recordOf(db, manifest), null, 2)}\n`);
await db.destroy();
process.stdout.write(`${name}.zip\n`);
