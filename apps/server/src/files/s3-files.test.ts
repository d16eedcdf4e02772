import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { capturingLog } from "../../test-support/capturing-log.ts";
import { storedAt, testObjectStore } from "../../test-support/object-store.ts";
import { signatureOf } from "../../test-support/signature-v4.ts";
import { FileMissingError, FileStoreUnreachableError, FileTooLargeError, StorageFullError } from "./file-errors.ts";
import { s3Files } from "./s3-files.ts";

const limits = { largestBytes: 10_000_000 };

async function setUp(secretAccessKey?: string) {
  const spoolFolder = join(await mkdtemp(join(tmpdir(), "manyi-s3-")), "spool");
  onTestFinished(() => rm(join(spoolFolder, ".."), { recursive: true, force: true }));
  const store = await testObjectStore();
  const config = { ...store.config, ...(secretAccessKey !== undefined && { secretAccessKey }) };
  const captured = capturingLog();
  const files = s3Files(config, {
    spoolFolder,
    clock: { now: () => new Date("2026-11-22T02:00:00Z") },
    log: captured.log,
    patience: { idleMs: 200, retryDelaysMs: [1, 1] },
  });
  return { store, files, captured, spooled: () => readdir(spoolFolder) };
}

it("checks signatures as AWS does: the example of its documentation, GET Bucket lifecycle", () => {
  // Amazon S3 API reference, "Signature calculations for the Authorization header", examples of May 24, 2013.
  const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const scope = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
  const signature = "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543";
  const headers = {
    host: "examplebucket.s3.amazonaws.com",
    "x-amz-content-sha256": empty,
    "x-amz-date": "20130524T000000Z",
  };
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=${Object.keys(headers).join(";")},Signature=${signature}`;
  const request = { method: "GET", target: "/?lifecycle=", headers, payloadSha256: empty };
  expect(signatureOf(request, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", authorization)).toBe(signature);
});

describe("s3Files", () => {
  it("stores, reads and removes with signed requests, and leaves nothing in the spool", async () => {
    const { store, files, spooled } = await setUp();
    const content = Buffer.alloc(3_000_000, "满意");
    const stored = await files.put("imports", Readable.from([content.subarray(0, 7), content.subarray(7)]), limits);
    expect(stored.bytes).toBe(3_000_000);
    expect(store.objects.get(stored.key)?.equals(content)).toBe(true);
    expect((await buffer(await files.read(stored.key))).equals(content)).toBe(true);
    expect(await spooled()).toEqual([]);
    await files.remove(stored.key);
    await expect(files.read(stored.key)).rejects.toBeInstanceOf(FileMissingError);
  });

  it("stores an empty file", async () => {
    const { files } = await setUp();
    const { key, bytes } = await files.put("imports", Readable.from([]), limits);
    expect(bytes).toBe(0);
    expect(await text(await files.read(key))).toBe("");
  });

  it("lists page after page, only of the area, only keys of ours, only what is old enough", async () => {
    const { store, files } = await setUp();
    const keys = await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => (await files.put("derived", Readable.from([`${n}`]), limits)).key),
    );
    await files.put("imports", Readable.from(["x"]), limits);
    store.objects.set("derived/readme.txt", Buffer.from("of somebody else"));
    expect((await collected(files.list("derived"))).sort()).toEqual(keys.sort());
    expect(await collected(files.list("derived", { storedBefore: storedAt }))).toEqual([]);
  });

  it("tries again after a failure that may pass", async () => {
    const { store, files, captured } = await setUp();
    store.failNext({ status: 503, code: "SlowDown" }, "broken connection");
    const { key } = await files.put("imports", Readable.from(["once"]), limits);
    expect(await text(await files.read(key))).toBe("once");
    expect(captured.of("file-store-retried")).toHaveLength(2);
  });

  it("gives up on a store that never answers", async () => {
    const { store, files, spooled } = await setUp();
    store.failNext("no answer", "no answer", "no answer");
    await expect(files.put("imports", Readable.from(["x"]), limits)).rejects.toBeInstanceOf(FileStoreUnreachableError);
    expect(await spooled()).toEqual([]);
  });

  it("does not try again what is refused, and tells the keys to nobody", async () => {
    const { store, files, captured } = await setUp("another secret");
    await expect(files.put("imports", Readable.from(["x"]), limits)).rejects.toMatchObject({
      name: "S3RefusedError",
      status: 403,
      code: "SignatureDoesNotMatch",
    });
    expect(store.answers).toEqual(["PUT 403"]);
    expect(captured.text()).not.toContain("secret");
  });

  it("tells a full store and a missing bucket from a missing file", async () => {
    const { store, files } = await setUp();
    store.failNext({ status: 507, code: "XMinioStorageFull" });
    await expect(files.put("imports", Readable.from(["x"]), limits)).rejects.toBeInstanceOf(StorageFullError);
    store.failNext({ status: 404, code: "NoSuchBucket" });
    const key = "imports/2026/11/0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11";
    await expect(files.read(key)).rejects.toMatchObject({ name: "S3RefusedError", code: "NoSuchBucket" });
  });

  it("sends nothing that is larger than allowed", async () => {
    const { store, files, spooled } = await setUp();
    const put = files.put("imports", Readable.from([Buffer.alloc(2_000)]), { largestBytes: 1_999 });
    await expect(put).rejects.toBeInstanceOf(FileTooLargeError);
    expect(store.answers).toEqual([]);
    expect(await spooled()).toEqual([]);
  });
});

async function collected(keys: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const key of keys) found.push(key);
  return found;
}
