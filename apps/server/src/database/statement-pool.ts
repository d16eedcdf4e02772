import { type ConnectOptions, openPool } from "./connect.ts";

/** A statement that is parsed and planned once a connection. */
export interface PreparedStatement {
  /** Unique; the same for the same text. */
  readonly name: string;
  readonly text: string;
}

/** Connections for the few statements that run so often that planning them anew each time would be felt. */
export interface StatementPool {
  run<Row extends object>(statement: PreparedStatement, values: readonly unknown[]): Promise<readonly Row[]>;
  end(): Promise<void>;
}

/** One plan for good, and one that finds rows by their keys also where a table was empty when it was made. */
const SESSION = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off";

/** Connects when first asked. */
export function openStatementPool(url: string, options: ConnectOptions): StatementPool {
  const pool = openPool(url, options, SESSION);
  return {
    run: async <Row extends object>({ name, text }: PreparedStatement, values: readonly unknown[]) => {
      const client = await pool.connect();
      try {
        const { rows } = await client.query<Row>({ name, text, values: [...values] });
        client.release();
        return rows;
      } catch (error) {
        // Whatever state it is in, nobody gets it again.
        client.release(true);
        throw error;
      }
    },
    end: () => pool.end(),
  };
}
