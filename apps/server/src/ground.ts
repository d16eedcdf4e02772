/** What every part of the server stands on. Made once at start; handed down, never imported as a value. */
import type { Clock } from "./clock/clock.ts";
import type { Config } from "./config/config.ts";
import type { Database } from "./database/connect.ts";
import type { FileStore } from "./files/file-store.ts";
import type { Log } from "./log/log.ts";

export interface Ground {
  readonly config: Config;
  readonly database: Database;
  /** For children of the process and tools that open their own connection. Holds a password: never logged. */
  readonly databaseUrl: string;
  readonly files: FileStore;
  readonly log: Log;
  readonly clock: Clock;
  /** Signs sessions and encrypts second factors; generated at the first start, kept in the data folder or the database. */
  readonly secret: string;
}

/** A running part of the server: web, worker, analysis. */
export interface RunningPart {
  /** Finishes what is under way, takes nothing new. */
  stop(): Promise<void>;
}
