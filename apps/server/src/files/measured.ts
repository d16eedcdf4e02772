import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { FileTooLargeError } from "./file-errors.ts";

export interface Measure {
  /** Passes everything on; fails with FileTooLargeError as soon as the limit is passed. */
  readonly stream: Transform;
  /** Once the stream has ended. */
  result(): { readonly bytes: number; readonly sha256: string };
}

/** Counts and hashes what passes. */
export function measured(largestBytes: number): Measure {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > largestBytes) {
        done(new FileTooLargeError(largestBytes));
        return;
      }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest("hex") }) };
}
