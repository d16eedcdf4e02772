/** Handlers that fail: what the caller is told, what is kept, what is logged. */
import { ProblemError } from "@manyi/contract/problem/problem";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { lookAround, tryOut, writeDown } from "../../test-support/probe-routes.ts";
import { onServer, urlOf } from "../../test-support/template-database.ts";
import { StorageFullError } from "../files/file-errors.ts";
import { type Call, handle, handlePublic } from "./call.ts";

type Write = Call<typeof writeDown>;
const body = { name: { zh: "私密内容" } };

const failing = (run: (call: Write) => Promise<unknown>) =>
  testServer({
    routes: () => [
      handle(writeDown, async (call) => {
        await run(call);
        return { text: "" };
      }),
      handle(lookAround, async ({ tx }) => {
        await sql`select 1`.execute(tx);
        return { seen: [] };
      }),
    ],
  });

const write = (server: TestServer) => server.ask(server.people.manager, "POST /api/probe", body);
const audited = (call: Write) => call.audit({ object: null, unitId: null });
const rename = ({ tx, scope }: Write) =>
  tx.updateTable("organisation").set({ time_zone: "UTC" }).where("id", "=", scope.organisationId).execute();
const zoneOf = async ({ db, ours }: TestServer) =>
  (
    await db
      .selectFrom("organisation")
      .select("time_zone")
      .where("id", "=", ours.organisationId)
      .executeTakeFirstOrThrow()
  ).time_zone;

describe("a handler that fails", () => {
  it("leaves nothing behind, neither its work nor its audit entry nor its job", async () => {
    const server = await failing(async (call) => {
      await rename(call);
      await audited(call);
      await call.enqueue("sweep", {});
      throw new ProblemError("changed-meanwhile", {});
    });
    expect((await write(server)).statusCode).toBe(409);
    expect(await zoneOf(server)).toBe("Asia/Shanghai");
    expect(await server.db.selectFrom("audit_entry").selectAll().execute()).toEqual([]);
    const jobs = await sql<{ count: number }>`select count(*)::integer as count from graphile_worker.jobs`.execute(
      server.db,
    );
    expect(jobs.rows).toEqual([{ count: 0 }]);
  });

  it("by a bug is 500 with a number that stands in the log, and the log holds nothing of what was sent", async () => {
    const server = await failing(async () => {
      throw new Error("something with 私密内容 in it");
    });
    const answer = await write(server);
    const { requestId } = answer.json().details;
    expect([answer.statusCode, answer.json().code]).toEqual([500, "unexpected"]);
    expect(answer.headers["x-request-id"]).toBe(requestId);
    expect(server.log.of("request-failed")).toMatchObject([{ requestId, route: "/api/probe", method: "POST" }]);
    expect(server.log.text() + answer.body).not.toContain("私密内容");
    expect(answer.body).not.toMatch(/Error|stack|\.ts/);
  });

  it("to say what it did is a bug; and so is saying it twice", async () => {
    const silent = await failing(async (call) => rename(call));
    expect((await write(silent)).statusCode).toBe(500);
    expect(await zoneOf(silent)).toBe("Asia/Shanghai");
    const chatty = await failing(async (call) => {
      await audited(call);
      await audited(call);
    });
    expect((await write(chatty)).statusCode).toBe(500);
  });

  it("to answer as its route describes is a bug, which tests see", async () => {
    const server = await testServer({
      // Wider than its type says: what a query with too many columns gives.
      routes: () => [handle(lookAround, async () => Object.assign({ seen: [] }, { passwordHash: "x" }))],
    });
    expect((await server.ask(server.people.manager, "GET /api/probe")).statusCode).toBe(500);
  });

  it("because there is no room is 507", async () => {
    const full = [
      () => Promise.reject(new StorageFullError(new Error())),
      ({ tx }: Write) => sql`do $$ begin raise exception 'x' using errcode = '53100'; end $$`.execute(tx),
      () => Promise.reject(Object.assign(new Error("x"), { code: "ENOSPC" })),
    ];
    for (const run of full) {
      const answer = await write(await failing(run));
      expect([answer.statusCode, answer.json().code]).toEqual([507, "storage-full"]);
    }
  });
});

describe("two transactions in each other's way", () => {
  const stumbling = async (times: number) => {
    let runs = 0;
    const server = await failing(async (call) => {
      runs += 1;
      await audited(call);
      if (runs <= times) {
        await sql`do $$ begin raise exception 'x' using errcode = '40P01'; end $$`.execute(call.tx);
      }
      await rename(call);
    });
    return { server, answer: await write(server), runs };
  };

  it("are tried again, and what is tried again counts once", async () => {
    const { server, answer, runs } = await stumbling(2);
    expect([answer.statusCode, runs, await zoneOf(server)]).toEqual([201, 3, "UTC"]);
    expect(await server.db.selectFrom("audit_entry").selectAll().execute()).toHaveLength(1);
  });

  it("are given up after three tries and told as a conflict", async () => {
    const { server, answer, runs } = await stumbling(99);
    expect([answer.statusCode, answer.json().code, runs]).toEqual([409, "changed-meanwhile", 3]);
    expect(await zoneOf(server)).toBe("Asia/Shanghai");
  });
});

describe("a database that is away", () => {
  it("is 503 with Retry-After, and serves again when it is back (64)", async () => {
    const server = await failing(audited);
    const { url, name } = nameOf(server.ground.databaseUrl);
    const look = () => server.ask(server.people.manager, "GET /api/probe");
    expect((await look()).statusCode).toBe(200);
    await onServer(url, `alter database ${name} with allow_connections false`);
    await onServer(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    try {
      const away = await look();
      expect([away.statusCode, away.json().code, away.headers["retry-after"]]).toEqual([503, "database-away", "5"]);
      const ready = await server.ask(null, "GET /health/ready");
      expect([ready.statusCode, ready.json(), ready.headers["retry-after"]]).toEqual([
        503,
        { state: "database-away" },
        "5",
      ]);
      expect((await server.ask(null, "GET /health/live")).statusCode, "but the process lives").toBe(200);
      expect(server.log.of("request-failed"), "no bug").toEqual([]);
    } finally {
      await onServer(url, `alter database ${name} with allow_connections true`);
    }
    expect((await look()).statusCode).toBe(200);
    expect((await server.ask(null, "GET /health/ready")).json()).toEqual({ state: "ready" });
  });

  it("that breaks off in the middle of a request keeps nothing of it (64)", async () => {
    let first = true;
    const server = await failing(async (call) => {
      await rename(call);
      await audited(call);
      if (first) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(call.tx);
    });
    const broken = await write(server);
    expect([broken.statusCode, broken.headers["retry-after"]]).toEqual([503, "5"]);
    expect(await zoneOf(server)).toBe("Asia/Shanghai");
    first = false;
    expect((await write(server)).statusCode).toBe(201);
  });
});

it("a public route that audits says who it was", async () => {
  const server = await testServer({
    routes: () => [handlePublic(tryOut, async () => undefined)],
  });
  expect((await server.ask(null, "POST /api/try")).statusCode).toBe(204);
});

function nameOf(databaseUrl: string) {
  return { url: urlOf(databaseUrl, "postgres"), name: new URL(databaseUrl).pathname.slice(1) };
}
