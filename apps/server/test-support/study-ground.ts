/** What heavy work on studies stands on, real: a database, a file store in a folder, an organisation with units. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Clock } from "../src/clock/clock.ts";
import { localFiles } from "../src/files/local-files.ts";
import type { StudyGround } from "../src/programme/study-ground.ts";
import { testDatabase } from "./database.ts";

export interface TestStudyGround {
  readonly ground: StudyGround;
  readonly url: string;
  readonly dataFolder: string;
  readonly organisationId: string;
  readonly unitId: string;
}

/** A clock that moves on a second whenever it is asked: what comes later is later. */
function tickingClock(from = "2026-11-22T08:00:00Z"): Clock {
  let now = Date.parse(from);
  return {
    now: () => {
      now += 1_000;
      return new Date(now);
    },
  };
}

export async function testStudyGround(): Promise<TestStudyGround> {
  const { db, url } = await testDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), "manyi-server-"));
  // A child process that ends may still write what it has compiled.
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }));
  const clock = tickingClock();
  const organisation = await db
    .insertInto("organisation")
    .values({ name: JSON.stringify({ zh: "测试" }), time_zone: "Asia/Shanghai" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const unitId = "11111111-1111-4111-8111-111111111111";
  await db
    .insertInto("unit")
    .values({
      id: unitId,
      organisation_id: organisation.id,
      kind: "group",
      name: JSON.stringify({ zh: "总部" }),
      path: [unitId],
    })
    .execute();
  const config = { dataFolder, largestImportBytes: 1 << 30, timeZone: "Asia/Shanghai" };
  const ground = { database: db, files: localFiles(join(dataFolder, "files"), clock), clock, config };
  return { ground, url, dataFolder, organisationId: organisation.id, unitId };
}

export function exampleFolder(name: "bookkeeping" | "tenants"): string {
  return fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
}
