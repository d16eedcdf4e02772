import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import type { Contents } from "./manifest.ts";

const NEW_LINE = 0x0a;

/** Lets bytes through and says afterwards how many they were and what their hash is. */
export interface Measure {
  readonly stream: Transform;
  /** When the stream has ended. */
  result(): Contents & { readonly lines: number };
}

export function measure(): Measure {
  const hash = createHash("sha256");
  let bytes = 0;
  let lines = 0;
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      lines += countLines(chunk);
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, lines, sha256: hash.copy().digest("hex") }) };
}

/** In COPY's text format a line end inside a value is written `\n`, so each one counted here ends a row. */
function countLines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(NEW_LINE); at !== -1; at = chunk.indexOf(NEW_LINE, at + 1)) count += 1;
  return count;
}
