/** Lines that were not imported, kept one JSON object a line; texts are made of them when somebody asks. */

import { once } from "node:events";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { FileStore } from "../../files/file-store.ts";
import type { FaultOfLine } from "../check/faulty-lines.ts";

export interface RejectedLine extends FaultOfLine {
  readonly line: number;
  /** The cell; empty where the whole line is meant. */
  readonly text: string;
}

/** A cell is repeated up to here. */
const longestText = 500;

export class RejectedLines {
  private readonly stream: WriteStream;
  private readonly path: string;
  private written = 0;

  /** @param path of a file in a work folder */
  constructor(path: string) {
    this.path = path;
    this.stream = createWriteStream(path, { mode: 0o600 });
  }

  get count(): number {
    return this.written;
  }

  async add(rejected: RejectedLine): Promise<void> {
    this.written++;
    const line = JSON.stringify({ ...rejected, text: rejected.text.slice(0, longestText) });
    if (!this.stream.write(`${line}\n`)) await once(this.stream, "drain");
  }

  /** @returns the key under which they are kept; null where there are none */
  async keep(store: FileStore): Promise<string | null> {
    this.stream.end();
    await finished(this.stream);
    if (this.written === 0) return null;
    const { key } = await store.put("imports", createReadStream(this.path), {
      largestBytes: Number.MAX_SAFE_INTEGER,
    });
    return key;
  }

  async abandon(): Promise<void> {
    this.stream.destroy();
    await finished(this.stream).catch(() => {});
  }
}
