/**
 * A power cut, as near as a program comes to one: the data folder lies in a file system of its own, kept in an image file. What the
 * system has not written to the image is lost when the image is copied mid-write; on the copy the product must start and have
 * everything it acknowledged. All processes are stopped while the copy is made, and it is made until two in a row are equal:
 * a copy of one moment, not a smear over a second.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { startClients } from "./clients.ts";
import { type Installation, installationIn } from "./installation.ts";
import { type Mounted, makeImage, mountImage, unmount } from "./mounts.ts";
import type { Random } from "./random.ts";
import type { Workload } from "./workload.ts";

const IMAGE_MEGABYTES = 1_500;
const MOST_COPIES = 20;

export type PowerCutResult =
  | { readonly kind: "not-possible"; readonly reason: string }
  | { readonly kind: "done"; readonly acknowledged: number; readonly faults: readonly string[] };

export async function powerCut(
  folder: string,
  port: number,
  workload: Workload,
  random: Random,
): Promise<PowerCutResult> {
  const image = join(folder, "disk.img");
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  const mounted = firstFailure([() => makeImage(image, IMAGE_MEGABYTES), () => mountImage(image, before)]);
  if (mounted.kind === "not-possible") return mounted;
  const options = { port, logFile: join(folder, "server.log") };
  const installation = installationIn({ ...options, dataFolder: join(before, "data") });
  const second = installationIn({ ...options, dataFolder: join(after, "data") });
  try {
    await installation.start();
    await workload.prepare(installation);
    const clients = startClients(workload, installation, random.between(0, 1e9));
    await sleep(random.between(2_000, 6_000));
    const copy = await copyOfOneMoment(installation, image, folder);
    await installation.kill("everything");
    const isMounted = mountImage(copy, after);
    if (isMounted.kind === "not-possible") return isMounted;
    // At the same address: whoever asks again and again is answered from the copy.
    await second.start();
    await clients.end();
    return { kind: "done", acknowledged: workload.acknowledged(), faults: await workload.faults(second) };
  } finally {
    await second.stop();
    await installation.kill("everything");
    unmount(after);
    unmount(before);
    rmSync(image, { force: true });
  }
}

function firstFailure(steps: readonly (() => Mounted)[]): Mounted {
  for (const step of steps) {
    const result = step();
    if (result.kind === "not-possible") return result;
  }
  return { kind: "mounted" };
}

/** Answers that were on their way when the processes stopped are read after the copy: they were acknowledged before it. */
async function copyOfOneMoment(installation: Installation, image: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const pid of [...installation.serverProcesses(), ...installation.databaseProcesses()])
    process.kill(pid, "SIGSTOP");
  let last = "";
  for (let number = 0; number < MOST_COPIES; number += 1) {
    const copy = join(folder, `copy-${number % 2}.img`);
    const { status, stderr } = spawnSync("cp", ["--sparse=always", image, copy], { encoding: "utf8" });
    if (status !== 0) throw new Error(`cp: ${stderr}`);
    const hash = await hashOf(copy);
    if (hash === last) return copy;
    last = hash;
  }
  throw new Error("The image did not come to rest.");
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
