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
  const decode = encoding === "utf-8" && validated === "validated" ? fastUtf8() : strict(encoding);
  try {
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
  } catch (cause) {
    if (!isUndecodable(cause)) throw cause;
    const line = await lineOfFault(path, encoding);
    throw new StudyError([issue("encoding-unknown", { file, line }, { file, encoding, line })]);
  }
}

interface Decoder {
  readonly next: (chunk: Buffer) => string;
  readonly end: () => string;
}

function fastUtf8(): Decoder {
  const decoder = new StringDecoder("utf8");
  return { next: (chunk) => decoder.write(chunk), end: () => decoder.end() };
}

function strict(encoding: TextEncoding): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: false });
  return { next: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}

function isUndecodable(cause: unknown): boolean {
  return cause instanceof TypeError && "code" in cause && cause.code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}

/** Reads the file once more, byte by byte in the chunk that does not decode: only on the way to an error, and in the decoder's
 *  own text, since a byte 10 is no line break in every encoding. */
async function lineOfFault(path: string, encoding: TextEncoding): Promise<number> {
  const faulty = await firstFaultyChunk(path, encoding);
  const decoder = strict(encoding);
  let line = 1;
  let position = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    const pieces = position++ === faulty ? Array.from(chunk, (_, i) => chunk.subarray(i, i + 1)) : [chunk];
    for (const piece of pieces) {
      try {
        line += breaksIn(decoder.next(piece));
      } catch {
        return line;
      }
    }
  }
  return line;
}

async function firstFaultyChunk(path: string, encoding: TextEncoding): Promise<number> {
  const decoder = strict(encoding);
  let position = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    try {
      decoder.next(chunk);
    } catch {
      return position;
    }
    position++;
  }
  return position;
}

function breaksIn(text: string): number {
  let breaks = 0;
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) breaks++;
  return breaks;
}
