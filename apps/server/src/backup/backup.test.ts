import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import yazl from "yazl";
import { emptyTestDatabase, testDatabase } from "../../test-support/database.ts";
import { systemClock } from "../clock/clock.ts";
import type { Database } from "../database/connect.ts";
import { localFiles } from "../files/local-files.ts";
import { openBackup } from "./open-backup.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const RESPONSES = 3_000;
const awkward = "满意\t换行\n反斜杠\\ \\N 引号\" '";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "manyi-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An organisation with a tree of units, a wave with many responses, their events, and a stored file. */
async function fill(db: Database): Promise<void> {
  await sql`
    insert into organisation (id, name, time_zone) values ('00000000-0000-4000-8000-000000000001', '{"zh":"甲"}', 'Asia/Shanghai')`.execute(
    db,
  );
  await sql`
    insert into unit (id, organisation_id, parent_id, kind, name, path) values
      ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', null, 'group', '{}', '{00000000-0000-4000-8000-000000000003}'),
      ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000003', 'team', '{}',
       '{00000000-0000-4000-8000-000000000003,00000000-0000-4000-8000-000000000002}')`.execute(db);
  await sql`create table note (id bigint generated always as identity primary key, response integer, body text, at timestamptz)`.execute(
    db,
  );
  await sql`insert into note (response, body, at)
    select n, ${awkward} || n, timestamptz '2026-01-01' + n * interval '1 second' from generate_series(1, ${RESPONSES}::integer) n`.execute(
    db,
  );
  await sql`delete from note where id = ${RESPONSES}`.execute(db);
}

async function filledBackup() {
  const folder = temporaryFolder();
  const { db, url } = await testDatabase();
  await fill(db);
  const files = localFiles(join(folder, "files"), systemClock);
  const stored = await files.put("imports", Readable.from([Buffer.from(awkward)]), { largestBytes: 1_000 });
  const file = join(folder, "backup.zip");
  const source = {
    databaseUrl: url,
    files,
    secret: "the-secret",
    product: "0.1.0",
    now: new Date("2026-11-22T00:00:00Z"),
  };
  const manifest = await writeBackup(source, file);
  return { folder, file, manifest, source, key: stored.key };
}

/** A target whose schema has the test's own table too. */
async function target(folder: string) {
  const { db, url } = await testDatabase();
  await sql`create table note (id bigint generated always as identity primary key, response integer, body text, at timestamptz)`.execute(
    db,
  );
  const files = localFiles(join(folder, "restored"), systemClock);
  return { db, url, files, place: { databaseUrl: url, files, filesPlace: join(folder, "restored") } };
}

describe("back-up and restore", () => {
  it("give an equal database, whatever characters stand in it, and equal files", async () => {
    const { folder, file, manifest, key } = await filledBackup();
    const { db, files, place } = await target(folder);
    await expect(restoreBackup(place, file)).resolves.toMatchObject({ secret: "the-secret" });
    const again = join(folder, "again.zip");
    const source = { databaseUrl: place.databaseUrl, files, secret: "s", product: "0.1.0", now: new Date(0) };
    expect((await writeBackup(source, again)).tables).toEqual(manifest.tables);
    expect(manifest.tables.find(({ name }) => name === "note")?.rows).toBe(RESPONSES - 1);
    expect(await text(await files.read(key))).toBe(awkward);
    // The sequence goes on after the last number that was ever given, also if its row is gone.
    const { rows } = await sql<{ id: number }>`insert into note (response) values (1) returning id`.execute(db);
    expect(rows).toEqual([{ id: RESPONSES + 1 }]);
  });

  it("leave nothing behind of sessions, mails and what can be computed again", async () => {
    const { manifest } = await filledBackup();
    const names = manifest.tables.map(({ name }) => name);
    expect(names).toContain("organisation");
    for (const name of ["auth_session", "mail_message", "derived_file", "password_link"])
      expect(names).not.toContain(name);
    expect(manifest.tables.find(({ name }) => name === "response_event")?.columns).not.toContain("commit_xid");
  });

  it("are of one moment: what is committed meanwhile is not in it", async () => {
    const folder = temporaryFolder();
    const { db, url } = await testDatabase();
    await fill(db);
    const store = localFiles(join(folder, "files"), systemClock);
    const files = {
      read: store.read,
      // Asked when the transaction has begun and no row has been read.
      list: async function* (area: string) {
        await sql`insert into note (response) values (0)`.execute(db);
        yield* store.list(area);
      },
    };
    const source = { databaseUrl: url, files, secret: "s", product: "0.1.0", now: new Date(0) };
    const { tables } = await writeBackup(source, join(folder, "b.zip"));
    expect(tables.find(({ name }) => name === "note")?.rows).toBe(RESPONSES - 1);
    expect(statSync(join(folder, "b.zip")).mode & 0o777).toBe(0o600);
  });

  it("never overwrite a file, and leave none half written", async () => {
    const { file, folder, source } = await filledBackup();
    await expect(writeBackup(source, file)).rejects.toMatchObject({ code: "backup-exists" });
    await expect(writeBackup(source, join(folder, "none", "b.zip"))).rejects.toMatchObject({
      code: "backup-not-written",
    });
  });
});

