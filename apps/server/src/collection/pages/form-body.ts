/**
 * A form as browsers send it, `application/x-www-form-urlencoded`, read as strictly as JSON is: bytes that are no UTF-8 and text that
 * PostgreSQL cannot keep are refused, where the usual reader would silently put something else in their place.
 */
import { type MalformedReason, ProblemError } from "@manyi/contract/problem/problem";
import { firstFault } from "../../http/plain-text.ts";

const MOST_FIELDS = 2_000;

/** @throws ProblemError request-malformed */
export function parseForm(bytes: Uint8Array): URLSearchParams {
  const text = decode(bytes);
  const fields = new URLSearchParams();
  const pairs = text === "" ? [] : text.split("&", MOST_FIELDS + 1);
  if (pairs.length > MOST_FIELDS) throw malformed("too-many-keys");
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const [name, value] = equals === -1 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
    fields.append(unescaped(name), unescaped(value));
  }
  return fields;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw malformed("encoding", cause);
  }
}

function unescaped(text: string): string {
  const value = decoded(text.replaceAll("+", " "));
  const fault = firstFault(value);
  if (fault !== null) throw malformed(fault);
  return value;
}

/** Unlike `URLSearchParams` this knows bytes that are no character: half of a surrogate pair, a Chinese text in GBK. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw malformed("encoding", cause);
  }
}

function malformed(reason: MalformedReason, cause?: unknown): ProblemError {
  return new ProblemError("request-malformed", { reason }, { cause });
}
