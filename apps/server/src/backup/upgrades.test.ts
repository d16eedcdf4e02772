import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyseStudy } from "@manyi/analysis/analyse-study";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { emptyTestDatabase, testDatabase } from "../../test-support/database.ts";
import { folderOf, unzipped } from "../../test-support/unpacked.ts";
import { recordOf, type UpgradeRecord, upgradesFolder } from "../../test-support/upgrade-export.ts";
import { analyseSnapshot } from "../analysis/analyse-snapshot.ts";
import { systemClock } from "../clock/clock.ts";
import type { Database } from "../database/connect.ts";
import type { FileStore } from "../files/file-store.ts";
import { localFiles } from "../files/local-files.ts";
import { productVersion } from "../product/product-version.ts";
import { exportStudy } from "../study/export/export-study.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const exports = readdirSync(upgradesFolder).filter((name) => name.endsWith(".zip"));

function temporaryFiles() {
  const folder = mkdtempSync(join(tmpdir(), "manyi-upgrade-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, files: localFiles(join(folder, "files"), systemClock) };
}

/** Analyses what was restored, and the files that were imported then, as the command line does.
 *  @returns how many programmes nobody has changed since their import; each gives the same both ways */
async function programmesWithOwnResults(db: Database, files: FileStore): Promise<number> {
  const config = { dataFolder: "/nonexistent", largestImportBytes: 1 << 30, timeZone: "Asia/Shanghai" };
  const ground = { database: db, files, clock: systemClock, config };
  const untouched = await db
    .selectFrom("programme")
    .select("id")
    .where("id", "not in", db.selectFrom("response").select("programme_id").where("state", "=", "excluded"))
    .execute();
  for (const { id } of untouched) {
    const zip = await exportStudy(ground, id);
    const folder = await folderOf(await unzipped(zip ?? expect.fail("nothing was exported")));
    const loaded = await loadStudy(folder, { unknownAnswers: "stop" });
    const analysed = await analyseSnapshot(db, id, null, "");
    expect(JSON.stringify(analysed?.results)).toBe(JSON.stringify(analyseStudy(loaded, { productVersion })));
  }
  return untouched.length;
}

describe("an export of an earlier version", () => {
  for (const name of exports) {
    it(`${name} comes to today's schema with everything it held`, async () => {
      const { folder, files } = temporaryFiles();
      const { db, url } = await emptyTestDatabase();
      const { manifest } = await restoreBackup(
        { databaseUrl: url, files, filesPlace: folder },
        join(upgradesFolder, name),
      );
      const recorded: UpgradeRecord = JSON.parse(
        readFileSync(join(upgradesFolder, name.replace(/zip$/, "json")), "utf8"),
      );
      expect(await recordOf(db, manifest)).toEqual(recorded);
      expect(await programmesWithOwnResults(db, files)).toBeGreaterThan(0);
    });
  }

  it("is told apart from one that lost a row or changed one", async () => {
    const { folder, files } = temporaryFiles();
    const { db, url } = await testDatabase();
    await sql`insert into organisation (name, time_zone) values ('{}', 'UTC'), ('{}', 'UTC')`.execute(db);
    const source = { databaseUrl: url, files, secret: "s", product: "0", now: new Date(0) };
    const manifest = await writeBackup(source, join(folder, "b.zip"));
    const before = await recordOf(db, manifest);
    await sql`delete from organisation where ctid in (select ctid from organisation limit 1)`.execute(db);
    expect(await recordOf(db, manifest)).not.toEqual(before);
  });
});
