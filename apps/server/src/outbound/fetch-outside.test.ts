import { createServer, type RequestListener } from "node:http";
import { createServer as createTcpServer, type LookupFunction } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { FileTooLargeError } from "../files/file-errors.ts";
import { fetchOutside, type OutsideLimits, type OutsidePolicy, publicOnly } from "./fetch-outside.ts";
import { isPublicAddress } from "./public-address.ts";

const limits: OutsideLimits = { largestBytes: 1_000, connectMs: 5_000, idleMs: 5_000, wholeMs: 10_000 };

/** A server on loopback that counts who comes. */
async function listening(answer: RequestListener) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? "");
    answer(request, response);
  });
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return { port: address.port, seen, connections: () => connections };
}

/** Resolves every name to these, in turn. */
function resolvingTo(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const lookup: LookupFunction = (hostname, _options, done) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
  return { lookup, asked };
}

/** Loopback stands for the Internet, so that a real server can answer. */
function allowingLoopback(port: number): OutsidePolicy {
  const isAllowed = (address: string) => address === "127.0.0.1" || isPublicAddress(address);
  return { ports: [80, 443, port], isAllowed, lookup: resolvingTo(["127.0.0.1"]).lookup };
}

describe("fetchOutside", () => {
  it("brings content and media type, by the name's address that was checked", async () => {
    const { port } = await listening((request, response) => {
      response.writeHead(200, { "content-type": "Text/CSV; charset=utf-8" }).end(`for ${request.headers.host}`);
    });
    const file = await fetchOutside(`http://data.example:${port}/a.csv`, limits, allowingLoopback(port));
    expect(file.mediaType).toBe("text/csv");
    expect(await text(file.content)).toBe(`for data.example:${port}`);
  });

  it.each([
    ["ftp://example.com/a", "not-http"],
    ["file:///etc/passwd", "not-http"],
    ["/etc/passwd", "not-http"],
    ["http://user:password@example.com/", "with-credentials"],
    ["http://example.com:22/", "port-refused"],
    ["http://example.com:6379/", "port-refused"],
    ["http://127.0.0.1/", "not-public"],
    ["http://127.1/", "not-public"],
    ["http://0x7f000001/", "not-public"],
    ["http://2130706433/", "not-public"],
    ["http://0/", "not-public"],
    ["http://[::1]/", "not-public"],
    ["http://[::ffff:169.254.169.254]/", "not-public"],
    ["http://169.254.169.254/latest/meta-data/", "not-public"],
    ["http://100.100.100.200/", "not-public"],
    ["http://localhost/", "not-public"],
  ])("refuses %s: %s (threat 47)", async (address, reason) => {
    await expect(fetchOutside(address, limits)).rejects.toMatchObject({ name: "OutsideError", reason });
  });

  it.each([
    ["a name of the own network", [["127.0.0.1"]]],
    ["a name with one address of the own network among others", [["1.1.1.1", "127.0.0.1"]]],
    ["a name with a mapped address", [["::ffff:127.0.0.1"]]],
  ])("makes no connection to %s", async (_, answers) => {
    const { port, connections } = await listening((_request, response) => void response.end("secret"));
    const policy = { ...publicOnly, ports: [port], lookup: resolvingTo(...answers).lookup };
    const fetched = fetchOutside(`http://rebound.example:${port}/`, limits, policy);
    await expect(fetched).rejects.toMatchObject({ reason: "not-public" });
    expect(connections()).toBe(0);
  });

  it("resolves a name once for a connection, so that it cannot lead elsewhere the second time (DNS rebinding)", async () => {
    const { port } = await listening((_request, response) => void response.end("ok"));
    const { lookup, asked } = resolvingTo(["127.0.0.1"], ["10.0.0.1"]);
    const file = await fetchOutside(`http://data.example:${port}/`, limits, { ...allowingLoopback(port), lookup });
    expect(await text(file.content)).toBe("ok");
    expect(asked).toEqual(["data.example"]);
  });

  it("checks every hop of a redirect", async () => {
    const inside = await listening((_request, response) => void response.end("secret"));
    const { port } = await listening((_request, response) => {
      response.writeHead(302, { location: `http://inside.example:${inside.port}/` }).end();
    });
    const { lookup } = resolvingTo(["127.0.0.1"], ["127.0.0.2"]);
    const policy = { ...allowingLoopback(port), ports: [port, inside.port], lookup };
    const fetched = fetchOutside(`http://a.example:${port}/`, limits, policy);
    await expect(fetched).rejects.toMatchObject({ reason: "not-public" });
    expect(inside.connections()).toBe(0);
  });

  it.each([
    ["http://169.254.169.254/", "not-public"],
    ["file:///etc/passwd", "not-http"],
    ["http://x:y@example.com/", "with-credentials"],
    ["//example.com:25/", "port-refused"],
  ])("does not follow a redirect to %s", async (location, reason) => {
    const { port } = await listening((_request, response) => void response.writeHead(307, { location }).end());
    const fetched = fetchOutside(`http://a.example:${port}/`, limits, allowingLoopback(port));
    await expect(fetched).rejects.toMatchObject({ reason });
  });

  it("follows three redirects and no fourth", async () => {
    const { port, seen } = await listening((request, response) => {
      const hop = Number(request.url?.slice(1));
      if (hop === 0) response.end("there");
      else response.writeHead(301, { location: `/${hop - 1}` }).end();
    });
    const near = await fetchOutside(`http://a.example:${port}/3`, limits, allowingLoopback(port));
    expect(await text(near.content)).toBe("there");
    const far = fetchOutside(`http://a.example:${port}/4`, limits, allowingLoopback(port));
    await expect(far).rejects.toMatchObject({ reason: "too-many-redirects" });
    expect(seen.filter((path) => path === "/0")).toHaveLength(1);
  });

  it("refuses answers that are no content", async () => {
    const { port } = await listening((request, response) => {
      if (request.url === "/missing") response.writeHead(404).end();
      else response.writeHead(200, { "content-encoding": "gzip" }).end("x");
    });
    const policy = allowingLoopback(port);
    const missing = fetchOutside(`http://a.example:${port}/missing`, limits, policy);
    await expect(missing).rejects.toMatchObject({ reason: "refused-by-server" });
    const packed = fetchOutside(`http://a.example:${port}/`, limits, policy);
    await expect(packed).rejects.toMatchObject({ reason: "compressed" });
  });
});

