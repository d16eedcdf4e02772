/** The product as its operator has it: processes with numbers, an address, a data folder. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { repositoryRoot } from "../repository/root.ts";

export interface Product {
  readonly origin: string;
  /** What it has written so far, for when it does not start. */
  output(): string;
  readonly process: ChildProcess;
  /** Its process and every process that came from it, the database's too. */
  pids(): readonly number[];
}

/** How long a start after a crash may take before it counts as not starting at all. */
const START_MS = 120_000;

export interface ProductPlace {
  readonly dataFolder: string;
  readonly port: number;
  readonly role: "all" | "web" | "worker" | "analysis";
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
}

/** Starts it and waits until it is ready.
 *  @throws Error with its output if it ends or is not ready in time */
export async function startProduct(place: ProductPlace): Promise<Product> {
  const child = spawn(process.execPath, ["apps/server/src/main.ts", "--role", place.role], {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      LANG: "en_US.UTF-8",
      MANYI_DATA: place.dataFolder,
      MANYI_PORT: String(place.port),
      MANYI_LOG_LEVEL: "warn",
      ...(place.databaseUrl === null ? {} : { DATABASE_URL: place.databaseUrl }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (part) => said.push(part));
  const product: Product = {
    origin: `http://127.0.0.1:${place.port}`,
    process: child,
    output: () => said.join(""),
    pids: () => treeOf(child.pid ?? 0),
  };
  await ready(product);
  return product;
}

async function ready(product: Product): Promise<void> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    if (product.process.exitCode !== null) throw new Error(`it ended at the start:\n${product.output()}`);
    if (product.output().includes("Manyi runs")) return;
    await pause(50);
  }
  product.process.kill("SIGKILL");
  throw new Error(`it was not ready in time:\n${product.output()}`);
}

export async function stopProduct({ process: child }: Product): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, "exit");
  child.kill("SIGINT");
  await exited;
  return child.exitCode;
}

/** Kills without a word and waits until each is gone. */
export async function killAll(pids: readonly number[]): Promise<void> {
  for (const pid of pids) signal(pid, "SIGKILL");
  while (pids.some(isRunning)) await pause(5);
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The database server's main process, which outlives the product when that is killed. */
export function postmasterOf(dataFolder: string): number | null {
  const cluster = readdirSync(dataFolder).find((name) => /^postgresql-\d+$/.test(name));
  if (cluster === undefined) return null;
  const pid = Number(read(join(dataFolder, cluster, "postmaster.pid")).split("\n")[0]);
  return Number.isInteger(pid) && pid > 0 && isRunning(pid) ? pid : null;
}

/** A process and its descendants. */
export function treeOf(pid: number): readonly number[] {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(read(`/proc/${name}/stat`).replace(/^.*\)/s, "").trim().split(" ")[1])]),
  );
  const children = (of: number): number[] => [...parents].filter(([, parent]) => parent === of).map(([child]) => child);
  const tree: number[] = [];
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    tree.push(next);
    open.push(...children(next));
  }
  return tree;
}

/** A process that has ended but was not collected yet holds nothing any more. */
function isRunning(pid: number): boolean {
  const state = read(`/proc/${pid}/stat`).replace(/^.*\)/s, "").trim()[0];
  return state !== undefined && state !== "Z";
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
