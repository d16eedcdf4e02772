/** The product as an operator has it: one process on a data folder and a port of its own. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, accountIn } from "../product/account.ts";
import { type Client, openClient, signIn } from "../product/client.ts";
import { freePort } from "../product/free-port.ts";
import { killQuietly, processesOf } from "../product/processes.ts";
import { type ServerProcess, startProcess } from "../product/server-process.ts";
import { isBuilt, parts } from "../repository/built-parts.ts";

export interface Product {
  readonly origin: string;
  readonly dataFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly process: ServerProcess;
  /** All it has said since it was first started on this folder. */
  output(): string;
  stop(): Promise<void>;
}

/** A folder for one test, which the database's own user may pass through; it goes with `remove`. */
export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "manyi-whole-"));
  chmodSync(folder, 0o711);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Builds console and respondents' pages where their sources have changed. @throws Error after the bundler's words */
export function buildPages(): void {
  const missing = parts.filter((part) => !isBuilt(part));
  if (missing.length > 0) throw new Error(`not built: ${missing.join(", ")}`);
}

/** @param folder for all of it; data that is there already is gone on with
 *  @returns when it serves */
export async function startProduct(folder: string): Promise<Product> {
  mkdirSync(folder, { recursive: true });
  const dataFolder = join(folder, "data");
  const logFile = join(folder, "server.log");
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = { MANYI_DATA: dataFolder, MANYI_PORT: String(port) };
  // A test run that is broken off leaves no database running.
  process.once("exit", () => {
    for (const pid of processesOf(dataFolder)) killQuietly(pid);
  });
  const output = () => readFileSync(logFile, "utf8");
  const isReady = async () => output().includes(`Manyi runs: ${origin}`) && (await serves(origin));
  const server = await startProcess({ args: [], environment, logFile }, isReady);
  return {
    origin,
    dataFolder,
    environment,
    process: server,
    output,
    stop: () => server.kill("SIGTERM"),
  };
}

export async function serves(origin: string): Promise<boolean> {
  return (await fetch(`${origin}/health/ready`)).status === 200;
}

export function accountOf(product: Product): Account {
  return accountIn(product.output());
}

/** The first administrator, signed in. */
export function administrator(product: Product): Promise<Client> {
  const { email, password } = accountOf(product);
  return signIn(() => product.origin, email, password);
}

export function visitor(product: Product): Client {
  return openClient(() => product.origin);
}
