/** A small object store on loopback that speaks the part of S3 we use and believes no request it cannot verify. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import type { S3Config } from "../src/files/s3-request.ts";
import { partsOf, sha256, signatureOf } from "./signature-v4.ts";

export interface TestObjectStore {
  readonly config: S3Config;
  readonly objects: Map<string, Buffer>;
  /** Requests so far, as `PUT 200`. */
  readonly answers: readonly string[];
  /** The next requests are answered like this instead. */
  failNext(...failures: readonly Failure[]): void;
}

export type Failure = { readonly status: number; readonly code?: string } | "no answer" | "broken connection";

const secretAccessKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const region = "cn-north-1";
const PAGE = 2;
/** When every object of it says it was stored. */
export const storedAt = new Date("2026-11-01T00:00:00Z");

export async function testObjectStore(): Promise<TestObjectStore> {
  const objects = new Map<string, Buffer>();
  const answers: string[] = [];
  const failures: Failure[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request).catch(() => Buffer.alloc(0));
    const failure = failures.shift();
    if (failure === "no answer") return;
    if (failure === "broken connection") return void request.socket.destroy();
    const refusal = failure ?? unverified(request, body);
    const answer = refusal === undefined ? answerTo(request, body, objects) : errorOf(refusal);
    answers.push(`${request.method} ${answer.status}`);
    send(response, answer);
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await listening;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  const config: S3Config = {
    kind: "s3",
    endpoint: `http://127.0.0.1:${address.port}`,
    region,
    bucket: "manyi",
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey,
  };
  return { config, objects, answers, failNext: (...more) => void failures.push(...more) };
}

interface Answer {
  readonly status: number;
  readonly body: Buffer | string;
}

function unverified(request: IncomingMessage, body: Buffer): { status: number; code: string } | undefined {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const authorization = headers.authorization ?? "";
  const payloadSha256 = sha256(body);
  if (headers["x-amz-content-sha256"] !== payloadSha256) return { status: 400, code: "XAmzContentSHA256Mismatch" };
  const arrived = { method: request.method ?? "", target: request.url ?? "", headers, payloadSha256 };
  const { accessKeyId, scope, signature, signedHeaders } = partsOf(authorization);
  const day = (headers["x-amz-date"] ?? "").slice(0, 8);
  if (accessKeyId !== "AKIDEXAMPLE" || scope !== `${day}/${region}/s3/aws4_request`) {
    return { status: 403, code: "AuthorizationHeaderMalformed" };
  }
  const enough = ["host", "x-amz-content-sha256", "x-amz-date"].every((name) => signedHeaders.includes(name));
  if (enough && signatureOf(arrived, secretAccessKey, authorization) === signature) return undefined;
  return { status: 403, code: "SignatureDoesNotMatch" };
}

function answerTo(request: IncomingMessage, body: Buffer, objects: Map<string, Buffer>): Answer {
  const address = new URL(request.url ?? "", "http://store");
  const key = address.pathname.replace(/^\/manyi\/?/, "");
  if (request.method === "PUT") {
    // As S3 does: a length must be told beforehand.
    if (request.headers["content-length"] === undefined) return errorOf({ status: 411, code: "MissingContentLength" });
    objects.set(key, body);
    return { status: 200, body: "" };
  }
  if (request.method === "DELETE") {
    objects.delete(key);
    return { status: 204, body: "" };
  }
  if (key === "") return { status: 200, body: listing(address.searchParams, [...objects.keys()].sort()) };
  const content = objects.get(key);
  return content === undefined ? errorOf({ status: 404, code: "NoSuchKey" }) : { status: 200, body: content };
}

function listing(query: URLSearchParams, keys: readonly string[]): string {
  const found = keys.filter((key) => key.startsWith(query.get("prefix") ?? ""));
  const token = query.get("continuation-token");
  const start = token === null ? 0 : Number(/^from&(\d+)\/=$/.exec(token)?.[1]);
  const contents = found
    .slice(start, start + PAGE)
    .map((key) => `<Contents><Key>${key}</Key><LastModified>${storedAt.toISOString()}</LastModified></Contents>`);
  const more = start + PAGE < found.length;
  const next = more ? `<NextContinuationToken>from&amp;${start + PAGE}/=</NextContinuationToken>` : "";
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join("")}${next}</ListBucketResult>`;
}

function errorOf({ status, code = "" }: { readonly status: number; readonly code?: string }): Answer {
  return { status, body: `<Error><Code>${code}</Code></Error>` };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status).end(status === 204 ? undefined : body);
}
