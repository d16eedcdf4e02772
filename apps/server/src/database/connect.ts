import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { DatabaseUnreachable } from "./database-gone.ts";
import { databaseTypes } from "./database-types.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

export interface ConnectOptions {
  /** Stands in `pg_stat_activity`, so that an operator sees who holds what. */
  readonly applicationName: string;
  readonly maxConnections: number;
  /** Longest single statement; null where work may rightly take long (jobs, analysis, back-up). */
  readonly statementTimeoutMs: number | null;
  /** Told when a connection dies, in use or idle. The pool makes a new one when it is next asked. */
  readonly onConnectionLost: (error: Error) => void;
}

/** What suits requests: whoever waits longer than this has gone. */
export const webConnections = { applicationName: "manyi web", maxConnections: 12, statementTimeoutMs: 15_000 } as const;
export const workerConnections = {
  applicationName: "manyi worker",
  maxConnections: 6,
  statementTimeoutMs: null,
} as const;

const IDLE_MS = 30_000;
const CONNECT_MS = 5_000;
/** A transaction that does nothing for so long was forgotten; its locks would stop everyone else. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** Connects when first asked, not now.
 *  @param url `postgres://user:password@host:port/database` */
export function connect(url: string, options: ConnectOptions): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, options) }) });
}

/** @param sessionSettings as `postgres -c` takes them */
export function openPool(url: string, options: ConnectOptions, sessionSettings?: string): TellingPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: options.applicationName,
    max: options.maxConnections,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: options.statementTimeoutMs ?? false,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    types: databaseTypes,
    ...(sessionSettings !== undefined && { options: sessionSettings }),
  });
  // Without these listeners a connection that dies would end the process: the pool itself listens to idle ones only.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", options.onConnectionLost));
  return tellingPool(pool);
}

export type TellingPool = ReturnType<typeof tellingPool>;

/** The pool, with errors of connecting told apart from those of other networks a request may use. */
function tellingPool(pool: pg.Pool) {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      try {
        return await pool.connect();
      } catch (cause) {
        throw new DatabaseUnreachable(cause);
      }
    },
  };
}
