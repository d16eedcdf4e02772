import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** Mounts need root and a kernel that lets it; a container often does not. */
export type Mounted = { readonly kind: "mounted" } | { readonly kind: "not-possible"; readonly reason: string };

export function makeImage(file: string, megabytes: number): Mounted {
  return (
    tried(["truncate", "-s", `${megabytes}M`, file]) ?? tried(["mkfs.ext4", "-q", "-F", file]) ?? { kind: "mounted" }
  );
}

export function mountImage(file: string, folder: string): Mounted {
  mkdirSync(folder, { recursive: true });
  return tried(["mount", "-o", "loop", file, folder]) ?? unmountAtExit(folder);
}

export function mountMemory(folder: string, megabytes: number): Mounted {
  mkdirSync(folder, { recursive: true });
  return tried(["mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "none", folder]) ?? unmountAtExit(folder);
}

export function unmount(folder: string): void {
  spawnSync("umount", [folder]);
}

/** Unmounts however this program ends; whoever still uses the folder keeps it until they end. */
function unmountAtExit(folder: string): Mounted {
  process.once("exit", () => spawnSync("umount", ["--lazy", "--quiet", folder]));
  return { kind: "mounted" };
}

function tried([command = "", ...args]: readonly string[]): Mounted | undefined {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status === 0) return undefined;
  return { kind: "not-possible", reason: `${command}: ${error?.message ?? stderr.trim()}` };
}
