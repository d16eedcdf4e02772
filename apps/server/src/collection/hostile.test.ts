/** What is sent to break something: refused quickly, with nothing kept and nothing said too much. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { completeAnswers } from "../../test-support/asked-questionnaire.ts";
import { collectionServer } from "../../test-support/collection-server.ts";

const codeOf = (answer: { statusCode: number; json: () => { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
];

/** Complete answers as JSON, with something written into them. */
function withText(inAnswers: string): string {
  const head = `{"id":"${randomUUID()}","version":1,"language":"zh","answers":{"overall":4`;
  return `${head}${inAnswers}}}`;
}

describe("a body", () => {
  it("that is too large is refused, also where its size is not said beforehand (11)", async () => {
    const server = await collectionServer();
    const large = withText(`,"more":"${"x".repeat(262_144)}"`);
    const answer = await server.submit(large);
    expect([...codeOf(answer), answer.json().details]).toEqual([413, "request-too-large", { limitBytes: 262_144 }]);
    const { port } = new URL(await server.app.listen({ host: "127.0.0.1", port: 0 }));
    const pieces = async function* () {
      for (let piece = 0; piece < 64; piece += 1) yield Buffer.alloc(65_536, "x");
    };
    const chunked = await fetch(`http://127.0.0.1:${port}/api/collect/${server.wave.token}/responses`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: ReadableStream.from(pieces()),
      duplex: "half",
    }).then(
      ({ status }) => status,
      // The connection is closed while it is still sending.
      () => 413,
    );
    expect(chunked).toBe(413);
    expect(await server.responses()).toEqual([]);
  });

  it.each([
    ["10,000 deep", () => withText(`,"more":${"[".repeat(10_000)}${"]".repeat(10_000)}`)],
    ["of 20,000 names", () => withText(`,${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join()}`)],
    ["with a name twice", () => withText(',"overall":5')],
    ["with a name twice in two spellings", () => withText(',"over\\u0061ll":5')],
    ["with a number that is none", () => withText(',"nps":1e400')],
    ["with __proto__", () => withText(',"__proto__":{"x":1}')],
    ["with constructor", () => withText(',"constructor":{"prototype":{"x":1}}')],
    ["with NUL", () => withText(',"more":"a\\u0000b"')],
    ["with half a surrogate pair", () => withText(',"more":"\\ud800"')],
    ["with NUL in a name", () => withText(',"a\\u0000":"b"')],
    ["that is no JSON", () => withText(",")],
    ["that is no UTF-8", () => Buffer.from(withText(',"more":"你好"'), "utf16le").toString("latin1")],
  ])("%s is malformed (12, 13, 14)", async (_, body) => {
    const server = await collectionServer();
    expect(codeOf(await server.submit(body()))).toEqual([400, "request-malformed"]);
    expect(await server.responses()).toEqual([]);
    expect(Object.prototype).not.toHaveProperty("x");
  });

  it("holds what the contract names and nothing else", async () => {
    const server = await collectionServer();
    for (const extra of [
      { late: true },
      { receivedAt: "2020-01-01T00:00:00Z" },
      { waveId: randomUUID() },
      { claim: {} },
    ]) {
      expect(codeOf(await server.submit({ ...server.submission(), ...extra }))).toEqual([422, "request-invalid"]);
    }
    expect(codeOf(await server.submit({ ...server.submission(), organisationId: "x" }))).toEqual([
      403,
      "field-not-changeable",
    ]);
    expect(await server.responses()).toEqual([]);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "of another type is not taken for JSON: %s",
    async (type) => {
      const server = await collectionServer();
      const answer = await server.ask(null, `POST /api/collect/${server.wave.token}/responses`, server.submission(), {
        "content-type": type,
      });
      expect(codeOf(answer)).toEqual([415, "media-type-refused"]);
    },
  );
});

