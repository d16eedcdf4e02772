/** The data of a study as it is written where there is no one file that it came from: UTF-8, commas, every column. */
import { createHash } from "node:crypto";
import type { DataFingerprint } from "@manyi/dataset/load/load-study";
import type { RowBlock } from "@manyi/study/data/row-source";
import { byteOrderMark, csvLine } from "./csv-line.ts";

const canonicalEncoding = "UTF-8";

/** The text of the file, piece by piece. */
export async function* canonicalText(
  header: readonly string[],
  blocks: AsyncIterable<RowBlock>,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(header);
  for await (const { rows } of blocks) yield rows.map(csvLine).join("");
}

/** Passes rows on and knows in the end what the fingerprint of the file would be that they make. */
export class CanonicalFingerprint {
  private readonly hash = createHash("sha256");
  private bytes = 0;

  constructor(header: readonly string[]) {
    this.add(byteOrderMark + csvLine(header));
  }

  async *watch(blocks: AsyncIterable<RowBlock>): AsyncGenerator<RowBlock> {
    for await (const block of blocks) {
      this.add(block.rows.map(csvLine).join(""));
      yield block;
    }
  }

  /** Once all rows have passed. */
  result(): DataFingerprint {
    return { bytes: this.bytes, sha256: this.hash.digest("hex"), encoding: canonicalEncoding };
  }

  private add(text: string): void {
    this.bytes += Buffer.byteLength(text);
    this.hash.update(text);
  }
}
