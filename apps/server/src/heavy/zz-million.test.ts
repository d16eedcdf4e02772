import { readFileSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { manyRows } from "../../test-support/many-rows.ts";
import { queuedImport } from "../../test-support/queued-import.ts";
import { testStudyGround } from "../../test-support/study-ground.ts";
import { buildConfig } from "../../test-support/test-config.ts";
import { silentLog } from "../log/log.ts";
import { importOfJob } from "../study/queries.ts";
import { heavyWork, usualLimits } from "./heavy-work.ts";

it("million", async () => {
  const test = await testStudyGround();
  const rows = Number(process.env.ZZ ?? 300000);
  console.time("queue");
  const importId = await queuedImport(test, manyRows(rows));
  console.timeEnd("queue");
  const work = heavyWork(
    {
      config: buildConfig({ dataFolder: test.dataFolder, largestImportBytes: 2e9 }),
      databaseUrl: test.url,
      log: silentLog,
    },
    { ...usualLimits, largestBytes: 1e12 },
  );
  onTestFinished(() => work.stop());
  let peak = 0;
  const t = setInterval(() => {
    try {
      const s = readFileSync(`/proc/${work.pid()}/status`, "utf8");
      const kb = Number(/VmHWM:\s+(\d+)/.exec(s)?.[1] ?? 0);
      peak = Math.max(peak, kb);
    } catch {}
  }, 500);
  console.time("import");
  await work.run("run-import", { importId });
  console.timeEnd("import");
  console.log("peak MB", peak / 1024);
  const rec = await importOfJob(test.ground.database, importId);
  console.log(
    rec?.state,
    JSON.stringify(rec?.findings.issues),
    JSON.stringify(rec?.findings.warnings),
    JSON.stringify(rec?.outcome),
  );
  const programmeId = (await importOfJob(test.ground.database, importId))?.outcome?.programmeId ?? "";
  console.time("compute");
  await work.run("compute-results", { programmeId, waveId: null, weight: "" });
  console.timeEnd("compute");
  console.log("peak MB", peak / 1024);
  clearInterval(t);
  expect(programmeId).not.toBe("");
}, 1_200_000);
