import { json, permitted, route } from "@manyi/contract/route/route";
import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import { testServer } from "../../test-support/build-server.ts";
import { keyOf } from "../../test-support/key-of.ts";
import { handle } from "../http/call.ts";
import { unitsWith } from "../rights/scope.ts";
import { organisationRoutes } from "./routes.ts";

const answer = json(Type.Object({ units: Type.Array(Type.String()) }));
const words = { summary: "x", tag: "x", reply: answer };
const reads = route("GET /api/x", { ...words, name: "readX", access: permitted("programme:read") });
const writes = route("POST /api/x", { ...words, name: "writeX", access: permitted("programme:edit") });

async function serverWithKey() {
  const server = await testServer({
    routes: (ground) => [
      ...organisationRoutes(ground),
      handle(reads, async ({ scope }) => ({ units: [...unitsWith(scope, "programme:read")] })),
      handle(writes, async ({ scope }) => ({ units: [...unitsWith(scope, "programme:edit")] })),
    ],
  });
  const maker = server.people.administrator;
  const { id, key } = await keyOf(server, maker, ["programme:read"]);
  return { server, maker, id, key };
}

describe("a key of the programming interface", () => {
  it("has 256 random bits that only its maker ever sees", async () => {
    const { server, maker, key } = await serverWithKey();
    expect(Buffer.from(key.slice(3), "base64url")).toHaveLength(32);
    const kept = JSON.stringify([
      await server.db.selectFrom("api_key").selectAll().execute(),
      await server.db.selectFrom("audit_entry").selectAll().execute(),
      (await server.ask(maker, "GET /api/api-keys")).json(),
    ]);
    expect(kept).not.toContain(key);
    expect(server.log.text()).not.toContain(key);
  });

  it("reads with a right to read, and writes nothing (34)", async () => {
    const { server, key } = await serverWithKey();
    expect((await server.ask(key, "GET /api/x")).json()).toEqual({ units: [server.ours.department] });
    const write = await server.ask(key, "POST /api/x");
    expect([write.statusCode, write.json().code]).toEqual([403, "not-permitted"]);
    const refused = await server.db.selectFrom("audit_entry").selectAll().where("outcome", "=", "refused").execute();
    expect(refused).toMatchObject([{ actor_kind: "key", action: "writeX", details: { permission: "programme:edit" } }]);
  });

  it("needs no Origin, and is not helped by a cookie beside it", async () => {
    const { server, maker, key } = await serverWithKey();
    const cookie = await server.signIn(maker);
    const bare = { method: "POST", url: "/api/x", headers: { authorization: `Bearer ${key}`, cookie } } as const;
    expect((await server.app.inject(bare)).statusCode, "the key's rights, not the session's").toBe(403);
  });

  it("fails at the next request once it is revoked (34)", async () => {
    const { server, maker, id, key } = await serverWithKey();
    expect((await server.ask(key, "GET /api/x")).statusCode).toBe(200);
    expect((await server.ask(maker, `DELETE /api/api-keys/${id}`)).statusCode).toBe(204);
    expect((await server.ask(key, "GET /api/x")).statusCode).toBe(401);
  });

  it("fails when its time is over", async () => {
    const { server, maker } = await serverWithKey();
    const expiresAt = new Date(server.clock.now().getTime() + 60_000).toISOString();
    const body = { name: "x", unitId: maker.unitId, permissions: ["programme:read"], expiresAt };
    const { key } = (await server.ask(maker, "POST /api/api-keys", body)).json();
    expect((await server.ask(key, "GET /api/x")).statusCode).toBe(200);
    server.clock.advance(60_000);
    expect((await server.ask(key, "GET /api/x")).statusCode).toBe(401);
    const late = await server.ask(maker, "POST /api/api-keys", body);
    expect(late.json().details).toEqual({ faults: [{ at: "body.expiresAt", problem: "too-small" }] });
  });

  it("can never do more than its maker can today", async () => {
    const { server, maker, key } = await serverWithKey();
    const role = (name: string, unit_id: string) =>
      server.db.updateTable("membership").set({ role: name, unit_id }).where("user_id", "=", maker.userId).execute();
    await role("administrator", server.ours.team);
    expect((await server.ask(key, "GET /api/x")).json(), "only where both reach").toEqual({
      units: [server.ours.team],
    });
    await role("administrator", server.ours.root);
    expect((await server.ask(key, "GET /api/x")).json()).toEqual({ units: [server.ours.department] });
    await role("administrator", server.ours.otherDepartment);
    expect((await server.ask(key, "GET /api/x")).statusCode).toBe(403);
    await role("interviewer", server.ours.department);
    expect((await server.ask(key, "GET /api/x")).statusCode).toBe(403);
    await role("administrator", server.ours.department);
    expect((await server.ask(key, "GET /api/x")).statusCode).toBe(200);
    await server.db.updateTable("staff").set({ state: "disabled" }).where("user_id", "=", maker.userId).execute();
    expect((await server.ask(key, "GET /api/x")).statusCode).toBe(401);
  });

  it("is made for units whose keys one manages, and never with the right to hand out rights", async () => {
    const { server, maker } = await serverWithKey();
    const make = (unitId: string, permission: string) =>
      server.ask(maker, "POST /api/api-keys", { name: "x", unitId, permissions: [permission] });
    expect((await make(server.ours.otherDepartment, "programme:read")).statusCode).toBe(404);
    expect((await make(server.theirs.root, "programme:read")).statusCode).toBe(404);
    expect((await make(server.ours.department, "members:manage")).statusCode).toBe(422);
  });

  it("notes when it was used, once a minute at most", async () => {
    const { server, id, key } = await serverWithKey();
    const usedAt = async () =>
      (await server.db.selectFrom("api_key").select("last_used_at").where("id", "=", id).executeTakeFirstOrThrow())
        .last_used_at;
    await server.ask(key, "GET /api/x");
    const first = await usedAt();
    expect(first).toEqual(server.clock.now());
    server.clock.advance(59_000);
    await server.ask(key, "GET /api/x");
    expect(await usedAt()).toEqual(first);
    server.clock.advance(1_000);
    await server.ask(key, "GET /api/x");
    expect(await usedAt()).toEqual(server.clock.now());
  });
});
