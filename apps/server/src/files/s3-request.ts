/** One signed request to an S3-compatible store, tried again where that can help. */
import { createReadStream } from "node:fs";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import type { FilesConfig } from "../config/config.ts";
import type { Log } from "../log/log.ts";
import { FileStoreUnreachableError, StorageFullError } from "./file-errors.ts";

export type S3Config = Extract<FilesConfig, { kind: "s3" }>;

export interface S3Request {
  readonly method: "GET" | "PUT" | "DELETE";
  /** Empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: { readonly path: string; readonly bytes: number; readonly sha256: string };
}

export interface S3Patience {
  /** A connection on which nothing moves for so long is given up. */
  readonly idleMs: number;
  /** Waits between the tries; one try more than there are waits. */
  readonly retryDelaysMs: readonly number[];
}

export const usualPatience: S3Patience = { idleMs: 30_000, retryDelaysMs: [200, 1_000, 5_000] };

/** An answer that the store means: not found, forbidden. */
export class S3RefusedError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`the object store answered ${status} ${code}`);
    this.name = "S3RefusedError";
    this.status = status;
    this.code = code;
  }
}

export interface S3Door {
  readonly config: S3Config;
  readonly patience: S3Patience;
  readonly log: Log;
}

/** @returns the answer, its body still to be read
 *  @throws S3RefusedError, StorageFullError, FileStoreUnreachableError */
export async function sendToS3(door: S3Door, what: S3Request): Promise<IncomingMessage> {
  const { retryDelaysMs } = door.patience;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendOnce(door, what);
    } catch (failure) {
      if (!mayPass(failure)) throw failure;
      const delayMs = retryDelaysMs[attempt];
      if (delayMs === undefined) throw new FileStoreUnreachableError(failure);
      door.log.warn("file-store-retried", { attempt: attempt + 1, delayMs, error: failure });
      // Many that failed together do not come back together.
      await delay(delayMs * (0.5 + Math.random() / 2));
    }
  }
}

function mayPass(failure: unknown): boolean {
  if (failure instanceof StorageFullError) return false;
  if (!(failure instanceof S3RefusedError)) return true;
  return failure.status >= 500 || failure.status === 429 || failure.status === 408;
}

async function sendOnce(door: S3Door, what: S3Request): Promise<IncomingMessage> {
  const answer = await answerTo(door, what);
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return answer;
  const code = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(await text(answer))?.[1] ?? "";
  const refused = new S3RefusedError(status, code);
  if (status === 507 || /^(QuotaExceeded|XMinioStorageFull)$/.test(code)) throw new StorageFullError(refused);
  throw refused;
}

async function answerTo(door: S3Door, what: S3Request): Promise<IncomingMessage> {
  const signed = await sign(door.config, what);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const open = signed.url.protocol === "https:" ? requestHttps : requestHttp;
  const outgoing = open(signed.url, {
    method: what.method,
    headers: { ...Object.fromEntries(signed.headers), "content-length": what.body?.bytes ?? 0 },
    timeout: door.patience.idleMs,
  });
  outgoing.on("timeout", () => outgoing.destroy(Object.assign(new Error("idle"), { code: "ETIMEDOUT" })));
  outgoing.on("error", reject);
  outgoing.on("response", resolve);
  if (what.body === undefined) outgoing.end();
  // A refusal may come before everything is sent: the answer then counts, not the broken pipe.
  else pipeline(createReadStream(what.body.path), outgoing).catch(reject);
  return promise;
}

const EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

async function sign(config: S3Config, what: S3Request) {
  const signer = new AwsV4Signer({
    method: what.method,
    url: addressOf(config, what).href,
    headers: { "x-amz-content-sha256": what.body?.sha256 ?? EMPTY_SHA256 },
    accessKeyId: config.accessKeyId,
    secretAccessKey: config.secretAccessKey,
    region: config.region,
    service: "s3",
  });
  return signer.sign();
}

/** The bucket stands in the path, unless the endpoint's host begins with it: some stores accept only that form. */
function addressOf(config: S3Config, what: S3Request): URL {
  const address = new URL(config.endpoint);
  const inHost = address.hostname.startsWith(`${config.bucket}.`);
  const parts = [address.pathname.replace(/\/+$/, ""), ...(inHost ? [] : [config.bucket]), what.key];
  address.pathname = parts.join("/");
  address.search = new URLSearchParams({ ...what.query }).toString();
  return address;
}
