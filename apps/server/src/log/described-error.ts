/** An error as it may be logged: what tells where and why it broke, without the values that broke it. */
import { maskText } from "./mask-text.ts";

export interface DescribedError {
  readonly name: string;
  readonly message?: string;
  readonly code?: string;
  /** `file:line:column` of each call, without the message that a stack begins with. */
  readonly stack?: readonly string[];
  readonly cause?: DescribedError;
  readonly [detail: string]: unknown;
}

/** The engine's own errors speak of the program's names. Any other message may hold what a person wrote: a parser quotes its
 *  input, a database the row, a mail server the recipient. */
const HARMLESS_MESSAGES = new Set(["TypeError", "ReferenceError"]);
/** Names of the program's own things that PostgreSQL, the system and nodemailer put on their errors. */
const DETAILS = [
  "syscall",
  "command",
  "responseCode",
  "schema",
  "table",
  "column",
  "constraint",
  "routine",
  "severity",
];
/** One word, or a command of SMTP that is two. */
const DETAIL_FORM = /^(?:[\w.:/-]{1,80}|MAIL FROM|RCPT TO)$/;
const DEEPEST_CAUSE = 4;
const LONGEST_STACK = 20;

export function describedError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}` };
  const { cause } = error;
  return {
    name: formed(error.name) ?? "Error",
    ...(HARMLESS_MESSAGES.has(error.name) && { message: maskText(error.message) }),
    ...codeOf(error),
    ...detailsOf(error),
    ...stackOf(error),
    ...(cause !== undefined && depth < DEEPEST_CAUSE && { cause: describedError(cause, depth + 1) }),
  };
}

function codeOf(error: Error): { code?: string } {
  const code = "code" in error ? formed(error.code) : undefined;
  return code === undefined ? {} : { code };
}

function detailsOf(error: Error): Record<string, string> {
  const values = new Map<string, unknown>(Object.entries(error));
  return Object.fromEntries(
    DETAILS.flatMap((name) => {
      const value = formed(values.get(name));
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function formed(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && DETAIL_FORM.test(value) ? maskText(value) : undefined;
}

/** A message may have lines that look like a call; only those after its whole text count. */
function stackOf(error: Error): { stack?: readonly string[] } {
  const { stack = "", message } = error;
  const end = stack.indexOf(message);
  const calls = (end < 0 ? "" : stack.slice(end + message.length))
    .split("\n")
    .map((line) => /^ {4}at (.{1,300})$/.exec(line)?.[1])
    .filter((line) => line !== undefined)
    .slice(0, LONGEST_STACK);
  return calls.length === 0 ? {} : { stack: calls };
}
