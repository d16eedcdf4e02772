/** Puts what was computed into the file store, compressed, without ever holding it as one text. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { FileStore } from "../files/file-store.ts";

export interface StoredText {
  readonly key: string;
  readonly bytes: number;
  /** Of the content before it was compressed. */
  readonly sha256: string;
}

/** Gathers small pieces: each one costs a step of the stream. */
const pieceBytes = 256 << 10;

export async function storeCompressed(files: FileStore, pieces: Iterable<string>): Promise<StoredText> {
  const hash = createHash("sha256");
  const source = Readable.from(gathered(pieces, (piece) => hash.update(piece)));
  const packed = createGzip({ level: 5 });
  source.on("error", (error) => packed.destroy(error));
  const { key, bytes } = await files.put("derived", source.pipe(packed), { largestBytes: Number.MAX_SAFE_INTEGER });
  return { key, bytes, sha256: hash.digest("hex") };
}

export async function storeBytes(files: FileStore, content: Uint8Array): Promise<StoredText> {
  const { key, bytes, sha256 } = await files.put("derived", Readable.from([Buffer.from(content)]), {
    largestBytes: Number.MAX_SAFE_INTEGER,
  });
  return { key, bytes, sha256 };
}

function* gathered(pieces: Iterable<string>, seen: (piece: Buffer) => void): Generator<Buffer> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < pieceBytes) continue;
    yield passed(waiting, seen);
    waiting = "";
  }
  if (waiting !== "") yield passed(waiting, seen);
}

function passed(text: string, seen: (piece: Buffer) => void): Buffer {
  const piece = Buffer.from(text);
  seen(piece);
  return piece;
}
