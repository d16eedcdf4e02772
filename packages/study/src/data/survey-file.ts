/** One pass over a data file before it is read: what kind it is, how it is encoded, and its fingerprint. */

import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

export type TextEncoding = "utf-8" | "gb18030" | "utf-16le" | "windows-1252";
/** `isValid`: all bytes were found to be text of this encoding; else decoding has to look. */
export type FileContent =
  | {
      readonly kind: "text";
      readonly encoding: TextEncoding;
      readonly byteOrderMark: boolean;
      readonly isValid: boolean;
    }
  | { readonly kind: "excel" | "old-excel" | "binary" | "empty" };

export interface SurveyFile {
  readonly content: FileContent;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

const chunkBytes = 4 << 20;

/** Reads the file once, in constant memory.
 *  @throws the file system's error if it cannot be opened or read */
export async function inspectFile(path: string): Promise<SurveyFile> {
  const hash = createHash("sha256");
  const utf8 = new Utf8Check();
  let head: Buffer = Buffer.alloc(0);
  let nulBytes = 0;
  let bytes = 0;
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      if (bytes === 0) head = Buffer.from(chunk.subarray(0, 4096));
      bytes += bytesRead;
      hash.update(chunk);
      utf8.add(chunk);
      if (chunk.includes(0)) nulBytes++;
    }
  } finally {
    await file.close();
  }
  return { content: contentOf(head, utf8.valid(), nulBytes > 0), bytes, sha256: hash.digest("hex") };
}

function contentOf(head: Buffer, validUtf8: boolean, holdsNul: boolean): FileContent {
  if (head.length === 0) return { kind: "empty" };
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return { kind: "excel" };
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: "old-excel" };
  if (startsWith(head, [0xff, 0xfe]))
    return { kind: "text", encoding: "utf-16le", byteOrderMark: true, isValid: false };
  if (holdsNul) return { kind: "binary" };
  if (startsWith(head, [0xef, 0xbb, 0xbf]))
    return { kind: "text", encoding: "utf-8", byteOrderMark: true, isValid: validUtf8 };
  return { kind: "text", encoding: validUtf8 ? "utf-8" : "gb18030", byteOrderMark: false, isValid: validUtf8 };
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}

/** UTF-8 validity of a stream of chunks whose cuts may fall inside a character. */
class Utf8Check {
  private rest: Buffer = Buffer.alloc(0);
  private good = true;

  add(chunk: Buffer): void {
    if (!this.good) return;
    const joined = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const whole = joined.length - unfinishedBytes(joined);
    this.good = isUtf8(joined.subarray(0, whole));
    this.rest = Buffer.from(joined.subarray(whole));
  }

  valid(): boolean {
    return this.good && this.rest.length === 0;
  }
}

/** Bytes at the end that begin a character whose remainder is still to come. */
function unfinishedBytes(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back];
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
