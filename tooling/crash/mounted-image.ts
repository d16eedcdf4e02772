/** A file system in a file, mounted: what a power cut or a full disk can be shown on. Needs root and loop devices. */
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync } from "node:fs";

export interface MountedImage {
  readonly folder: string;
  unmount(): void;
}

/** A new ext4 file system.
 *  @returns whether this machine has what makes one */
export function makeImage(file: string, megabytes: number): boolean {
  const descriptor = openSync(file, "w");
  ftruncateSync(descriptor, megabytes * 1_048_576);
  closeSync(descriptor);
  return run("mkfs.ext4", ["-q", "-F", "-m", "0", file]);
}

/** @returns null where this machine does not allow it */
export function mountImage(file: string, folder: string): MountedImage | null {
  mkdirSync(folder, { recursive: true });
  // Nothing is written behind our back between two syncs: what a power cut takes is as much as it can be.
  if (!run("mount", ["-o", "loop,commit=300", file, folder])) return null;
  chmodSync(folder, 0o711);
  return { folder, unmount: () => run("umount", [folder]) || run("umount", ["-l", folder]) };
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
