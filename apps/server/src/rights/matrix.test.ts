/**
 * Every route of the contract × every role × (an object of one's own department, of another department, of another
 * organisation). What must come follows from the route's permission and `permissionsOf`; refused calls leave the database as
 * it was (threats 30, 31).
 */

import { permissionsOf, type Role, roles } from "@manyi/contract/rights/role";
import type { Route } from "@manyi/contract/route/route";
import type { LightMyRequestResponse } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { contractRoutes } from "../../test-support/contract-routes.ts";
import { databaseDigest } from "../../test-support/database-digest.ts";
import { type RouteSample, routeSamples } from "../../test-support/route-samples.ts";
import type { Person } from "../../test-support/two-organisations.ts";
import { addUnitObjects, type UnitObjects } from "../../test-support/unit-objects.ts";
import { allRoutes } from "../all-routes.ts";

/** Refusals are audited and attempts counted; sessions are prolonged. */
const MAY_CHANGE = ["audit_entry", "auth_session", "sign_in_failure"];

const all = await contractRoutes();

let server: TestServer;
let ours: UnitObjects;
let otherDepartment: UnitObjects;
let theirs: UnitObjects;

beforeAll(async () => {
  server = await testServer({ routes: allRoutes });
  ours = await addUnitObjects(server.db, server.ours, server.ours.department);
  otherDepartment = await addUnitObjects(server.db, server.ours, server.ours.otherDepartment);
  theirs = await addUnitObjects(server.db, server.theirs, server.theirs.department);
  return () => server.app.close();
});

it("knows every route of the contract, and no other", () => {
  expect(Object.keys(routeSamples).sort()).toEqual(all.map(({ name }) => name).sort());
});

it("is served all of them", () => {
  const served = allRoutes(server.ground).map(({ route }) => route.name);
  expect([...served].sort()).toEqual(all.map(({ name }) => name).sort());
});

it("names and places no route twice", () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
});

describe.each(all.map((route) => ({ name: route.name, route, sample: sampleOf(route) })))(
  "$name",
  ({ route, sample }) => {
    it("refuses whom it must, and nothing is written", async () => {
      if (sample.about === "nobody") return;
      const before = await databaseDigest(server.db, MAY_CHANGE);
      expect(await statusOf(null, ours), "nobody signed in").toBe(401);
      for (const role of roles) {
        for (const [place, objects] of Object.entries({ ours, otherDepartment, theirs })) {
          const expected = refusal(route, sample, role, place);
          if (expected === null) continue;
          expect(await statusOf(server.people[role], objects), `${role}, ${place}`).toBe(expected);
        }
      }
      expect(await databaseDigest(server.db, MAY_CHANGE)).toEqual(before);
    });

    it("serves whom it may", async () => {
      if (sample.about === "nobody") return;
      const expected = sample.answers ?? [route.reply.kind === "json" ? route.reply.status : noBody(route)];
      for (const role of roles.filter((it) => mayAtAll(route, it))) {
        const person = sample.about === "whole" ? server.head : server.people[role];
        const objects = await addUnitObjects(server.db, server.ours, server.ours.department);
        const answer = await send(route, sample, person, objects);
        expect(expected, `${role}: ${answer.statusCode} ${answer.body.slice(0, 300)}`).toContain(answer.statusCode);
      }
    });

    async function statusOf(person: Person | null, objects: UnitObjects): Promise<number> {
      return (await send(route, sample, person, objects)).statusCode;
    }
  },
);

it("asks administrators for their second factor where a route does", async () => {
  const { db, people } = server;
  await db
    .updateTable("auth_user")
    .set({ twoFactorEnabled: false })
    .where("id", "=", people.administrator.userId)
    .execute();
  const before = await databaseDigest(db, MAY_CHANGE);
  for (const route of all.filter(({ access }) => access.kind === "second-factor")) {
    const answer = await send(route, sampleOf(route), people.administrator, ours);
    expect([answer.statusCode, answer.json().code], route.name).toEqual([403, "second-factor-required"]);
  }
  expect(await databaseDigest(db, MAY_CHANGE)).toEqual(before);
  await db
    .updateTable("auth_user")
    .set({ twoFactorEnabled: true })
    .where("id", "=", people.administrator.userId)
    .execute();
});