describe("a request", () => {
  it("is the same from whatever page it comes, and no cookie makes a difference (29)", async () => {
    const server = await collectionServer();
    for (const headers of [
      { origin: "null" },
      { origin: "https://elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const cookie = await server.signIn(server.people.manager);
      const path = `POST /api/collect/${server.wave.token}/responses`;
      const answer = await server.ask(null, path, server.submission(), { ...headers, cookie });
      expect(answer.statusCode).toBe(201);
      expect(answer.headers).not.toHaveProperty("set-cookie");
      expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
    }
  });

  it("by an address that is encoded twice leads nowhere (24)", async () => {
    const server = await collectionServer();
    const { token } = server.wave;
    for (const path of [
      `/api/collect/${token}%252fresponses`,
      `/api/collect/%25${token.charCodeAt(0).toString(16)}${token.slice(1)}/responses`,
      `/api/collect/${token}/%2572esponses`,
      `/api/collect/${token}%00/responses`,
      `/api/collect/..%2f${token}/responses`,
    ]) {
      const answer = await server.ask(null, `POST ${path}`, server.submission());
      expect([400, 404], path).toContain(answer.statusCode);
    }
    expect(await server.responses()).toEqual([]);
  });

  it("of a flood from one /64 is refused for a while, and others are not (26)", async () => {
    const server = await collectionServer({
      web: () => ({ limits: { collection: 20 } }),
    });
    const from = (remoteAddress: string) =>
      server.app.inject({
        method: "POST",
        url: `/api/collect/${server.wave.token}/responses`,
        remoteAddress,
        headers: { "content-type": "application/json" },
        payload: JSON.stringify(server.submission()),
      });
    for (let at = 0; at < 20; at += 1) expect((await from(`2001:db8:1:1::${at}`)).statusCode).toBe(201);
    const refused = await from("2001:db8:1:1:ffff::1");
    expect(codeOf(refused)).toEqual([429, "too-many-requests"]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await from("2001:db8:1:2::1")).statusCode).toBe(201);
    expect((await from("192.0.2.9")).statusCode).toBe(201);
  });
});

describe("nothing of a respondent", () => {
  it("stands in a log, whatever happens: no answer, token, address or browser (46, 56)", async () => {
    const server = await collectionServer();
    const more = "我的电话是 13912345678，张三";
    const headers = { "user-agent": "WeChat/8.0 special", "x-forwarded-for": "203.0.113.77" };
    const path = `/api/collect/${server.wave.token}`;
    const send = (body: unknown) => server.ask(null, `POST ${path}/responses`, body, headers);
    await send(server.submission({ answers: { ...completeAnswers, more } }));
    await send(server.submission({ answers: { more } }));
    await send("{");
    await server.ask(null, `GET ${path}`, undefined, headers);
    await server.db.schema.alterTable("response").renameTo("response_away").execute();
    const broken = await send(server.submission({ answers: { ...completeAnswers, more } }));
    expect(codeOf(broken)).toEqual([500, "unexpected"]);
    const logged = server.log.text();
    expect(logged).toContain("request-failed");
    for (const word of ["13912345678", "张三", server.wave.token, "WeChat", "203.0.113.77", "127.0.0.1"]) {
      expect(logged, word).not.toContain(word);
    }
  });

  it("is kept beside the answers and the circumstances that are named (55)", async () => {
    const server = await collectionServer();
    await server.ask(null, `POST /api/collect/${server.wave.token}/responses`, server.submission(), {
      "user-agent": "WeChat/8.0 special",
      referer: "https://elsewhere.example/who?id=13912345678",
      cookie: "who=13912345678",
    });
    const row = await server.db.selectFrom("response").selectAll().executeTakeFirstOrThrow();
    const event = await server.db.selectFrom("response_event").selectAll().executeTakeFirstOrThrow();
    const kept = JSON.stringify([row, event]);
    for (const word of ["WeChat", "13912345678", "elsewhere", "127.0.0.1"]) expect(kept).not.toContain(word);
    expect(await server.db.selectFrom("audit_entry").select("id").execute()).toEqual([]);
  });
});
