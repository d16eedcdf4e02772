import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { manyRows } from "../../test-support/many-rows.ts";
import { queuedImport } from "../../test-support/queued-import.ts";
import { testStudyGround } from "../../test-support/study-ground.ts";
import { localFiles } from "../files/local-files.ts";
import { clearAwayUploads } from "./clear-away.ts";
import { runImport } from "./import/run-import.ts";
import { changeImport } from "./queries.ts";

it("clears away what nobody knows any more, and nothing that is part of a programme", async () => {
  const test = await testStudyGround();
  const done = await queuedImport(test, manyRows(5));
  await runImport(test.ground, done);
  const forgotten = await queuedImport(test, manyRows(5));
  await changeImport(test.ground.database, forgotten, { state: "ready" });
  await test.ground.files.put("imports", Readable.from([Buffer.from("stray")]), { largestBytes: 100 });
  const work = join(test.dataFolder, "work", "w-left");
  await mkdir(work, { recursive: true });
  await writeFile(join(work, "part-0"), "x");
  await utimes(work, new Date(0), new Date(0));
  // A month later: files carry the machine's own time.
  const later = new Date(Date.now() + 31 * 24 * 3_600_000);
  const clock = { now: () => later };
  const ground = { ...test.ground, clock, files: localFiles(join(test.dataFolder, "files"), clock) };
  await clearAwayUploads(ground);
  const imports = await ground.database.selectFrom("study_import").select(["id", "files"]).execute();
  expect(imports.map(({ id }) => id)).toEqual([done]);
  const kept: string[] = [];
  for await (const key of ground.files.list("imports")) kept.push(key);
  expect(kept.sort()).toEqual(imports[0].files.map(({ key }) => key).sort());
  expect(await readdir(join(test.dataFolder, "work"))).toEqual([]);
});
