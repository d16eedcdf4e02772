import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { emptyTestDatabase, testDatabase } from "../../test-support/database.ts";
import { recordOf, type UpgradeRecord, upgradesFolder } from "../../test-support/upgrade-export.ts";
import { systemClock } from "../clock/clock.ts";
import { localFiles } from "../files/local-files.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const exports = readdirSync(upgradesFolder).filter((name) => name.endsWith(".zip"));

function temporaryFiles() {
  const folder = mkdtempSync(join(tmpdir(), "manyi-upgrade-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, files: localFiles(join(folder, "files"), systemClock) };
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
