/**
 * The PostgreSQL that comes with the product, as a child of it. Started in whatever state the last run left it, started again when
 * it dies under us, stopped with us. Its address is written to `database-url` in the data folder, for an operator's own tools.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readOrMakeSecret } from "../../data-folder/secret.ts";
import { OperatorFailure } from "../../failure/operator-failure.ts";
import { openClient } from "../open-client.ts";
import { provideBinaries } from "./binaries.ts";
import { clusterExists, clusterPlace } from "./cluster-place.ts";
import { databaseUser } from "./database-user.ts";
import { initialiseCluster } from "./initialise-cluster.ts";
import { limitedLog } from "./limited-log.ts";
import type { Cluster, Postmaster } from "./postmaster.ts";
import { startCluster } from "./start-cluster.ts";

export interface EmbeddedOptions {
  /** Exists, and its lock is ours. */
  readonly dataFolder: string;
  readonly onEvent: (event: DatabaseEvent) => void;
  /** Over the usual settings of the cluster. */
  readonly settings?: Readonly<Record<string, string>>;
}

export type DatabaseEvent =
  | { readonly kind: "making" }
  | { readonly kind: "died" }
  | { readonly kind: "started-again"; readonly pid: number }
  | { readonly kind: "start-failed"; readonly error: unknown };

export interface EmbeddedDatabase {
  readonly url: string;
  /** Of the running master; another after a restart. */
  pid(): number;
  stop(): Promise<void>;
}

const NAME = "manyi";
const LONGEST_PAUSE_MS = 5_000;

/** @throws OperatorFailure if it cannot be made or started */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataFolder, onEvent } = options;
  const password = readOrMakeSecret(join(dataFolder, "database-password"));
  const cluster = await provideCluster(options, password);
  const first = await startCluster(cluster, null);
  const url = `postgres://${NAME}:${password}@127.0.0.1:${first.port}/${NAME}`;
  const urlFile = join(dataFolder, "database-url");
  try {
    await makeDatabase(url, join(dataFolder, "database-password"));
    writeWhole(urlFile, `${url}\n`);
  } catch (error) {
    await first.stop();
    throw error;
  }
  const watch = keepRunning(cluster, first, onEvent);
  return {
    url,
    pid: watch.pid,
    stop: async () => {
      await watch.stop();
      rmSync(urlFile, { force: true });
    },
  };
}

async function provideCluster(options: EmbeddedOptions, password: string): Promise<Cluster> {
  const user = databaseUser();
  const place = clusterPlace(options.dataFolder, user);
  const binaries = provideBinaries(user, place.copiesFolder);
  const logFolder = join(options.dataFolder, "log");
  mkdirSync(logFolder, { recursive: true, mode: 0o700 });
  const log = limitedLog(join(logFolder, "database.log"));
  const folder = place.clusterFolder;
  if (!clusterExists(place)) {
    options.onEvent({ kind: "making" });
    await initialiseCluster({ binaries, user, clusterFolder: folder, superuser: NAME, password, logFile: log.file });
  }
  return { folder, binaries, user, log, settings: options.settings ?? {} };
}

async function makeDatabase(url: string, passwordFile: string): Promise<void> {
  const maintenance = url.replace(/[^/]*$/, "postgres");
  try {
    const client = await openClient(maintenance, "manyi start");
    try {
      const { rowCount } = await client.query("select from pg_database where datname = $1", [NAME]);
      if (rowCount === 0) await client.query(`create database ${NAME}`);
    } finally {
      await client.end();
    }
  } catch (cause) {
    if (cause instanceof OperatorFailure && cause.code === "database-password-wrong") {
      throw new OperatorFailure("database-password-lost", { file: passwordFile }, { cause });
    }
    throw cause;
  }
}

function keepRunning(cluster: Cluster, first: Postmaster, onEvent: EmbeddedOptions["onEvent"]) {
  const stopping = new AbortController();
  let current: Postmaster = first;
  const watch = async () => {
    for (;;) {
      await current.exited;
      if (stopping.signal.aborted) return;
      onEvent({ kind: "died" });
      const next = await startAgain(cluster, current.port, stopping.signal, onEvent);
      if (next === null) return;
      current = next;
      onEvent({ kind: "started-again", pid: next.pid });
    }
  };
  const watching = watch();
  return {
    pid: () => current.pid,
    stop: async () => {
      stopping.abort();
      await current.stop();
      // A restart that was under way ends with one more master to stop.
      await watching;
      await current.stop();
    },
  };
}

/** Tries until it runs, ever more slowly: a full disk may be given room at any time. Null: we are stopping. */
async function startAgain(
  cluster: Cluster,
  port: number,
  stopping: AbortSignal,
  onEvent: EmbeddedOptions["onEvent"],
): Promise<Postmaster | null> {
  for (let pauseMs = 100; !stopping.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await startCluster(cluster, port);
    } catch (error) {
      onEvent({ kind: "start-failed", error });
      await sleep(pauseMs, undefined, { signal: stopping }).catch(() => {});
    }
  }
  return null;
}

function writeWhole(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, text, { mode: 0o600 });
  renameSync(aside, file);
}
