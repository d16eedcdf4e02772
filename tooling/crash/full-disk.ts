/** The disk fills up while clients write: whatever was acknowledged is kept, and once there is room it goes on by itself. */
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startClients } from "./clients.ts";
import { installationIn } from "./installation.ts";
import { mountMemory, unmount } from "./mounts.ts";
import type { Workload } from "./workload.ts";

const DISK_MEGABYTES = 400;
const CHUNK = Buffer.alloc(1_000_000);
/** So many refusals are no accident: the disk is full. */
const REFUSALS = 50;

export type FullDiskResult =
  | { readonly kind: "not-possible"; readonly reason: string }
  | {
      readonly kind: "done";
      /** Writes acknowledged before the disk was full, in all until room was made, and at the end. */
      readonly acknowledged: readonly [number, number, number];
      readonly faults: readonly string[];
    };

export async function fullDisk(folder: string, port: number, workload: Workload): Promise<FullDiskResult> {
  const disk = join(folder, "disk");
  const mounted = mountMemory(disk, DISK_MEGABYTES);
  if (mounted.kind === "not-possible") return mounted;
  const installation = installationIn({ dataFolder: join(disk, "data"), port, logFile: join(folder, "server.log") });
  const ballast = join(disk, "ballast");
  try {
    await installation.start();
    await workload.prepare(installation);
    const clients = startClients(workload, installation, 1);
    await sleep(1_000);
    fill(ballast, disk);
    const before = workload.acknowledged();
    // Clients take what is left, and then meet the end of the disk.
    while (clients.refused() < REFUSALS) await sleep(50);
    const during = workload.acknowledged();
    rmSync(ballast);
    while (workload.acknowledged() <= during) await sleep(50);
    await installation.recovered();
    await clients.end();
    const after = workload.acknowledged();
    return { kind: "done", acknowledged: [before, during, after], faults: await workload.faults(installation) };
  } finally {
    await installation.stop();
    unmount(disk);
  }
}

function fill(file: string, disk: string): void {
  const descriptor = openSync(file, "w");
  try {
    while (statfsSync(disk).bavail > 0) writeSync(descriptor, CHUNK);
    fsyncSync(descriptor);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    closeSync(descriptor);
  }
}
