import { join } from "node:path";
import { type Clock, systemClock } from "../clock/clock.ts";
import type { Config } from "../config/config.ts";
import type { Log } from "../log/log.ts";
import type { FileStore } from "./file-store.ts";
import { localFiles } from "./local-files.ts";
import { s3Files } from "./s3-files.ts";

/** The file store that the configuration names. Nothing is read or written yet. */
export function openFileStore(
  config: Pick<Config, "dataFolder" | "files">,
  log: Log,
  clock: Clock = systemClock,
): FileStore {
  if (config.files.kind === "local") return localFiles(join(config.dataFolder, "files"), clock);
  // Uploads pass through a file here: the object store wants to know length and hash before the first byte.
  return s3Files(config.files, { spoolFolder: join(config.dataFolder, "spool"), clock, log });
}
