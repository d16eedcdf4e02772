/** What surrounds the routes: headers, limits, files, health, metrics, the description of the interface, the console. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type TestServerOptions, testServer } from "../../test-support/build-server.ts";
import { contractRoutes } from "../../test-support/contract-routes.ts";
import { download, lookAround, tryAgain, tryOut, upload } from "../../test-support/probe-routes.ts";
import { type FileAnswer, handle, handlePublic, handleUpload } from "./call.ts";
import { openApiDocument } from "./openapi.ts";

const page = "<h1>报告</h1>";

async function build(options: TestServerOptions = {}, file: Partial<FileAnswer> = {}) {
  return await testServer({
    routes: () => [
      handle(lookAround, async () => ({ seen: [] })),
      handlePublic(tryOut, async () => undefined),
      handlePublic(tryAgain, async () => undefined),
      handle(download, async () => ({
        mediaType: "text/html",
        name: "报告 “一”.html",
        etag: "e1",
        content: async () => Readable.from([page]),
        ...file,
      })),
      handleUpload(
        upload,
        async (parts) => {
          const seen: string[] = [];
          for await (const part of parts) {
            if (part.kind === "field") seen.push(`${part.name}=${part.value}`);
            else seen.push(`${part.fileName}:${(await part.content.toArray()).join("").length}`);
          }
          return seen;
        },
        async (_call, seen) => ({ parts: seen }),
      ),
    ],
    ...options,
  });
}

describe("every answer", () => {
  it.each(["GET /api/probe", "GET /api/nothing", "GET /health/live", "POST /api/probe"])(
    "lets no script in, no frame around it and no address out: %s",
    async (place) => {
      const server = await build();
      const { headers } = await server.ask(null, place);
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers).not.toHaveProperty("strict-transport-security");
      expect(headers).not.toHaveProperty("access-control-allow-origin");
    },
  );

  it("keeps browsers on https where that is how people reach the server", async () => {
    const server = await build({ config: { origin: "https://survey.example.cn" } });
    const { headers } = await server.ask(null, "GET /health/live");
    expect(headers["strict-transport-security"]).toBe("max-age=15768000");
    expect(headers["content-security-policy"]).toContain("upgrade-insecure-requests");
  });
});

describe("limits", () => {
  const limits = { requests: 3, attempts: 2 };
  const ask = (server: Awaited<ReturnType<typeof build>>, place: string, address: string, headers = {}) => {
    const [method, url = ""] = place.split(" ");
    return server.app.inject({
      method: method as "GET",
      url,
      remoteAddress: address,
      headers: { origin: "http://manyi.test", ...headers },
    });
  };

  it("count by address, a /64 of IPv6 as one, and say when to come back (26)", async () => {
    const server = await build({ web: { limits } });
    for (let count = 0; count < 3; count += 1) {
      expect((await ask(server, "GET /api/probe", `2001:db8::${count + 1}`)).statusCode).toBe(401);
    }
    const held = await ask(server, "GET /api/probe", "2001:db8::ffff");
    expect([held.statusCode, held.json().code]).toEqual([429, "too-many-requests"]);
    expect(Number(held.headers["retry-after"])).toBeGreaterThan(0);
    expect((await ask(server, "GET /api/probe", "2001:db8:0:1::1")).statusCode).toBe(401);
    expect((await ask(server, "GET /api/probe", "192.0.2.1")).statusCode).toBe(401);
  });

  it("are stricter where passwords are tried", async () => {
    const server = await build({ web: { limits } });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      statuses.push((await ask(server, "POST /api/try", "192.0.2.1")).statusCode);
    }
    expect(statuses).toEqual([204, 204, 429]);
  });

  it("count every route together, and attempts apart from the rest", async () => {
    const server = await build({ web: { limits } });
    const statusOf = async (place: string) => (await ask(server, place, "192.0.2.1")).statusCode;
    expect(await statusOf("GET /api/probe")).toBe(401);
    expect(await statusOf("GET /api/probe.html")).toBe(401);
    expect(await statusOf("GET /api/probe")).toBe(401);
    expect(await statusOf("GET /api/probe.html")).toBe(429);
    expect([await statusOf("POST /api/try"), await statusOf("POST /api/try-again")]).toEqual([204, 204]);
    expect([await statusOf("POST /api/try"), await statusOf("POST /api/try-again")]).toEqual([429, 429]);
  });

  it("believe a forwarded address only from a proxy that is trusted", async () => {
    const forged = (count: number) => ({ "x-forwarded-for": `198.51.100.${count}` });
    const untrusting = await build({ web: { limits } });
    for (let count = 0; count < 3; count += 1) await ask(untrusting, "GET /api/probe", "192.0.2.1", forged(count));
    expect((await ask(untrusting, "GET /api/probe", "192.0.2.1", forged(9))).statusCode).toBe(429);
    const trusting = await build({ web: { limits }, config: { trustedProxies: ["192.0.2.0/24"] } });
    for (let count = 0; count < 4; count += 1) {
      expect((await ask(trusting, "GET /api/probe", "192.0.2.1", forged(count))).statusCode).toBe(401);
    }
    for (let count = 0; count < 3; count += 1) await ask(trusting, "GET /api/probe", "203.0.113.1", forged(count));
    expect((await ask(trusting, "GET /api/probe", "203.0.113.1", forged(9))).statusCode).toBe(429);
  });
});

describe("a file", () => {
  it("is sent under its own name, without any rights in the browser", async () => {
    const server = await build();
    const answer = await server.ask(server.people.reader, "GET /api/probe.html");
    expect(answer.body).toBe(page);
    expect(answer.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="__ ___.html"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%E2%80%9C%E4%B8%80%E2%80%9D.html`,
      "cache-control": "private, no-cache",
      "content-security-policy": expect.stringMatching(/^default-src 'none';.*; sandbox$/),
    });
  });

  it("has no name that could end the header", async () => {
    const server = await build({}, { name: 'a"\r\nSet-Cookie: x=1\u0000/../b.csv' });
    const answer = await server.ask(server.people.reader, "GET /api/probe.html");
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).not.toHaveProperty("set-cookie");
    expect(answer.headers["content-disposition"]).toContain('filename="a___Set-Cookie: x=1__.._b.csv"');
  });

  it("is not sent again to who has it", async () => {
    const server = await build();
    const ask = (etag: string) =>
      server.ask(server.people.reader, "GET /api/probe.html", undefined, { "if-none-match": etag });
    expect([(await ask('"e1"')).statusCode, (await ask('"e1"')).body]).toEqual([304, ""]);
    expect((await ask('W/"e0", W/"e1"')).statusCode).toBe(304);
    expect((await ask('"e2"')).statusCode).toBe(200);
  });

  it("that lies compressed is sent so to who takes it, and unpacked to who does not", async () => {
    const server = await build({}, { encoding: "gzip", content: async () => Readable.from([gzipSync(page)]) });
    const packed = await server.ask(server.people.reader, "GET /api/probe.html", undefined, {
      "accept-encoding": "gzip, br",
    });
    expect([packed.headers["content-encoding"], gunzipSync(packed.rawPayload).toString()]).toEqual(["gzip", page]);
    const plain = await server.ask(server.people.reader, "GET /api/probe.html");
    expect([plain.headers["content-encoding"], plain.body]).toEqual([undefined, page]);
  });
});

describe("an upload", () => {
  const parts = (...lines: readonly string[]) => ({
    payload: `${lines.map((line) => `--e\r\nContent-Disposition: form-data; ${line}\r\n`).join("")}--e--\r\n`,
    type: "multipart/form-data; boundary=e",
  });
  const send = async ({ payload, type }: ReturnType<typeof parts>, options: TestServerOptions = {}) => {
    const server = await build(options);
    return await server.ask(server.people.manager, "POST /api/upload", payload, { "content-type": type });
  };

  it("is read part by part", async () => {
    const answer = await send(parts('name="unitId"\r\n\r\nu1', 'name="file"; filename="数据.csv"\r\n\r\nq1\r\n9'));
    expect(answer.json()).toEqual({ parts: ["unitId=u1", "数据.csv:5"] });
  });

  it("stops at the largest size", async () => {
    const large = parts(`name="file"; filename="a.csv"\r\n\r\n${"x".repeat(2_000)}`);
    const answer = await send(large, { config: { largestImportBytes: 1_000 } });
    expect([answer.statusCode, answer.json().details]).toEqual([413, { limitBytes: 1_000 }]);
  });

  it("that breaks off or holds no keepable names is refused", async () => {
    const { payload, type } = parts('name="file"; filename="a.csv"\r\n\r\nxyz');
    expect((await send({ payload: payload.slice(0, -8), type })).statusCode).toBe(400);
    expect((await send(parts('name="unitId"\r\n\r\na\u0000b'))).json().details).toEqual({ reason: "character" });
    expect((await send({ payload: "{}", type: "application/json" })).statusCode).toBe(415);
  });
});

describe("metrics", () => {
  it("count requests by route, and tell how the queue and the pool stand", async () => {
    const server = await build();
    await server.ask(server.people.reader, "GET /api/probe");
    const { body, statusCode } = await server.ask(null, "GET /metrics");
    expect(statusCode).toBe(200);
    expect(body).toMatch(/manyi_http_request_duration_seconds_count\{method="GET",route="lookAround",status="200"\} 1/);
    expect(body).toMatch(/^manyi_jobs_waiting 0$/m);
    expect(body).toMatch(/^manyi_database_connections\{application="manyi test",state="\w+"\} \d+$/m);
    expect(body).toMatch(/^process_resident_memory_bytes /m);
  });

  it("are the machine's own: not for others, not through a proxy on it, not without the token where there is one", async () => {
    const open = await build();
    const from = (remoteAddress: string, headers = {}) =>
      open.app.inject({ method: "GET", url: "/metrics", remoteAddress, headers });
    expect((await from("127.0.0.1")).statusCode).toBe(200);
    expect((await from("::1")).statusCode).toBe(200);
    expect((await from("192.0.2.1")).statusCode).toBe(404);
    expect((await from("127.0.0.1", { "x-forwarded-for": "192.0.2.1" })).statusCode).toBe(404);
    const guarded = await build({ config: { metricsToken: "a-long-metrics-token" } });
    const withToken = (token: string) =>
      guarded.ask(null, "GET /metrics", undefined, { authorization: `Bearer ${token}` });
    expect((await withToken("a-long-metrics-token")).statusCode).toBe(200);
    expect((await withToken("another")).statusCode).toBe(404);
    expect((await guarded.ask(null, "GET /metrics")).statusCode).toBe(404);
  });
});

describe("the interface's description", () => {
  it("names every route once, with what it takes, what it gives and who may call it", async () => {
    const routes = await contractRoutes();
    const document = openApiDocument(routes, "http://manyi.test", "0");
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations).toHaveLength(routes.length);
    const ids = operations.map((it) => (it as { operationId: string }).operationId);
    expect(new Set(ids)).toEqual(new Set(routes.map(({ name }) => name)));
  });

  it("follows the rules of OpenAPI 3.1", async () => {
    const routes = await contractRoutes();
    const { paths, tags, components } = openApiDocument(routes, "http://manyi.test", "0");
    const schemes = Object.keys(components.securitySchemes as object);
    for (const [path, methods] of Object.entries(paths)) {
      expect(path).toMatch(/^\/[\w\-./{}]*$/);
      const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(methods) as Operation[]) {
        const inPath = operation.parameters.filter((it) => it.in === "path");
        expect(inPath.map(({ name }) => name)).toEqual(placeholders);
        expect(inPath.every(({ required }) => required)).toBe(true);
        expect(operation.parameters.every(({ schema }) => typeof schema === "object")).toBe(true);
        expect(tags.map(({ name }) => name)).toContain(operation.tags[0]);
        expect(Object.keys(operation.responses).every((status) => /^(\d{3}|default)$/.test(status))).toBe(true);
        expect(Object.values(operation.responses).every(({ description }) => description !== "")).toBe(true);
        expect(operation.security.flatMap((it) => Object.keys(it)).every((it) => schemes.includes(it))).toBe(true);
      }
    }
  });

  it("is served to programs and as a page, whose own scripts the policy lets run", async () => {
    const server = await build();
    const document = await server.ask(null, "GET /api/openapi.json");
    expect(document.json()).toMatchObject({
      openapi: "3.1.0",
      paths: { "/api/probe": { get: { operationId: "lookAround" } } },
    });
    const html = await server.ask(null, "GET /api/docs/");
    expect(html.statusCode).toBe(200);
    expect(html.body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(html.headers["content-security-policy"]).toContain("script-src 'self'");
    for (const [, source = ""] of html.body.matchAll(/<script[^>]*src="([^"]+)"/g)) {
      const address = new URL(source, "http://manyi.test/api/docs/").pathname;
      expect((await server.ask(null, `GET ${address}`)).statusCode, address).toBe(200);
    }
  });
});

interface Operation {
  readonly tags: readonly string[];
  readonly parameters: readonly { in: string; name: string; required: boolean; schema: unknown }[];
  readonly responses: Readonly<Record<string, { description: string }>>;
  readonly security: readonly object[];
}

describe("the console", () => {
  const built = async () => {
    const folder = await mkdtemp(join(tmpdir(), "manyi-console-"));
    await mkdir(join(folder, "assets"));
    await writeFile(join(folder, "index.html"), "<!doctype html><title>满意</title>");
    await writeFile(join(folder, "assets", "app-1a2b.js"), "plain");
    await writeFile(join(folder, "assets", "app-1a2b.js.gz"), gzipSync("packed"));
    await writeFile(join(folder, "favicon.svg"), "<svg/>");
    return await build({ web: { consoleFolder: folder } });
  };

  it("is one page for every address that is no file, asked for anew each time", async () => {
    const server = await built();
    for (const place of ["GET /", "GET /programmes/1?wave=2", "GET /index.html", "GET /sign-in"]) {
      const answer = await server.ask(null, place);
      expect([answer.statusCode, answer.body], place).toEqual([200, "<!doctype html><title>满意</title>"]);
      expect(answer.headers["cache-control"], place).toBe("no-cache");
      expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    }
  });

  it("is kept for a year where the name changes with the content, and sent packed", async () => {
    const server = await built();
    const asset = "GET /assets/app-1a2b.js";
    const packed = await server.ask(null, asset, undefined, { "accept-encoding": "gzip" });
    expect(packed.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "gzip",
    });
    expect(gunzipSync(packed.rawPayload).toString()).toBe("packed");
    expect((await server.ask(null, asset)).body).toBe("plain");
    expect((await server.ask(null, "GET /favicon.svg")).headers["cache-control"]).toBe("no-cache");
  });

  it("is not sent as the icon that browsers ask every page for", async () => {
    const icon = await (await built()).ask(null, "GET /favicon.ico");
    expect([icon.statusCode, icon.body]).toEqual([204, ""]);
    expect(icon.headers["cache-control"]).toContain("immutable");
  });

  it("is never what a wrong address of the interface or a missing file gives", async () => {
    const server = await built();
    for (const place of ["GET /api/nothing", "GET /api", "GET /assets/old-9.js", "POST /", "GET /health/x"]) {
      const answer = await server.ask(null, place);
      expect([answer.statusCode, answer.json().code], place).toEqual([404, "not-found"]);
    }
    for (const place of ["GET /../package.json", "GET /assets/..%2f..%2fpackage.json", "GET /.env"]) {
      expect((await server.ask(null, place)).body, place).not.toMatch(/dependencies|SECRET/);
    }
  });
});
