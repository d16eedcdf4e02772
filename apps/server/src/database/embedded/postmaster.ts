import { type ChildProcess, spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { clusterSettings } from "./cluster-settings.ts";
import type { DatabaseUser } from "./database-user.ts";
import { windowsEnvironment } from "./initialise-cluster.ts";
import type { LimitedLog } from "./limited-log.ts";
import { readPostmasterFile } from "./postmaster-file.ts";

export interface Cluster {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly user: DatabaseUser | null;
  readonly log: LimitedLog;
  /** Over those every cluster has; tests need not wait for their disk. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A PostgreSQL that is our child and takes connections. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Settles when it has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Rolls back what is under way, writes everything, ends. */
  stop(): Promise<void>;
}

export type StartAttempt =
  | { readonly kind: "ready"; readonly postmaster: Postmaster }
  | { readonly kind: "failed"; readonly log: string };

const LOOK_EVERY_MS = 20;
const FAST_SHUTDOWN_MS = 30_000;

/** Starts it once and waits until it takes connections or ends; recovery after a crash may take its time. */
export async function startPostmaster(cluster: Cluster, port: number): Promise<StartAttempt> {
  cluster.log.limit();
  const logStart = cluster.log.sizeBytes();
  const child = spawnPostgres(cluster, port);
  let hasExited = false;
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      hasExited = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  while (!hasExited) {
    const { pid } = child;
    const file = readPostmasterFile(cluster.folder);
    if (pid !== undefined && file?.pid === pid && file.isReady) {
      return { kind: "ready", postmaster: { pid, port, exited, stop: () => stopChild(child, exited) } };
    }
    await Promise.race([exited, sleep(LOOK_EVERY_MS)]);
  }
  return { kind: "failed", log: cluster.log.textSince(logStart) };
}

function spawnPostgres(cluster: Cluster, port: number): ChildProcess {
  const settings = Object.entries({ ...clusterSettings, ...cluster.settings, port: String(port) });
  const log = cluster.log.open();
  try {
    return spawn(
      cluster.binaries.postgres,
      ["-D", cluster.folder, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      {
        cwd: cluster.folder,
        stdio: ["ignore", "ignore", log],
        // Its own group: Ctrl-C in a terminal goes to the whole group and would stop it before the requests it serves.
        detached: true,
        env: { PATH: process.env.PATH ?? "", LC_ALL: "C", ...windowsEnvironment() },
        ...(cluster.user ?? {}),
      },
    );
  } finally {
    closeSync(log);
  }
}

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill("SIGINT");
  const patience = new AbortController();
  const late = sleep(FAST_SHUTDOWN_MS, "late" as const, { signal: patience.signal }).catch(() => "ended" as const);
  if ((await Promise.race([exited, late])) === "late") child.kill("SIGQUIT");
  patience.abort();
  await exited;
}

/** A port of the machine itself that is free now. Below the range that systems take outgoing connections from: there one
 *  could take it while the database restarts. */
export async function freePort(): Promise<number> {
  const lowest = 20_000;
  const highest = 32_000;
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
