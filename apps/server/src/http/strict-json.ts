/**
 * JSON as requests may send it. Everything that could mean two things to two readers is refused: a property that stands twice,
 * names that reach into prototypes, bytes that are no UTF-8, text PostgreSQL cannot keep. Depth and breadth are bounded before
 * anything walks the value.
 */
import { type MalformedReason, ProblemError } from "@manyi/contract/problem/problem";
import { firstFault } from "./plain-text.ts";

const DEEPEST = 32;
/** Names of one object. Each that the schema does not know becomes a fault to be described. */
const MOST_KEYS = 1_000;
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** @throws ProblemError request-malformed */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  checkStructure(text);
  const fault = firstFault(value);
  if (fault !== null) throw malformed(fault);
  return value;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw malformed("encoding", cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw malformed("syntax", cause);
  }
}

/** Strings and the marks that give structure; the text is valid JSON by now, so this is all that can be between values. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

function checkStructure(text: string): void {
  /** Names of each open object; null for an array. */
  const open: (Set<string> | null)[] = [];
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") {
      open.push(token === "{" ? new Set() : null);
      if (open.length > DEEPEST) throw malformed("too-deep");
    } else if (token === "}" || token === "]") {
      open.pop();
    } else if (token === ":") {
      noteKey(open.at(-1), last);
    }
    last = token;
  }
}

function noteKey(names: Set<string> | null | undefined, written: string): void {
  if (names === null || names === undefined) return;
  // Two spellings of one name, `a` and `\u0061`, are one name.
  const key: unknown = written.includes("\\") ? JSON.parse(written) : written.slice(1, -1);
  if (typeof key !== "string") return;
  if (FORBIDDEN_KEYS.has(key)) throw malformed("key-forbidden");
  if (names.has(key)) throw malformed("key-twice");
  names.add(key);
  if (names.size > MOST_KEYS) throw malformed("too-many-keys");
}

function malformed(reason: MalformedReason, cause?: unknown): ProblemError {
  return new ProblemError("request-malformed", { reason }, { cause });
}
