import pg from "pg";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { databaseTypes } from "./database-types.ts";

const CONNECT_MS = 10_000;

/** One connection, for work outside the pool. The caller ends it.
 *  @throws OperatorFailure that tells why the database cannot be used */
export async function openClient(url: string, applicationName: string): Promise<pg.Client> {
  const client = clientFor(url, applicationName);
  // What breaks it later is thrown by the statement that meets it.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    await client.end().catch(() => {});
    throw connectFailure(client, cause);
  }
}

function clientFor(url: string, applicationName: string): pg.Client {
  try {
    return new pg.Client({
      connectionString: url,
      application_name: applicationName,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      types: databaseTypes,
    });
  } catch (cause) {
    throw new OperatorFailure("database-url-wrong", { reason: messageOf(cause) }, { cause });
  }
}

/** SQLSTATE of a refused sign-in: wrong password, no entry in pg_hba.conf. */
const SIGN_IN_STATES = new Set(["28P01", "28000"]);
const NO_SUCH_DATABASE = "3D000";

function connectFailure(client: pg.Client, cause: unknown): OperatorFailure {
  const address = `${client.host}:${client.port}`;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (SIGN_IN_STATES.has(code)) {
    return new OperatorFailure("database-password-wrong", { address, user: client.user ?? "" }, { cause });
  }
  if (code === NO_SUCH_DATABASE) {
    return new OperatorFailure("database-missing", { address, database: client.database ?? "" }, { cause });
  }
  return new OperatorFailure("database-unreachable", { address, reason: messageOf(cause) || code }, { cause });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
