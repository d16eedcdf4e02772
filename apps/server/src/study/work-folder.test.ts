import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { withWorkFolder } from "./work-folder.ts";

it("leaves nothing behind, also of work that failed or was killed long ago, and nothing of others is touched", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "manyi-work-"));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const [left, young] = ["w-left", "w-young"].map((name) => join(dataFolder, "work", name));
  for (const folder of [left, young]) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "part-0"), "x");
  }
  await utimes(left, new Date(0), new Date(0));
  const failing = withWorkFolder(dataFolder, async (folder) => {
    await writeFile(join(folder, "part-0"), "x");
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await readdir(join(dataFolder, "work"))).toEqual(["w-young"]);
});