describe("one's own object", () => {
  /** Whose things are named beside it. */
  const foreign = () => [otherDepartment, theirs];

  it.each([
    ["PATCH", (own) => `/api/programmes/${own.programmeId}`, (of) => ({ version: 1, unitId: of.unitId })],
    [
      "PUT",
      (own) => `/api/members/${own.memberId}/memberships`,
      (of) => ({ memberships: [{ role: "reader", unitId: of.unitId }] }),
    ],
    ["PATCH", (own) => `/api/units/${own.unitId}`, (of) => ({ parentId: of.unitId })],
    ["GET", (own) => `/api/programmes/${own.programmeId}/results/state?wave=`, (of) => of.waveId],
    ["GET", (own) => `/api/programmes/${own.programmeId}/results.json?wave=`, (of) => of.waveId],
    ["GET", (own) => `/api/programmes/${own.programmeId}/report.pdf?language=zh&wave=`, (of) => of.waveId],
  ] satisfies readonly Mixed[])("is joined with nobody else's: %s %s (31)", async (method, path, beside) => {
    const before = await databaseDigest(server.db, MAY_CHANGE);
    for (const objects of foreign()) {
      const named = beside(objects);
      const query = typeof named === "string" ? named : "";
      const body = typeof named === "string" ? undefined : named;
      const answer = await server.ask(server.people.administrator, `${method} ${path(ours)}${query}`, body);
      expect(answer.statusCode, answer.body).toBe(404);
    }
    expect(await databaseDigest(server.db, MAY_CHANGE)).toEqual(before);
  });
});

type Mixed = [string, (own: UnitObjects) => string, (of: UnitObjects) => unknown];

/** @returns the status of the refusal; null where it is none */
function refusal(route: Route, { about }: RouteSample, role: Role, place: string): 403 | 404 | null {
  if (!mayAtAll(route, role)) return 403;
  if (about === "whole") return 403;
  return about === "unit" && place !== "ours" ? 404 : null;
}

function mayAtAll({ access }: Route, role: Role): boolean {
  if (access.kind === "public" || access.kind === "signed-in") return true;
  return permissionsOf[role].includes(access.permission);
}

function noBody(route: Route): number {
  return route.reply.kind === "none" ? 204 : 200;
}

function sampleOf(route: Route): RouteSample {
  return routeSamples[route.name] ?? { about: "nobody", request: () => ({ path: route.path }) };
}

async function send(
  route: Route,
  sample: RouteSample,
  person: Person | null,
  objects: UnitObjects,
): Promise<LightMyRequestResponse> {
  const { path, body } = sample.request(objects);
  const place = `${route.method} ${path}`;
  // A new session each time: some of these calls end the one they come with.
  const session = person === null ? {} : { cookie: await server.signIn(person) };
  if (sample.upload === undefined) return await server.ask(null, place, body, session);
  const { payload, type } = multipart(sample.upload(objects));
  return await server.ask(null, place, payload, { ...session, "content-type": type });
}

function multipart(parts: Readonly<Record<string, string>>) {
  const edge = "------------------------edge";
  const text = Object.entries(parts).map(([part, value]) => {
    const file = part.includes(".") ? `; filename="${part}"\r\nContent-Type: application/octet-stream` : "";
    return `--${edge}\r\nContent-Disposition: form-data; name="${part}"${file}\r\n\r\n${value}\r\n`;
  });
  return { payload: `${text.join("")}--${edge}--\r\n`, type: `multipart/form-data; boundary=${edge}` };
}
