import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { issue, StudyError } from "../issue/issue.ts";
import type { TextEncoding } from "./survey-file.ts";

const chunkBytes = 1 << 20;

/** The file as text, chunk by chunk, without its byte order mark.
 *  @param validated whether the bytes are already known to be valid in this encoding: then the fast decoder may be used
 *  @throws StudyError at the first bytes that are not text in this encoding */
export async function* decodedText(
  path: string,
  file: string,
  encoding: TextEncoding,
  validated: "validated" | "unvalidated",
): AsyncGenerator<string> {
  const decode = encoding === "utf-8" && validated === "validated" ? fastUtf8() : strict(encoding, file);
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    const text = decode.next(chunk);
    if (text !== "") {
      yield first ? text.replace(/^\u{FEFF}/u, "") : text;
      first = false;
    }
  }
  const rest = decode.end();
  if (rest !== "") yield rest;
}

interface Decoder {
  readonly next: (chunk: Buffer) => string;
  readonly end: () => string;
}

function fastUtf8(): Decoder {
  const decoder = new StringDecoder("utf8");
  return { next: (chunk) => decoder.write(chunk), end: () => decoder.end() };
}

function strict(encoding: TextEncoding, file: string): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: false });
  let line = 1;
  const guarded = (read: () => string, chunk: Buffer): string => {
    try {
      const text = read();
      for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) line++;
      return text;
    } catch {
      const faulty = line + linesBeforeFault(chunk, encoding);
      throw new StudyError([issue("encoding-unknown", { file, line: faulty }, { file, encoding, line: faulty })]);
    }
  };
  return {
    next: (chunk) => guarded(() => decoder.decode(chunk, { stream: true }), chunk),
    end: () => guarded(() => decoder.decode(), Buffer.alloc(0)),
  };
}

/** Halves the chunk until the first byte that does not decode; only on the way to an error. */
function linesBeforeFault(chunk: Buffer, encoding: TextEncoding): number {
  let good = 0;
  let bad = chunk.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(chunk.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  let lines = 0;
  for (const byte of chunk.subarray(0, good)) if (byte === 10) lines++;
  return lines;
}
