import { spawn } from "node:child_process";
import { chownSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { OperatorFailure } from "../../failure/operator-failure.ts";
import type { Binaries } from "./binaries.ts";
import type { DatabaseUser } from "./database-user.ts";

export interface NewCluster {
  readonly binaries: Binaries;
  readonly user: DatabaseUser | null;
  /** Made by this; its parent exists. */
  readonly clusterFolder: string;
  readonly superuser: string;
  readonly password: string;
  /** Where to look for more, in a failure's sentence. */
  readonly logFile: string;
}

/** Makes an empty cluster beside its place and moves it there when it is whole: one that exists is never half made.
 *  @throws OperatorFailure if the disk is full or initdb fails */
export async function initialiseCluster(cluster: NewCluster): Promise<void> {
  const aside = `${cluster.clusterFolder}.making`;
  const passwordFile = `${aside}.password`;
  rmSync(aside, { recursive: true, force: true });
  try {
    mkdirSync(aside, { mode: 0o700 });
    writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
    if (cluster.user !== null) {
      chownSync(aside, cluster.user.uid, cluster.user.gid);
      chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
    }
    await runInitdb(cluster, aside, passwordFile);
    renameSync(aside, cluster.clusterFolder);
    syncFolder(dirname(cluster.clusterFolder));
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(aside, { recursive: true, force: true });
  }
}

function runInitdb(cluster: NewCluster, folder: string, passwordFile: string): Promise<void> {
  // Without these, LANG=C would give SQL_ASCII and a search for Chinese would find nothing.
  const encoding = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const locale = process.platform === "linux" ? "--locale=C.UTF-8" : "--locale=C";
  const args = [
    "--pgdata",
    folder,
    ...encoding,
    locale,
    "--data-checksums",
    "--auth=scram-sha-256",
    `--username=${cluster.superuser}`,
    `--pwfile=${passwordFile}`,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(cluster.binaries.initdb, args, {
      // PostgreSQL goes back to the folder it was started in, so its user must be able to enter it.
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      env: { PATH: process.env.PATH ?? "", LC_ALL: "C", ...windowsEnvironment() },
      ...(cluster.user ?? {}),
    });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    child.once("error", reject);
    child.once("close", (status) => {
      if (status === 0) resolve();
      else reject(initdbFailure(cluster, errors));
    });
  });
}

function initdbFailure(cluster: NewCluster, errors: string): OperatorFailure {
  if (/No space left|Disk quota/.test(errors)) {
    return new OperatorFailure("disk-full", { folder: dirname(cluster.clusterFolder) }, { cause: new Error(errors) });
  }
  const line = errors.split("\n").find((text) => /error|FATAL/i.test(text)) ?? errors.trim();
  return new OperatorFailure("database-not-started", { log: cluster.logFile, lastLine: line.trim() });
}

/** Windows programs do not start without these. */
export function windowsEnvironment(): Record<string, string> {
  if (process.platform !== "win32") return {};
  return { SystemRoot: process.env.SystemRoot ?? "", TEMP: process.env.TEMP ?? "" };
}

/** A rename outlives a power cut once its folder is written. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(join(folder, "."), "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
