/** What every route goes through, asked over real requests. */
import { describe, expect, it } from "vitest";
import { type TestServer, type TestServerOptions, testServer } from "../../test-support/build-server.ts";
import { lookAround, ownThing, remove, writeDown } from "../../test-support/probe-routes.ts";
import { handle } from "./call.ts";

async function build(options: TestServerOptions = {}): Promise<TestServer> {
  return await testServer({
    routes: () => [
      handle(lookAround, async ({ query }) => ({ seen: Object.entries(query).map(String) })),
      handle(ownThing, async ({ scope }) => ({ id: scope.actor.id })),
      handle(writeDown, async (call) => {
        await call.audit({ object: { kind: "probe", id: "1" }, unitId: null });
        return { text: JSON.stringify(call.body) };
      }),
      handle(remove, async (call) => {
        await call.audit({ object: null, unitId: null });
        return undefined;
      }),
    ],
    ...options,
  });
}

const body = { name: { zh: "新" } };

const auditOf = (server: TestServer) =>
  server.db.selectFrom("audit_entry").select(["action", "outcome", "actor_id", "details", "request_id"]).execute();

describe("rights", () => {
  it("are asked before anything of the body is read", async () => {
    const server = await build();
    expect((await server.ask(null, "POST /api/probe", "no JSON")).statusCode).toBe(401);
    const refused = await server.ask(server.people.reader, "POST /api/probe", "no JSON");
    expect([refused.statusCode, refused.json().details]).toEqual([403, { permission: "programme:edit" }]);
  });

  it("leave an entry in the audit log when they are refused and when they are used", async () => {
    const server = await build();
    const refused = await server.ask(server.people.reader, "POST /api/probe", body);
    const done = await server.ask(server.people.manager, "POST /api/probe", body);
    expect(done.statusCode).toBe(201);
    expect(await auditOf(server)).toEqual([
      {
        action: "probe.written",
        outcome: "refused",
        actor_id: server.people.reader.userId,
        details: { problem: "not-permitted", permission: "programme:edit" },
        request_id: refused.headers["x-request-id"],
      },
      {
        action: "probe.written",
        outcome: "done",
        actor_id: server.people.manager.userId,
        details: {},
        request_id: done.headers["x-request-id"],
      },
    ]);
  });
});

