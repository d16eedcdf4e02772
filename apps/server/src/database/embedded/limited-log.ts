import { closeSync, copyFileSync, existsSync, fstatSync, openSync, readSync, statSync, truncateSync } from "node:fs";

const LARGEST_BYTES = 5_000_000;
const TAIL_BYTES = 16_000;

/** A log that another process appends to and that never takes more than twice its limit: `database.log`, and the part before
 *  it as `database.log.1`. */
export interface LimitedLog {
  readonly file: string;
  /** For the process that writes; the caller closes it. */
  open(): number;
  /** Sets the written part aside once it is large. Safe while someone writes: who appends goes on at the new end. */
  limit(): void;
  sizeBytes(): number;
  /** What was written from that byte on, at most its last part. */
  textSince(offset: number): string;
}

export function limitedLog(file: string): LimitedLog {
  const sizeBytes = () => (existsSync(file) ? statSync(file).size : 0);
  return {
    file,
    sizeBytes,
    open: () => openSync(file, "a", 0o600),
    limit: () => {
      if (sizeBytes() <= LARGEST_BYTES) return;
      copyFileSync(file, `${file}.1`);
      truncateSync(file, 0);
    },
    textSince: (offset) => (existsSync(file) ? readFrom(file, offset) : ""),
  };
}

function readFrom(file: string, offset: number): string {
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    const start = Math.max(offset, size - TAIL_BYTES, 0);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    readSync(descriptor, buffer, 0, buffer.length, start);
    return buffer.toString("utf8");
  } finally {
    closeSync(descriptor);
  }
}
