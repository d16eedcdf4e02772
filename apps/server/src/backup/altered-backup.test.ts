/** Back-ups that are whole as zip files and say something else than they did, and what changes while one is made. */
import { createHash } from "node:crypto";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import yazl from "yazl";
import { testDatabase } from "../../test-support/database.ts";
import { systemClock } from "../clock/clock.ts";
import { localFiles } from "../files/local-files.ts";
import { type Manifest, tableEntry } from "./manifest.ts";
import { openBackup } from "./open-backup.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const organisationId = "00000000-0000-4000-8000-000000000001";
const unitId = "00000000-0000-4000-8000-000000000002";

async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), "manyi-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { db, url } = await testDatabase();
  await sql`insert into organisation (id, name, time_zone, created_at)
    values (${organisationId}, '{}', 'UTC', '2026-01-02T03:04:05Z')`.execute(db);
  await sql`insert into unit (id, organisation_id, kind, name, path)
    values (${unitId}, ${organisationId}, 'group', '{}', array[${unitId}]::uuid[])`.execute(db);
  const files = localFiles(join(folder, "files"), systemClock);
  const source = { databaseUrl: url, files, secret: "s", product: "0.1.0", now: new Date(0) };
  const target = await testDatabase();
  const restored = localFiles(join(folder, "restored"), systemClock);
  const place = { databaseUrl: target.url, files: restored, filesPlace: folder };
  return { db, files, source, file: join(folder, "b.zip"), target: target.db, place };
}

const digest = (of: string) => createHash("sha256").update(of).digest("hex");

/** The back-up again, as a sound zip, with a table's text changed.
 *  @param saying what the manifest says of the changed text */
async function altered(
  file: string,
  change: (text: string) => string,
  saying: (table: Manifest["tables"][number], text: string) => Manifest["tables"][number],
): Promise<string> {
  const backup = await openBackup(file, Number.MAX_SAFE_INTEGER);
  const zip = new yazl.ZipFile();
  const tables: Manifest["tables"][number][] = [];
  for (const table of backup.manifest.tables) {
    const entry = tableEntry(table.name);
    const before = await text(await backup.read(entry));
    const after = table.name === "organisation" ? change(before) : before;
    tables.push(after === before ? table : saying(table, after));
    zip.addBuffer(Buffer.from(after), entry);
  }
  backup.close();
  zip.addBuffer(Buffer.from(JSON.stringify({ ...backup.manifest, tables })), "manifest.json");
  zip.addBuffer(Buffer.from(backup.secret), "secret");
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(`${file}.altered`));
  return `${file}.altered`;
}

describe("a restore refuses a sound zip", () => {
  it("with a table that is not the one that was backed up", async () => {
    const { source, file, target, place } = await setUp();
    await writeBackup(source, file);
    const other = await altered(
      file,
      (before) => before.replace("UTC", "GMT"),
      (table) => table,
    );
    await expect(restoreBackup(place, other)).rejects.toMatchObject({
      code: "backup-broken",
      details: { part: "tables/organisation.copy" },
    });
    expect(await target.selectFrom("organisation").select("id").execute()).toEqual([]);
  });

  it("whose rows the database understands otherwise than they are written: it is read back", async () => {
    const { source, file, target, place } = await setUp();
    await writeBackup(source, file);
    // The same instant in another form, with the hash of that form.
    const other = await altered(
      file,
      (before) => before.replace("2026-01-02 03:04:05+00", "2026-01-02 04:04:05+01"),
      (table, after) => ({ ...table, sha256: digest(after), bytes: Buffer.byteLength(after) }),
    );
    await expect(restoreBackup(place, other)).rejects.toMatchObject({ code: "backup-broken" });
    expect(await target.selectFrom("organisation").select("id").execute()).toEqual([]);
  });
});

describe("imports", () => {
  it("that waited or ran wait for a person after a restore, for no job will carry them out", async () => {
    const { db, source, file, target, place } = await setUp();
    for (const state of ["mapping", "queued", "running", "done", "failed"]) {
      await sql`insert into study_import (organisation_id, unit_id, created_at, state, files, request, progress)
        values (${organisationId}, ${unitId}, now(), ${state}, '[]', '{"faultyLines":"refuse"}', '{"done":1,"total":2}')`.execute(
        db,
      );
    }
    await writeBackup(source, file);
    await restoreBackup(place, file);
    const rows = await target.selectFrom("study_import").select(["state", "request"]).orderBy("state").execute();
    expect(rows.map(({ state }) => state)).toEqual(["done", "failed", "mapping", "ready", "ready"]);
    expect(rows.slice(3).map(({ request }) => request)).toEqual([null, null]);
  });

  it("that are given up while a back-up is made do not fail it", async () => {
    const { files, source, file } = await setUp();
    const gone = await files.put("imports", Readable.from(["gone"]), { largestBytes: 10 });
    const kept = await files.put("imports", Readable.from(["kept"]), { largestBytes: 10 });
    const read = async (key: string) => {
      await files.remove(gone.key);
      return files.read(key);
    };
    const manifest = await writeBackup({ ...source, files: { list: files.list, read } }, file);
    expect(manifest.files.map(({ key }) => key)).toEqual([kept.key]);
    const backup = await openBackup(file, manifest.schema);
    backup.close();
  });

  it("whose files cannot be read are told in a sentence, and no half back-up stays", async () => {
    const { files, source, file } = await setUp();
    const gone = await files.put("imports", Readable.from(["gone"]), { largestBytes: 10 });
    await files.remove(gone.key);
    const list = async function* (area: string) {
      if (area === "imports") yield gone.key;
    };
    await expect(writeBackup({ ...source, files: { list, read: files.read } }, file)).rejects.toMatchObject({
      code: "backup-file-gone",
      details: { file: gone.key },
    });
    await expect(openBackup(file, 9)).rejects.toMatchObject({ code: "backup-missing" });
  });
});
