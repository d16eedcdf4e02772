import type { Config } from "../config/config.ts";
import { startEmbeddedDatabase } from "../database/embedded/embedded-database.ts";
import type { Log } from "../log/log.ts";
import type { Closers } from "./closers.ts";

/** Gives the address of the configured database, or starts the embedded one, which ends with the closers.
 *  @throws OperatorFailure if the embedded one cannot be made or started */
export async function openDatabase(
  config: Pick<Config, "databaseUrl" | "dataFolder">,
  log: Log,
  closing: Closers,
  onMaking: () => void,
): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  const embedded = await startEmbeddedDatabase({
    dataFolder: config.dataFolder,
    onEvent: (event) => {
      if (event.kind === "making") onMaking();
      if (event.kind === "died") log.error("database-died");
      if (event.kind === "started-again") log.info("database-started-again", { pid: event.pid });
      if (event.kind === "start-failed") log.error("database-not-started", { error: event.error });
    },
  });
  closing.add(() => embedded.stop());
  return embedded.url;
}
