/** What can go wrong with a stored file and is no bug. Who calls makes a problem or an issue of it. */

export class FileTooLargeError extends Error {
  readonly largestBytes: number;

  constructor(largestBytes: number) {
    super(`larger than ${largestBytes} bytes`);
    this.name = "FileTooLargeError";
    this.largestBytes = largestBytes;
  }
}

/** The disk, the quota or the bucket is full. Nothing of the file was kept. */
export class StorageFullError extends Error {
  constructor(cause: unknown) {
    super("no space left for files", { cause });
    this.name = "StorageFullError";
  }
}

export class FileMissingError extends Error {
  readonly key: string;

  constructor(key: string, options?: ErrorOptions) {
    super(`no file ${key}`, options);
    this.name = "FileMissingError";
    this.key = key;
  }
}

/** The object store does not answer, or answers that it cannot just now, after all retries. */
export class FileStoreUnreachableError extends Error {
  constructor(cause: unknown) {
    super("the file store cannot be reached", { cause });
    this.name = "FileStoreUnreachableError";
  }
}
