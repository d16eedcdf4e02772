import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { emptyTestDatabase } from "../../test-support/database.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import { isDatabaseGone } from "./database-gone.ts";
import { migrate, migrateTo } from "./migrate.ts";
import { migrationsFolder } from "./migration-files.ts";

const first = { "0001-first.sql": "create table first (id integer primary key); insert into first values (1);" };
const second = { "0002-second.sql": "create table second (id integer primary key);" };

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "manyi-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("migrations", () => {
  it("applies what is missing, in order, once", async () => {
    const { url } = await emptyTestDatabase();
    await expect(migrate(url, folderOf(first))).resolves.toEqual({ number: 1, applied: ["0001-first.sql"] });
    const both = folderOf({ ...first, ...second });
    await expect(migrate(url, both)).resolves.toEqual({ number: 2, applied: ["0002-second.sql"] });
    await expect(migrate(url, both)).resolves.toEqual({ number: 2, applied: [] });
  });

  it("stops at a given number, for a back-up of that time", async () => {
    const { url } = await emptyTestDatabase();
    await expect(migrateTo(url, 1, folderOf({ ...first, ...second }))).resolves.toMatchObject({ number: 1 });
  });

  it("lets two processes that start together apply each migration once", async () => {
    const { url } = await emptyTestDatabase();
    const folder = folderOf({ ...first, ...second });
    const reports = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
    expect(reports.flatMap(({ applied }) => applied).sort()).toEqual(["0001-first.sql", "0002-second.sql"]);
  });

  it("keeps nothing of a migration that fails, and says which", async () => {
    const { url, db } = await emptyTestDatabase();
    const broken = folderOf({ ...first, "0002-second.sql": "create table second (id integer); select 1 / 0;" });
    await expect(migrate(url, broken)).rejects.toMatchObject({
      code: "migration-failed",
      details: { file: "0002-second.sql", reason: "division by zero" },
    });
    const { rows } = await sql<{ kept: string | null }>`select to_regclass('second')::text as kept`.execute(db);
    expect(rows).toEqual([{ kept: null }]);
  });

  it("refuses a database that is newer than the program", async () => {
    const { url } = await emptyTestDatabase();
    await migrate(url, folderOf({ ...first, ...second }));
    await expect(migrate(url, folderOf(first))).rejects.toMatchObject({
      code: "database-newer",
      details: { database: 2, program: 1 },
    });
  });

  it("refuses a database made by another text of a migration", async () => {
    const { url } = await emptyTestDatabase();
    await migrate(url, folderOf(first));
    const changed = folderOf({ "0001-first.sql": "create table first (id bigint);" });
    await expect(migrate(url, changed)).rejects.toMatchObject({ code: "migration-changed" });
  });

  it("refuses a database in which an earlier migration is missing", async () => {
    const { url, db } = await emptyTestDatabase();
    const both = folderOf({ ...first, ...second });
    await migrate(url, both);
    await sql`delete from schema_migration where number = 1`.execute(db);
    await expect(migrate(url, both)).rejects.toMatchObject({ code: "migration-out-of-order" });
  });

  it("takes the same migration with the line ends of another system", async () => {
    const { url } = await emptyTestDatabase();
    await migrate(url, folderOf({ "0001-first.sql": "create table first (id integer);\n-- end\n" }));
    const windows = folderOf({ "0001-first.sql": "create table first (id integer);\r\n-- end\r\n" });
    await expect(migrate(url, windows)).resolves.toMatchObject({ applied: [] });
  });

  it("takes numbers without gaps only", async () => {
    const { url } = await emptyTestDatabase();
    await expect(migrate(url, folderOf({ ...first, "0003-third.sql": "select 1" }))).rejects.toThrow(
      "0002-some-name.sql",
    );
  });
});

describe("a migration that dies half-way", () => {
  it("leaves the database as it was, and the next start completes it", async () => {
    const { url, db } = await emptyTestDatabase();
    await migrate(url, folderOf(first));
    const slow = folderOf({ ...first, "0002-second.sql": "create table second (id integer); select pg_sleep(600);" });
    const child = migrateInOtherProcess(url, slow);
    await untilTrue(() => isAsleep(db));
    const exited = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await exited;
    // The server notices when it next looks at the connection; it need not wait for the end of the sleep.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like '%pg_sleep%' and pid <> pg_backend_pid()`.execute(db);

    const { rows } = await sql<{ number: number }>`select number from schema_migration`.execute(db);
    expect(rows).toEqual([{ number: 1 }]);
    // The previous version of the program still works with it …
    await expect(migrate(url, folderOf(first))).resolves.toEqual({ number: 1, applied: [] });
    await expect(sql<{ id: number }>`select id from first`.execute(db)).resolves.toMatchObject({ rows: [{ id: 1 }] });
    // … and the next version gets there.
    await expect(migrate(url, folderOf({ ...first, ...second }))).resolves.toMatchObject({ number: 2 });
  });

  it("is told as the database being away when the connection breaks", async () => {
    const { url } = await emptyTestDatabase();
    const suicidal = folderOf({
      "0001-first.sql": "create table first (); select pg_terminate_backend(pg_backend_pid());",
    });
    const failure: unknown = await migrate(url, suicidal).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "migration-failed" });
    expect(isDatabaseGone(failure)).toBe(true);
    await expect(migrate(url, folderOf(first))).resolves.toMatchObject({ number: 1 });
  });
});

describe("the migrations of the product", () => {
  it("leave transactions to their runner", () => {
    const texts = readdirSync(migrationsFolder).map((file) => readFileSync(join(migrationsFolder, file), "utf8"));
    for (const text of texts) expect(text).not.toMatch(/^\s*(begin|commit|rollback|start transaction)\s*;/im);
  });
});

function migrateInOtherProcess(url: string, folder: string) {
  const program = `import { migrate } from ${JSON.stringify(new URL("./migrate.ts", import.meta.url).href)};
    await migrate(${JSON.stringify(url)}, ${JSON.stringify(folder)});`;
  return spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: "ignore" });
}

async function isAsleep(db: Awaited<ReturnType<typeof emptyTestDatabase>>["db"]): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`.execute(db);
  return rows.length > 0;
}