describe("a receiver that hangs or never ends (threat 48)", () => {
  it("is cut off at the size, told beforehand or not", async () => {
    const { port } = await listening((request, response) => {
      if (request.url === "/told") response.writeHead(200, { "content-length": 1_001 }).write("x");
      const more = () => {
        while (response.write("x".repeat(500)));
      };
      if (request.url === "/endless") response.on("drain", more);
      if (request.url === "/endless") more();
    });
    const policy = allowingLoopback(port);
    const told = fetchOutside(`http://a.example:${port}/told`, limits, policy);
    await expect(told).rejects.toBeInstanceOf(FileTooLargeError);
    const endless = await fetchOutside(`http://a.example:${port}/endless`, limits, policy);
    await expect(text(endless.content)).rejects.toBeInstanceOf(FileTooLargeError);
  });

  it("is given up when it says nothing", async () => {
    const server = createTcpServer(() => {});
    const { promise, resolve } = Promise.withResolvers<void>();
    server.listen(0, "127.0.0.1", resolve);
    await promise;
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = address === null || typeof address === "string" ? 0 : address.port;
    const silent = fetchOutside(`http://a.example:${port}/`, { ...limits, idleMs: 100 }, allowingLoopback(port));
    await expect(silent).rejects.toMatchObject({ reason: "timed-out" });
    const handshake = fetchOutside(`https://a.example:${port}/`, { ...limits, connectMs: 100 }, allowingLoopback(port));
    await expect(handshake).rejects.toMatchObject({ reason: "timed-out" });
  });

  it("is given up when it drips: each part in time, all of it never", async () => {
    const { port } = await listening((_request, response) => {
      const drip = setInterval(() => response.write("x"), 10);
      response.on("close", () => clearInterval(drip));
    });
    const file = await fetchOutside(`http://a.example:${port}/`, { ...limits, wholeMs: 300 }, allowingLoopback(port));
    await expect(text(file.content)).rejects.toMatchObject({ reason: "timed-out" });
  });

  it("is given up when it falls silent in the middle", async () => {
    const { port } = await listening((_request, response) => void response.writeHead(200).write("x"));
    const file = await fetchOutside(`http://a.example:${port}/`, { ...limits, idleMs: 100 }, allowingLoopback(port));
    await expect(text(file.content)).rejects.toMatchObject({ reason: "timed-out" });
  });
});