describe("what changes something and carries a cookie", () => {
  const from = async (headers: Record<string, string>) => {
    const server = await build();
    const cookie = await server.signIn(server.people.manager);
    const answer = await server.app.inject({
      method: "POST",
      url: "/api/probe",
      headers: { cookie, "content-type": "application/json", ...headers },
      payload: JSON.stringify(body),
    });
    return [answer.statusCode, answer.json().code];
  };

  it("comes from the product's own pages (29)", async () => {
    expect(await from({ origin: "http://manyi.test" })).toEqual([201, undefined]);
    expect(await from({ "sec-fetch-site": "same-origin" })).toEqual([201, undefined]);
  });

  it.each([
    [{}],
    [{ origin: "http://evil.example" }],
    [{ origin: "null" }],
    [{ origin: "http://manyi.test.evil.example" }],
    [{ origin: "https://manyi.test" }],
    [{ origin: "http://manyi.test", "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "none" }],
    [{ host: "evil.example", origin: "http://evil.example" }],
    [{ "x-forwarded-host": "evil.example", origin: "http://evil.example" }],
  ])("does not come from elsewhere: %j (29)", async (headers) => {
    expect(await from(headers as Record<string, string>)).toEqual([403, "origin-refused"]);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "text/plain;charset=application/json", ""])(
    "is JSON and says so, not what a form can send: %j (29)",
    async (type) => {
      const [status, code] = await from({ origin: "http://manyi.test", "content-type": type });
      expect([status, code]).toEqual([415, "media-type-refused"]);
    },
  );
});

describe("input", () => {
  const send = async (payload: unknown, place = "POST /api/probe") => {
    const server = await build();
    const answer = await server.ask(server.people.manager, place, payload);
    return { status: answer.statusCode, problem: answer.json() };
  };

  it("has what the route describes and nothing else, told place by place", async () => {
    const { status, problem } = await send({ name: {}, parts: [{ text: 1 }, {}, {}, {}], surprise: 1, number: "1" });
    expect(status).toBe(422);
    const faults = problem.details.faults.map((it: { at: string; problem: string }) => `${it.at} ${it.problem}`);
    expect(faults.sort()).toEqual(
      [
        "body.surprise unknown",
        "body.name too-few",
        "body.parts too-many",
        "body.parts.0.text type",
        "body.parts.1.text missing",
        "body.parts.2.text missing",
        "body.parts.3.text missing",
        "body.number type",
      ].sort(),
    );
    expect((await send(undefined)).status).toBe(422);
  });

  it.each([
    "role",
    "roles",
    "organisationId",
    "organisation_id",
    "organization",
    "owner",
    "ownerId",
    "userId",
    "createdBy",
    "tenantId",
    "isAdmin",
  ])("does not set %s: 403, and it stands in the audit log (32)", async (field) => {
    const server = await build();
    const answer = await server.ask(server.people.manager, "POST /api/probe", { ...body, [field]: "x" });
    expect([answer.statusCode, answer.json().details]).toEqual([403, { field }]);
    expect(await auditOf(server)).toMatchObject([{ outcome: "refused", details: { field } }]);
  });

  it.each([
    ['{"name":{"zh":"a"},"name":{"zh":"b"}}', "key-twice"],
    ['{"__proto__":{"zh":"a"}}', "key-forbidden"],
    ['{"name":{"zh":"a\\u0000"}}', "character"],
    ['{"name":{"zh":"\\ud800"}}', "character"],
    ['{"name":{"zh":"a"},"number":1e400}', "number"],
    ['{"name":', "syntax"],
  ])("that cannot be read is 400: %s", async (payload, reason) => {
    const { status, problem } = await send(payload);
    expect([status, problem.code, problem.details]).toEqual([400, "request-malformed", { reason }]);
  });

  it.each([
    "GET /api/probe?text=a%00b",
    "GET /api/probe?size=1e1",
    "GET /api/probe?size=0",
    "GET /api/probe?size=2&size=3",
    "GET /api/probe?text=a&__proto__[x]=1",
    "GET /api/probe?other=1",
  ])("in the address is checked as well: %s", async (place) => {
    const { status } = await send(undefined, place);
    expect([400, 422]).toContain(status);
  });

  it("in the address may hold numbers", async () => {
    const { status, problem } = await send(undefined, "GET /api/probe?size=9&text=9");
    expect([status, problem]).toEqual([200, { seen: ["size,9", "text,9"] }]);
  });

  it("of more than a megabyte is 413, also where its length is not told (11)", async () => {
    const server = await build();
    const text = JSON.stringify({ name: { zh: "x" }, anything: "x".repeat(1_100_000) });
    const answer = await server.ask(server.people.manager, "POST /api/probe", text);
    expect([answer.statusCode, answer.json().details]).toEqual([413, { limitBytes: 1_048_576 }]);
  });
});

describe("addresses", () => {
  it.each([
    "GET /api/nothing",
    "GET /api/%2570robe",
    "GET /api/probe/",
    "GET /API/probe",
    "PUT /api/probe",
    "HEAD /api/probe",
    "GET /api/probe%2f..%2fprobe",
  ])("that are none are 404: %s (24)", async (place) => {
    const server = await build();
    expect((await server.ask(server.people.manager, place)).statusCode).toBe(404);
  });

  it("that cannot be read are 400", async () => {
    const server = await build();
    const answer = await server.ask(null, "DELETE /api/probe/%E0%A4%A");
    expect([answer.statusCode, answer.json().details]).toEqual([400, { reason: "address" }]);
  });
});

describe("problems", () => {
  it("are told in the language asked for, else the caller's own, else the server's", async () => {
    const server = await build({ config: { language: "en" } });
    const titleFor = async (as: "reader" | null, header?: string) => {
      const headers = header === undefined ? {} : { "accept-language": header };
      const answer = await server.ask(as === null ? null : server.people[as], "POST /api/probe", body, headers);
      expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
      return [answer.headers["content-language"], /[一-龥]/.test(answer.json().title)];
    };
    expect(await titleFor("reader", "en-GB,en;q=0.9")).toEqual(["en", false]);
    expect(await titleFor("reader", "fr, zh-TW;q=0.5, en;q=0.4")).toEqual(["zh", true]);
    expect(await titleFor("reader", "en;q=0, zh;q=0.1")).toEqual(["zh", true]);
    expect(await titleFor("reader")).toEqual(["zh", true]);
    expect(await titleFor(null)).toEqual(["en", false]);
    expect(await titleFor(null, "xx;;;q=,,q=abc")).toEqual(["en", false]);
  });
});

describe("an own thing", () => {
  it("is no key's", async () => {
    const server = await build();
    const key = await server.ask("mk_short", "GET /api/own");
    expect(key.statusCode).toBe(401);
    expect(key.headers["www-authenticate"]).toBe("Bearer");
  });
});
