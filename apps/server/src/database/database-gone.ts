/** No connection could be had: the database is down, restarting, or takes no more connections. */
export class DatabaseUnreachable extends Error {
  constructor(cause: unknown) {
    super("The database cannot be reached.", { cause });
    this.name = "DatabaseUnreachable";
  }
}

/** SQLSTATE: shut down by its operator, crashed, still starting, no connection left. Class 08 (connection) comes besides. */
const GONE_STATES = new Set(["57P01", "57P02", "57P03", "53300"]);
const GONE_SYSTEM_CODES = new Set(["ECONNRESET", "EPIPE"]);
/** What pg says without a code when the connection breaks under a statement. */
const GONE_MESSAGES =
  /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect/;

/** Whether an error of a database call means that the database is away for the moment: the request is answered 503 with
 *  Retry-After, a job is tried again. Whether a transaction that broke at its commit was kept is then unknown. */
export function isDatabaseGone(error: unknown): boolean {
  if (error instanceof DatabaseUnreachable) return true;
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (GONE_STATES.has(code) || /^08[0-9A-Z]{3}$/.test(code) || GONE_SYSTEM_CODES.has(code)) return true;
  return GONE_MESSAGES.test(error.message) || isDatabaseGone(error.cause);
}

/** Whether the database could not write because its disk is full (SQLSTATE 53100): nothing of the transaction was kept. */
export function isDatabaseFull(error: unknown): boolean {
  return error instanceof Error && (codeOf(error) === "53100" || isDatabaseFull(error.cause));
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}
