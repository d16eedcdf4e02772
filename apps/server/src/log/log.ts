/**
 * One JSON line an event on standard output, for whatever collects it. No personal data: a line says an event's name and
 * facts of the list in `facts.ts`; errors are described without their message.
 */
import { type DestinationStream, destination as openDestination, pino } from "pino";
import { describedError } from "./described-error.ts";
import { type Facts, factKinds } from "./facts.ts";
import { maskText } from "./mask-text.ts";

export type LogLevel = "debug" | "info" | "warn" | "error";

export interface Log {
  /** @param event a name in lower case with dashes, always the same: `mail-sent` */
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
  /** A log whose every line has these facts too. */
  child(facts: Facts): Log;
}

/** @param stream standard output unless a test listens. Written at once: the last line before a crash is the one wanted. */
export function openLog(level: LogLevel, stream: DestinationStream = openDestination({ fd: 1, sync: true })): Log {
  const lines = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return logWith({}, { isWanted: (at) => lines.isLevelEnabled(at), write: (at, line) => lines[at](line) });
}

export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLog,
};

type Line = Readonly<Record<string, unknown>>;

interface Lines {
  /** What nobody reads need not be put together. */
  isWanted(level: LogLevel): boolean;
  write(level: LogLevel, line: Line): void;
}

function logWith(always: Facts, lines: Lines): Log {
  const at =
    (level: LogLevel) =>
    (event: string, facts: Facts = {}) => {
      if (!lines.isWanted(level)) return;
      lines.write(level, { event: written("code", event), ...lineOf({ ...always, ...facts }) });
    };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    child: (facts) => logWith({ ...always, ...facts }, lines),
  };
}

const kinds: ReadonlyMap<string, string> = new Map(Object.entries(factKinds));

/** The type lets known names in only; values that come from elsewhere may still bring others. */
function lineOf(facts: Facts): Line {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined);
  const known = entries.flatMap(([name, value]) => {
    const kind = kinds.get(name);
    return kind === undefined ? [] : [[name, written(kind, value)]];
  });
  const unknown = entries.length - known.length;
  return { ...Object.fromEntries(known), ...(unknown > 0 && { factsLeftOut: unknown }) };
}

const FORMS: Readonly<Record<string, RegExp>> = {
  id: /^[\w.:-]{1,64}$/,
  code: /^[\w./:-]{1,80}$/,
  route: /^[\w/:*.{}-]{1,200}$/,
  key: /^[\w/.-]{1,200}$/,
};

function written(kind: string, value: unknown): unknown {
  if (kind === "error") return describedError(value);
  if (value === null || (typeof value === "number" && Number.isFinite(value))) return value;
  if (Array.isArray(value)) return value.slice(0, 50).map((entry) => written("code", entry));
  if (typeof value !== "string") return `[${typeof value}]`;
  if (kind === "own") return value.replace(/\/\/[^\s/@]*@/g, "//").slice(0, 300);
  if (kind === "text") return maskText(value);
  const form = FORMS[kind];
  if (form === undefined || !form.test(value)) return "[masked]";
  // An id is what its name says it is, and may be long and random; anything else that long is a secret.
  return kind === "id" ? value : maskText(value);
}
