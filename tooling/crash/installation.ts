/** The product with its embedded database in one folder, to be killed and started again. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { killQuietly, processesIn } from "../product/processes.ts";
import { type ServerProcess, startProcess } from "../product/server-process.ts";
import type { Place } from "./workload.ts";

export interface Installation extends Place {
  readonly dataFolder: string;
  /** Starts what does not run, in whatever state the last kill left it; returns when it serves. */
  start(): Promise<void>;
  kill(target: Target): Promise<void>;
  /** Waits until it serves again by itself. */
  recovered(): Promise<void>;
  stop(): Promise<void>;
  databaseProcesses(): readonly number[];
  /** Of the server's own processes. */
  serverProcesses(): readonly number[];
}

export type Target = "server" | "web" | "worker" | "database" | "connection" | "everything";

export interface InstallationOptions {
  readonly dataFolder: string;
  readonly port: number;
  readonly logFile: string;
}

/** @returns one process for all, and beside it a web server and a worker of their own on the same database */
export function installationIn({ dataFolder, port, logFile }: InstallationOptions): Installation {
  const origin = `http://127.0.0.1:${port}`;
  const originApart = `http://127.0.0.1:${port + 1_000}`;
  // All respondents come from one address here.
  const common = { MANYI_DATA: dataFolder, MANYI_PORT: String(port), MANYI_COLLECT_PER_MINUTE: "1000000" };
  let server: ServerProcess | undefined;
  let worker: ServerProcess | undefined;
  let web: ServerProcess | undefined;
  const databaseUrl = () => readFileSync(join(dataFolder, "database-url"), "utf8").trim();
  const serves = async (at = origin) => (await fetch(`${at}/health/ready`)).status === 200;
  const databaseProcesses = () => processesIn(join(dataFolder, "postgresql-18"));
  const killDatabase = (pids: readonly number[]) => {
    for (const pid of pids) killQuietly(pid);
  };
  process.once("exit", () => killDatabase(databaseProcesses()));
  const startWorker = () => {
    const environment = { ...common, DATABASE_URL: databaseUrl() };
    return startProcess({ args: ["--role", "worker"], environment, logFile }, async () => true);
  };
  const startWeb = () => {
    const environment = { ...common, MANYI_PORT: String(port + 1_000), DATABASE_URL: databaseUrl() };
    return startProcess({ args: ["--role", "web"], environment, logFile }, () => serves(originApart));
  };
  return {
    dataFolder,
    origins: [origin, originApart],
    output: () => readFileSync(logFile, "utf8"),
    databaseProcesses,
    serverProcesses: () => [server, worker, web].flatMap((one) => (one?.isRunning() ? [one.pid] : [])),
    start: async () => {
      if (!server?.isRunning()) {
        // The others know an address that a new database will not have.
        await worker?.kill("SIGKILL");
        await web?.kill("SIGKILL");
        server = await startProcess({ args: [], environment: common, logFile }, () => serves());
      }
      if (!web?.isRunning()) web = await startWeb();
      if (!worker?.isRunning()) worker = await startWorker();
    },
    kill: async (target) => {
      if (target === "database") killDatabase(masterOf(dataFolder));
      if (target === "connection") killDatabase(databaseProcesses().slice(-1));
      if (target === "everything") killDatabase(databaseProcesses());
      if (target === "web" || target === "everything") await web?.kill("SIGKILL");
      if (target === "worker" || target === "everything") await worker?.kill("SIGKILL");
      if (target === "server" || target === "everything") await server?.kill("SIGKILL");
    },
    recovered: async () => {
      while (!(await serves().catch(() => false))) {
        if (!server?.isRunning()) throw new Error(`The server ended when its database was killed; see ${logFile}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: async () => {
      await web?.kill("SIGTERM");
      await worker?.kill("SIGTERM");
      await server?.kill("SIGTERM");
    },
  };
}

function masterOf(dataFolder: string): readonly number[] {
  const file = join(dataFolder, "postgresql-18", "postmaster.pid");
  if (!existsSync(file)) return [];
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? [pid] : [];
}
