import { json, permitted, route } from "@manyi/contract/route/route";
import { Type } from "typebox";
import { expect, it } from "vitest";
import { testServer } from "../../test-support/build-server.ts";
import { handle } from "./call.ts";

const look = route("GET /api/look", {
  name: "look",
  summary: "x",
  tag: "x",
  access: permitted("programme:read"),
  reply: json(Type.Object({ organisationId: Type.String() })),
});
const looking = handle(look, async ({ scope }) => ({ organisationId: scope.organisationId }));

it("answers whoever is permitted", async () => {
  const server = await testServer({ routes: () => [looking] });
  const answer = await server.ask(server.people.manager, "GET /api/look");
  expect([answer.statusCode, answer.json()]).toEqual([200, { organisationId: server.ours.organisationId }]);
  expect((await server.ask(null, "GET /api/look")).statusCode).toBe(401);
  expect((await server.ask(server.people.interviewer, "GET /api/look")).statusCode).toBe(403);
  expect((await server.ask(null, "GET /api/nothing")).statusCode).toBe(404);
  expect((await server.ask(null, "GET /health/ready")).json()).toEqual({ state: "ready" });
  console.log((await server.ask(null, "GET /metrics")).body.slice(-900));
  console.log(
    (await server.ask(null, "GET /api/docs/")).statusCode,
    (await server.ask(null, "GET /api/docs/")).headers,
  );
  console.log(server.log.text());
});
