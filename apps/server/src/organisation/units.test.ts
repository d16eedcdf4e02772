import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { addUnitObjects } from "../../test-support/unit-objects.ts";
import { organisationRoutes } from "./routes.ts";

const server = () => testServer({ routes: organisationRoutes });

async function pathsOf({ db, ours }: TestServer): Promise<Readonly<Record<string, readonly string[]>>> {
  const units = await db
    .selectFrom("unit")
    .select(["id", "path"])
    .where("organisation_id", "=", ours.organisationId)
    .execute();
  return Object.fromEntries(units.map(({ id, path }) => [id, path]));
}

describe("units", () => {
  it("are listed parents before children, only those one may see", async () => {
    const it_ = await server();
    const all = (await it_.ask(it_.head, "GET /api/units")).json().entries;
    expect(all.map((unit: { id: string }) => unit.id)).toEqual([
      it_.ours.root,
      ...[it_.ours.region, it_.ours.otherDepartment].filter((id) => all[1].id === id),
      ...[it_.ours.region, it_.ours.otherDepartment].filter((id) => all[1].id !== id),
      it_.ours.department,
      it_.ours.team,
    ]);
    expect(all[0]).toMatchObject({ parentId: null, kind: "group", members: 1, programmes: 0 });
    const some = (await it_.ask(it_.people.reader, "GET /api/units")).json().entries;
    expect(some.map((unit: { id: string }) => unit.id)).toEqual([it_.ours.department, it_.ours.team]);
  });

  it("move with everything below them", async () => {
    const it_ = await server();
    const { root, region, department, team, otherDepartment } = it_.ours;
    const moved = await it_.ask(it_.head, `PATCH /api/units/${department}`, { parentId: otherDepartment });
    expect(moved.statusCode).toBe(204);
    expect(await pathsOf(it_)).toMatchObject({
      [region]: [root, region],
      [department]: [root, otherDepartment, department],
      [team]: [root, otherDepartment, department, team],
    });
    // Rights follow the tree: who was the region's is the department's no more.
    const reader = (await it_.ask(it_.people.reader, "GET /api/units")).json().entries;
    expect(reader.map((unit: { id: string }) => unit.id)).toEqual([department, team]);
  });

  it("never move into themselves or below themselves, nor does the root", async () => {
    const it_ = await server();
    const before = await pathsOf(it_);
    const { root, region, department, team } = it_.ours;
    for (const [unit, parentId] of [
      [region, region],
      [region, team],
      [department, team],
      [root, region],
    ]) {
      const answer = await it_.ask(it_.head, `PATCH /api/units/${unit}`, { parentId });
      expect([answer.statusCode, answer.json().code]).toEqual([409, "unit-inside-itself"]);
    }
    expect(await pathsOf(it_)).toEqual(before);
  });

  it("make no circle when two are moved into each other at the same time", async () => {
    const it_ = await server();
    const { region, otherDepartment } = it_.ours;
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all([
        it_.ask(it_.head, `PATCH /api/units/${region}`, { parentId: otherDepartment }),
        it_.ask(it_.head, `PATCH /api/units/${otherDepartment}`, { parentId: region }),
      ]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
      for (const unit of [region, otherDepartment]) {
        await it_.ask(it_.head, `PATCH /api/units/${unit}`, { parentId: it_.ours.root });
      }
    }
  });

  it("stay out of units one does not manage: neither from there nor to there", async () => {
    const it_ = await server();
    const mine = it_.people.administrator;
    const before = await pathsOf(it_);
    const { otherDepartment, team, department } = it_.ours;
    for (const [unit, parentId] of [
      [team, otherDepartment],
      [otherDepartment, department],
      [team, it_.theirs.team],
    ]) {
      expect((await it_.ask(mine, `PATCH /api/units/${unit}`, { parentId })).statusCode).toBe(404);
    }
    expect(await pathsOf(it_)).toEqual(before);
  });

  it("have a code of their own in the organisation", async () => {
    const it_ = await server();
    const unit = { parentId: it_.ours.root, kind: "branch", name: { zh: "西区" }, code: "东区" };
    const answer = await it_.ask(it_.head, "POST /api/units", unit);
    expect([answer.statusCode, answer.json().details]).toEqual([409, { what: "东区" }]);
    expect((await it_.ask(it_.head, `PATCH /api/units/${it_.ours.team}`, { code: "东区" })).statusCode).toBe(409);
  });

  it("are removed only when nothing hangs on them", async () => {
    const it_ = await server();
    const used = await addUnitObjects(it_.db, it_.ours, it_.ours.department);
    const refused = await it_.ask(it_.head, `DELETE /api/units/${used.unitId}`);
    expect(refused.statusCode).toBe(409);
    expect(refused.json().details).toEqual({ units: 0, members: 1, keys: 1, programmes: 2, imports: 1 });
    expect((await it_.ask(it_.head, `DELETE /api/units/${it_.ours.region}`)).json().details.units).toBe(1);
    expect((await it_.ask(it_.head, `DELETE /api/units/${used.emptyUnitId}`)).statusCode).toBe(204);
    expect(Object.keys(await pathsOf(it_))).not.toContain(used.emptyUnitId);
    const entry = await it_.db
      .selectFrom("audit_entry")
      .selectAll()
      .where("action", "=", "unit.removed")
      .executeTakeFirst();
    expect(entry).toMatchObject({
      object_id: used.emptyUnitId,
      unit_id: it_.ours.department,
      actor_id: it_.head.userId,
    });
  });
});

describe("the organisation", () => {
  it("is changed by whoever manages all of it, not by a department's administrator", async () => {
    const it_ = await server();
    const change = { name: { zh: "晨光集团" }, timeZone: "Asia/Urumqi" };
    expect((await it_.ask(it_.people.administrator, "PATCH /api/organisation", change)).statusCode).toBe(403);
    expect((await it_.ask(it_.head, "PATCH /api/organisation", change)).statusCode).toBe(204);
    expect((await it_.ask(it_.people.reader, "GET /api/organisation")).json()).toEqual({
      id: it_.ours.organisationId,
      ...change,
    });
    const theirs = await it_.ask(it_.stranger, "GET /api/organisation");
    expect(theirs.json().name.zh).toBe("远山物业");
  });

  it("takes no time zone that does not exist, and no foreign organisation's id (31)", async () => {
    const it_ = await server();
    const zone = await it_.ask(it_.head, "PATCH /api/organisation", { timeZone: "Asia/Atlantis" });
    expect(zone.json().details).toEqual({ faults: [{ at: "body.timeZone", problem: "not-possible" }] });
    const other = { name: { zh: "夺走" }, organisationId: it_.theirs.organisationId };
    expect((await it_.ask(it_.head, "PATCH /api/organisation", other)).json().code).toBe("field-not-changeable");
  });
});