describe("a restore changes nothing", () => {
  async function expectRefused(file: string, folder: string, code: string) {
    const { db, files, place } = await target(folder);
    await expect(restoreBackup(place, file)).rejects.toMatchObject({ code });
    const { rows } = await sql<{ count: number }>`select count(*) as count from organisation`.execute(db);
    expect(rows).toEqual([{ count: 0 }]);
    for await (const key of files.list("imports")) expect.unreachable(key);
  }

  it("if the file was cut off anywhere", async () => {
    const { file, folder } = await filledBackup();
    const { size } = statSync(file);
    truncateSync(file, size - 30);
    await expectRefused(file, folder, "backup-broken");
    truncateSync(file, Math.floor(size / 2));
    await expectRefused(file, folder, "backup-broken");
  });

  it("if any byte was altered", async () => {
    const { file, folder } = await filledBackup();
    const whole = readFileSync(file);
    for (const part of [0.1, 0.3, 0.5, 0.7]) {
      const altered = Buffer.from(whole);
      const at = Math.floor(whole.length * part);
      altered.writeUInt8(altered.readUInt8(at) ^ 0x55, at);
      writeFileSync(file, altered);
      await expectRefused(file, folder, "backup-broken");
    }
  });

  it("if it is another kind of file, or is not there", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "data.csv");
    appendFileSync(file, "a,b\n1,2\n");
    await expectRefused(file, folder, "backup-not-a-backup");
    await expectRefused(join(folder, "none.zip"), folder, "backup-missing");
  });

  it("if the zip holds something else than its contents list says", async () => {
    const folder = temporaryFolder();
    const contents = { kind: "manyi-backup", format: 1, product: "0", schema: 1, madeAt: "", sequences: [], files: [] };
    const bomb = { name: "organisation", columns: ["id"], rows: 1, sha256: "", bytes: 10 };
    const cases: [string, Record<string, string>, string][] = [
      [
        "extra",
        { "manifest.json": JSON.stringify({ ...contents, tables: [] }), secret: "s", extra: "x" },
        "backup-broken",
      ],
      [
        "bomb",
        {
          "manifest.json": JSON.stringify({ ...contents, tables: [bomb] }),
          secret: "s",
          "tables/organisation.copy": "0".repeat(9_999_999),
        },
        "backup-broken",
      ],
      [
        "newer",
        { "manifest.json": JSON.stringify({ ...contents, schema: 9_999, tables: [] }), secret: "s" },
        "backup-newer",
      ],
      [
        "format",
        { "manifest.json": JSON.stringify({ ...contents, format: 2, tables: [] }), secret: "s" },
        "backup-format-unknown",
      ],
      [
        "slip",
        {
          "manifest.json": JSON.stringify({
            ...contents,
            tables: [],
            files: [{ key: "../../etc/passwd", bytes: 1, sha256: "" }],
          }),
          secret: "s",
        },
        "backup-broken",
      ],
      ["other", { "readme.txt": "x" }, "backup-not-a-backup"],
    ];
    for (const [name, entries, code] of cases) {
      const file = join(folder, `${name}.zip`);
      await writeZip(file, entries);
      await expect(openBackup(file, 3)).rejects.toMatchObject({ code });
    }
  });

  it("if there is data already", async () => {
    const { file, folder } = await filledBackup();
    const { db, place } = await target(folder);
    await fill(db).catch(() => {});
    await expect(restoreBackup(place, file)).rejects.toMatchObject({ code: "restore-not-empty" });
  });
});

describe("a restore that failed", () => {
  it("can be tried again with a sound back-up", async () => {
    const { file, folder, source } = await filledBackup();
    const { place } = await target(folder);
    const damaged = join(folder, "damaged.zip");
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(200) ^ 0x55, 200);
    writeFileSync(damaged, bytes);
    await expect(restoreBackup(place, damaged)).rejects.toMatchObject({ code: "backup-broken" });
    await expect(restoreBackup(place, file)).resolves.toMatchObject({ secret: source.secret });
  });

  it("brings the schema to an empty database by itself", async () => {
    const folder = temporaryFolder();
    const { db, url } = await testDatabase();
    await sql`insert into organisation (name, time_zone) values ('{}', 'UTC')`.execute(db);
    const files = localFiles(join(folder, "files"), systemClock);
    const file = join(folder, "b.zip");
    await writeBackup({ databaseUrl: url, files, secret: "s", product: "0.1.0", now: new Date(0) }, file);
    const empty = await emptyTestDatabase();
    await restoreBackup({ databaseUrl: empty.url, files, filesPlace: folder }, file);
    const { rows } = await sql<{ count: number }>`select count(*) as count from organisation`.execute(empty.db);
    expect(rows).toEqual([{ count: 1 }]);
  });
});

function writeZip(file: string, entries: Readonly<Record<string, string>>): Promise<void> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    zip.outputStream.on("data", (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on("error", reject);
    zip.outputStream.on("end", () => {
      writeFileSync(file, Buffer.concat(chunks));
      resolve();
    });
  });
}
