/**
 * Brings the server up, step by step, each undone in the opposite order when it stops or when a later step fails:
 * data folder → its lock → database → schema → ground → first administrator → the role's parts.
 */
import { join } from "node:path";
import { systemClock } from "../clock/clock.ts";
import type { Config } from "../config/config.ts";
import { lockFolder } from "../data-folder/folder-lock.ts";
import { folderFailure, prepareFolder } from "../data-folder/prepare-folder.ts";
import { readOrMakeSecret } from "../data-folder/secret.ts";
import { type ConnectOptions, connect, webConnections, workerConnections } from "../database/connect.ts";
import { migrate } from "../database/migrate.ts";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { openFileStore } from "../files/open-file-store.ts";
import type { Ground, RunningPart } from "../ground.ts";
import type { Log } from "../log/log.ts";
import { type Closers, closers } from "./closers.ts";
import type { Composition, FirstAdministrator } from "./composition.ts";
import { checkPlace } from "./listening.ts";
import { openDatabase } from "./open-database.ts";

export interface StartListener {
  makingDatabase(): void;
  firstAdministrator(administrator: FirstAdministrator): void;
}

/** @returns the running server; `stop` finishes what is under way and then closes everything
 *  @throws OperatorFailure for whatever its operator can remedy; nothing is left running then */
export async function startServer(
  config: Config,
  composition: Composition,
  log: Log,
  listener: StartListener,
): Promise<RunningPart> {
  const closing = closers();
  try {
    await holdPlace(config, closing);
    const ground = await layGround(config, log, closing, listener);
    const first = await composition.prepare(ground);
    if (first !== null) listener.firstAdministrator(first);
    for (const part of composition.parts) {
      if (config.role !== "all" && config.role !== part.role) continue;
      const running = await part.start(ground);
      closing.add(() => running.stop());
    }
    return { stop: () => closing.closeAll() };
  } catch (error) {
    await closing.closeAll().catch((cause: unknown) => log.error("not-closed", { error: cause }));
    throw folderFailure(config.dataFolder, error);
  }
}

async function holdPlace(config: Config, closing: Closers): Promise<void> {
  if (config.role !== "all" && config.databaseUrl === null) {
    throw new OperatorFailure("role-needs-database-url", { role: config.role });
  }
  prepareFolder(config.dataFolder);
  // Processes of other roles share the folder: the database is elsewhere, and files have names that are never used twice.
  if (config.role === "all") {
    const lock = await lockFolder(config.dataFolder);
    closing.add(() => lock.release());
  }
  if (config.role === "all" || config.role === "web") await checkPlace(config);
}

async function layGround(config: Config, log: Log, closing: Closers, listener: StartListener): Promise<Ground> {
  const url = await openDatabase(config, log, closing, () => listener.makingDatabase());
  const { number, applied } = await migrate(url);
  log.info("database-ready", { count: number, rows: applied.length });
  const database = connect(url, {
    ...connectionsOf(config),
    onConnectionLost: (error) => log.warn("database-connection-lost", { error }),
  });
  closing.add(() => database.destroy());
  return {
    config,
    database,
    databaseUrl: url,
    files: openFileStore(config, log),
    log,
    clock: systemClock,
    secret: config.secret ?? readOrMakeSecret(join(config.dataFolder, "secret")),
  };
}

function connectionsOf({ role }: Config): Omit<ConnectOptions, "onConnectionLost"> {
  return role === "worker" || role === "analysis" ? workerConnections : webConnections;
}
