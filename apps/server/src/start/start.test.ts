import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { emptyTestDatabase } from "../../test-support/database.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import { freePort } from "../database/embedded/postmaster.ts";

const main = new URL("../main.ts", import.meta.url).pathname;

interface Run {
  readonly child: ChildProcess;
  /** What it told a person so far. */
  said(): string;
  readonly ended: Promise<number | null>;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "manyi-start-"));
  // Open to the database's user, who is another one where tests run as root.
  chmodSync(folder, 0o711);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "data");
}

function run(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Run {
  const env = { PATH: process.env.PATH ?? "", LANG: "en_US.UTF-8", ...environment };
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  const ended = once(child, "close").then(([code]) => (typeof code === "number" ? code : null));
  onTestFinished(async () => {
    child.kill("SIGINT");
    await ended;
  });
  return { child, said: () => text, ended };
}

async function started(environment: Readonly<Record<string, string>>): Promise<Run> {
  const running = run(environment);
  await untilTrue(() => running.said().includes("Manyi runs") || running.child.exitCode !== null);
  expect(running.said()).toContain("Manyi runs");
  return running;
}

async function refused(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string> {
  const { ended, said } = run(environment, ...args);
  expect(await ended).toBe(1);
  const lines = said()
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("First start"));
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

const port = async () => String(await freePort());

describe("a start", () => {
  it("serves, stops at Ctrl-C with nothing left running, and refuses a second one on the same folder", async () => {
    const place = { MANYI_DATA: temporaryFolder(), MANYI_PORT: await port() };
    const first = await started(place);
    const health = await fetch(`http://127.0.0.1:${place.MANYI_PORT}/health/ready`);
    expect(health.status).toBe(200);
    expect(await refused({ ...place, MANYI_PORT: await port() })).toContain(`(process ${first.child.pid})`);
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(existsSync(join(place.MANYI_DATA, "database-url"))).toBe(false);
    expect(existsSync(join(place.MANYI_DATA, "lock"))).toBe(false);
    await expect(fetch(`http://127.0.0.1:${place.MANYI_PORT}/`)).rejects.toThrow();
  });

  it("stops in order also when whoever read what it says has gone", async () => {
    const place = { MANYI_DATA: temporaryFolder(), MANYI_PORT: await port() };
    const { child } = await started(place);
    // As when a terminal is closed or `| tee` is killed: the next line it writes meets a broken pipe.
    child.stderr?.destroy();
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    expect(existsSync(join(place.MANYI_DATA, "database-url"))).toBe(false);
  });

  it("comes up again after a kill -9 without any help", async () => {
    const place = { MANYI_DATA: temporaryFolder(), MANYI_PORT: await port() };
    const first = await started(place);
    first.child.kill("SIGKILL");
    await first.ended;
    await started(place);
  });

  it("answers 503 with Retry-After while its database restarts, and then serves again by itself", async () => {
    const place = { MANYI_DATA: temporaryFolder(), MANYI_PORT: await port() };
    await started(place);
    const ready = `http://127.0.0.1:${place.MANYI_PORT}/health/ready`;
    const master = Number(
      readFileSync(join(place.MANYI_DATA, "postgresql-18", "postmaster.pid"), "utf8").split("\n")[0],
    );
    process.kill(master, "SIGKILL");
    const away: Response = await fetch(ready);
    expect(away.status).toBe(503);
    expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0);
    await untilTrue(async () => (await fetch(ready)).status === 200);
  });

  it("stops when the bootstrap that ran it is gone", async () => {
    const data = temporaryFolder();
    const environment = { PATH: process.env.PATH ?? "", MANYI_DATA: data, MANYI_PORT: await port() };
    const program = `const { spawn } = require("node:child_process");
      spawn(process.execPath, [${JSON.stringify(main)}], { stdio: "ignore", env: { ...process.env, MANYI_BOOTSTRAP_PID: String(process.pid) } });`;
    const bootstrap = spawn(process.execPath, ["--eval", program], { env: environment, stdio: "ignore" });
    await untilTrue(() => existsSync(join(data, "database-url")));
    bootstrap.kill("SIGKILL");
    await untilTrue(() => !existsSync(join(data, "database-url")) && !existsSync(join(data, "lock")));
  });
});

describe("a start is refused in one sentence", () => {
  it("when its port is taken, before anything is made", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const address = other.address();
    const taken = typeof address === "object" ? String(address?.port) : "";
    const data = temporaryFolder();
    expect(await refused({ MANYI_DATA: data, MANYI_PORT: taken })).toContain(`Port ${taken} of 127.0.0.1 is taken`);
    expect(existsSync(join(data, "postgresql-18"))).toBe(false);
  });

  it("when its network address is none of this machine", async () => {
    const address = { MANYI_HOST: "192.0.2.1", MANYI_ORIGIN: "https://survey.example.com" };
    expect(await refused({ MANYI_DATA: temporaryFolder(), MANYI_PORT: await port(), ...address })).toContain(
      "192.0.2.1",
    );
  });

  it("when the data folder is a file", async () => {
    const folder = temporaryFolder();
    writeFileSync(folder, "");
    expect(await refused({ MANYI_DATA: folder })).toContain("is not a folder");
  });

  it("when nothing answers at DATABASE_URL", async () => {
    const url = `postgres://u:geheim@127.0.0.1:${await freePort()}/manyi`;
    const sentence = await refused({ MANYI_DATA: temporaryFolder(), MANYI_PORT: await port(), DATABASE_URL: url });
    expect(sentence).toContain("cannot be reached");
    expect(sentence).not.toContain("geheim");
  });

  it("when the database of DATABASE_URL does not exist, or is newer than the program", async () => {
    const { db, url } = await emptyTestDatabase();
    const place = { MANYI_DATA: temporaryFolder(), MANYI_PORT: await port() };
    expect(await refused({ ...place, DATABASE_URL: `${url}_none` })).toContain("There is no database");
    await sql`create table schema_migration (number integer primary key, name text, sha256 text, applied_at timestamptz)`.execute(
      db,
    );
    await sql`insert into schema_migration values (9999, 'future', 'x', now())`.execute(db);
    expect(await refused({ ...place, DATABASE_URL: url })).toContain("newer than this program");
  });

  it.each([
    ["a role of its own without a shared database", ["--role", "worker"], "DATABASE_URL"],
    ["an unknown role", ["--role=boss"], "boss"],
    ["an unknown command", ["dance"], "dance"],
    ["an unknown option", ["--fast"], "--fast"],
    ["a back-up without a file", ["backup"], "Name the back-up file"],
  ])("when asked for %s", async (_, args, part) => {
    expect(await refused({ MANYI_DATA: temporaryFolder() }, ...args)).toContain(part);
  });
});

describe("a back-up by command", () => {
  it("is taken while the server runs, and restored into an empty folder, not into a used one", async () => {
    const place = { MANYI_DATA: temporaryFolder(), MANYI_PORT: await port() };
    await started(place);
    const file = join(place.MANYI_DATA, "backup.zip");
    expect(await run(place, "backup", file).ended).toBe(0);
    expect(await refused(place, "restore", file)).toContain("in use");
    const other = { MANYI_DATA: temporaryFolder(), MANYI_PORT: await port() };
    const restore = run(other, "restore", file);
    expect(await restore.ended).toBe(0);
    expect(restore.said()).toContain("Restored from");
    await started(other);
  });
});
