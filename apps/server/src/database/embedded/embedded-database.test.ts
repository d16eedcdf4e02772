import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { untilTrue } from "../../../test-support/until-true.ts";
import { openClient } from "../open-client.ts";
import { databaseUser } from "./database-user.ts";
import { type DatabaseEvent, type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database.ts";
import { isAlive } from "./leftover.ts";

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "manyi-embedded-"));
  chmodSync(folder, 0o711);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(folder: string, onEvent: (event: DatabaseEvent) => void = () => {}): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataFolder: folder, onEvent });
  onTestFinished(() => database.stop());
  return database;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = await openClient(url, "test");
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Starts the database in a process of its own, which can be killed without a word.
 *  @returns the process and the database's address */
async function startInOtherProcess(folder: string): Promise<{ child: ChildProcess; url: string; pid: number }> {
  const program = `import { startEmbeddedDatabase } from ${JSON.stringify(new URL("./embedded-database.ts", import.meta.url).href)};
    const database = await startEmbeddedDatabase({ dataFolder: ${JSON.stringify(folder)}, onEvent: () => {} });
    console.log(JSON.stringify({ url: database.url, pid: database.pid() }));
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const { url, pid }: { url: string; pid: number } = JSON.parse(String(line));
  return { child, url, pid };
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

describe("the embedded database", () => {
  it("holds Chinese, checks its pages, keeps what it acknowledges, and listens to this machine only", async () => {
    const { url } = await start(dataFolder());
    const rows = await query(
      url,
      `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
              current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('full_page_writes') as pages, current_setting('listen_addresses') as listens,
              '客户满意度' ~ '满意' and upper('é') = 'É' as searches`,
    );
    expect(rows).toEqual([
      {
        encoding: "UTF8",
        checksums: "on",
        fsync: "on",
        commit: "on",
        pages: "on",
        listens: "127.0.0.1",
        searches: true,
      },
    ]);
  });

  it("lets nobody in without the password, which only its owner can read", async () => {
    const folder = dataFolder();
    const { url } = await start(folder);
    const wrong = url.replace(/:[^:@]+@/, ":wrong@");
    await expect(openClient(wrong, "test")).rejects.toMatchObject({ code: "database-password-wrong" });
    expect(statSync(join(folder, "database-password")).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "database-url")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "log", "database.log"), "utf8")).not.toContain(new URL(url).password);
  });

  it("says so when its password file was replaced", async () => {
    const folder = dataFolder();
    await (await start(folder)).stop();
    writeFileSync(join(folder, "database-password"), "another\n");
    await expect(start(folder)).rejects.toMatchObject({ code: "database-password-lost" });
  });

  it("keeps its data over a stop, at whatever port it comes back", async () => {
    const folder = dataFolder();
    const first = await start(folder);
    await query(first.url, "create table kept as select 1 as id");
    await first.stop();
    expect(isAlive(first.pid())).toBe(false);
    expect(existsSync(join(folder, "database-url"))).toBe(false);
    await expect(query((await start(folder)).url, "select id from kept")).resolves.toEqual([{ id: 1 }]);
  });

  it("says which version made a cluster it cannot read", async () => {
    const folder = dataFolder();
    await (await start(folder)).stop();
    writeFileSync(join(folder, "postgresql-18", "PG_VERSION"), "17\n");
    await expect(start(folder)).rejects.toMatchObject({
      code: "database-of-another-version",
      details: { found: "17" },
    });
  });
});

describe("after a kill -9", () => {
  it("of the database under us, with a connection deep in work, it comes back at the same address with every commit", async () => {
    const events: DatabaseEvent[] = [];
    const database = await start(dataFolder(), (event) => events.push(event));
    await query(database.url, "create table kept as select 1 as id");
    const busy = new pg.Client({ connectionString: database.url });
    busy.on("error", () => {});
    await busy.connect();
    const work = busy.query("select count(*) from generate_series(1, 4000000000)").catch(() => "broken");
    await untilTrue(async () => {
      const running = await query(
        database.url,
        "select from pg_stat_activity where query like '%4000000000%' and state = 'active'",
      );
      return running.length > 1;
    });
    process.kill(database.pid(), "SIGKILL");
    await untilTrue(() => events.some(({ kind }) => kind === "started-again"));
    await expect(query(database.url, "select id from kept")).resolves.toEqual([{ id: 1 }]);
    await expect(work).resolves.toBe("broken");
  });

  it("of our own process, the next start stops the database that lives on and finds every commit", async () => {
    const folder = dataFolder();
    const { child, url, pid } = await startInOtherProcess(folder);
    await query(url, "create table kept as select 1 as id");
    await kill(child);
    expect(isAlive(pid)).toBe(true);
    const next = await start(folder);
    expect(isAlive(pid)).toBe(false);
    await expect(query(next.url, "select id from kept")).resolves.toEqual([{ id: 1 }]);
  });

  it("of our own process and the database together, the next start recovers", async () => {
    const folder = dataFolder();
    const { child, url, pid } = await startInOtherProcess(folder);
    await query(url, "create table kept as select 1 as id");
    await kill(child);
    process.kill(pid, "SIGKILL");
    await expect(query((await start(folder)).url, "select id from kept")).resolves.toEqual([{ id: 1 }]);
  });

  it("while the cluster is made, the next start makes it anew", async () => {
    const folder = dataFolder();
    mkdirSync(join(folder, "postgresql-18.making", "base"), { recursive: true });
    writeFileSync(join(folder, "postgresql-18.making", "PG_VERSION"), "18\n");
    await expect(query((await start(folder)).url, "select 1 as one")).resolves.toEqual([{ one: 1 }]);
    expect(existsSync(join(folder, "postgresql-18.making"))).toBe(false);
  });
});

describe("a stale postmaster.pid", () => {
  it.each([
    ["of a process that is gone", () => 4_000_000],
    ["whose number now belongs to another program", () => stranger()],
  ])("%s does not stop the start", async (_, pid) => {
    const folder = dataFolder();
    await (await start(folder)).stop();
    const cluster = join(folder, "postgresql-18");
    writeFileSync(
      join(cluster, "postmaster.pid"),
      `${pid()}\n${cluster}\n1700000000\n20001\n\n127.0.0.1\n  5432001         0\nready   \n`,
    );
    await expect(query((await start(folder)).url, "select 1 as one")).resolves.toEqual([{ one: 1 }]);
  });
});

/** A living program of the same user as the database, which makes PostgreSQL itself believe in the file. */
function stranger(): number {
  const owner = databaseUser() ?? {};
  const child = spawn("sleep", ["600"], owner);
  onTestFinished(() => void child.kill());
  if (child.pid === undefined) throw new Error("sleep did not start");
  return child.pid;
}
