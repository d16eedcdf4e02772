/** The product as three processes, each with a part of the work, on a database of a server that runs already. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../product/free-port.ts";
import { startProcess } from "../product/server-process.ts";
import { type Product, serves } from "./start-product.ts";

export interface Apart {
  readonly origin: string;
  /** What each has said. */
  outputs(): readonly string[];
  /** Ctrl-C to each. @returns their exit codes */
  interrupt(): Promise<readonly (number | null)[]>;
  stop(): Promise<void>;
}

const ROLES = ["web", "worker", "analysis"] as const;
const DATABASE = "apart";

/** @param product whose PostgreSQL holds the new, empty database */
export async function startApart(product: Product, dataFolder: string): Promise<Apart> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = {
    MANYI_DATA: dataFolder,
    MANYI_PORT: String(port),
    DATABASE_URL: await newDatabase(readFileSync(join(product.dataFolder, "database-url"), "utf8").trim()),
  };
  const logOf = (role: string) => `${dataFolder}-${role}.log`;
  // All at once, as a machine starts them: one makes the tables and the account, the others wait for it.
  const processes = await Promise.all(
    ROLES.map((role) => {
      const logFile = logOf(role);
      const isReady = async () =>
        role === "web" ? serves(origin) : readFileSync(logFile, "utf8").includes(`Manyi runs (${role})`);
      return startProcess({ args: ["--role", role], environment, logFile }, isReady);
    }),
  );
  return {
    origin,
    outputs: () => ROLES.map((role) => readFileSync(logOf(role), "utf8")),
    interrupt: () => Promise.all(processes.map((one) => one.interrupt())),
    stop: async () => void (await Promise.all(processes.map((one) => one.kill("SIGTERM")))),
  };
}

async function newDatabase(server: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${DATABASE} template template0 encoding 'UTF8'`);
  } finally {
    await client.end();
  }
  const address = new URL(server);
  address.pathname = `/${DATABASE}`;
  return address.href;
}
