/** Files that are not rows: imported files, computed reports. Keys are made by the server and never hold a user's text. */
import type { Readable } from "node:stream";

export interface StoredFile {
  readonly key: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface FileStore {
  /** Stores what the stream gives, under a new key. When it returns the file is on disk for good; when it fails nothing is
   *  left behind.
   *  @param area first part of the key: `imports`, `derived`
   *  @throws StorageFullError, FileTooLargeError */
  put(area: string, content: Readable, limits: { readonly largestBytes: number }): Promise<StoredFile>;
  /** @throws FileMissingError */
  read(key: string): Promise<Readable>;
  /** Does nothing where there is none. */
  remove(key: string): Promise<void>;
  /** All keys of an area, in no particular order.
   *  @param options.storedBefore only files that are older: one younger may belong to a transaction under way */
  list(area: string, options?: { readonly storedBefore?: Date }): AsyncIterable<StoredFile["key"]>;
  /** Stores under a key that is known already: restoring a back-up. */
  restore(key: string, content: Readable): Promise<StoredFile>;
  /** Removes what interrupted writes left behind before an instant.
   *  @returns how many there were */
  removeLeftovers(before: Date): Promise<number>;
}
