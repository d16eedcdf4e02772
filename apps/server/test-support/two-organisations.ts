/** Two organisations with the same tree of units, and somebody for each role in the first one. */
import { randomUUID } from "node:crypto";
import { type Role, roles } from "@manyi/contract/rights/role";
import type { Database } from "../src/database/connect.ts";

export interface Tree {
  readonly organisationId: string;
  readonly root: string;
  readonly region: string;
  /** Below the region; the people of each role work here. */
  readonly department: string;
  readonly team: string;
  /** Below the root, beside the region. */
  readonly otherDepartment: string;
}

export interface Person {
  readonly userId: string;
  readonly email: string;
  readonly role: Role;
  readonly unitId: string;
}

export interface TwoOrganisations {
  readonly ours: Tree;
  readonly theirs: Tree;
  /** In our department, one a role. The administrators have a second factor. */
  readonly people: Readonly<Record<Role, Person>>;
  /** At our root: administrator of everything. */
  readonly head: Person;
  /** At their root. */
  readonly stranger: Person;
}

export async function addTwoOrganisations(db: Database): Promise<TwoOrganisations> {
  const ours = await addOrganisation(db, "晨光物业", "Morning Light");
  const theirs = await addOrganisation(db, "远山物业", "Far Hills");
  const people = await Promise.all(
    roles.map(async (role) => [role, await addPerson(db, ours, role, ours.department)] as const),
  );
  return {
    ours,
    theirs,
    // One a role, as `roles` has them.
    people: Object.fromEntries(people) as Record<Role, Person>,
    head: await addPerson(db, ours, "administrator", ours.root),
    stranger: await addPerson(db, theirs, "administrator", theirs.root),
  };
}

async function addOrganisation(db: Database, zh: string, en: string): Promise<Tree> {
  const name = JSON.stringify({ zh, en });
  const { id: organisationId } = await db
    .insertInto("organisation")
    .values({ name, time_zone: "Asia/Shanghai" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const add = async (kind: string, code: string, above: readonly string[]) => {
    const id = randomUUID();
    const unitName = JSON.stringify({ zh: code, en: code });
    const values = { id, organisation_id: organisationId, kind, code, name: unitName };
    await db
      .insertInto("unit")
      .values({ ...values, parent_id: above.at(-1) ?? null, path: [...above, id] })
      .execute();
    return [...above, id];
  };
  const root = await add("group", "总部", []);
  const region = await add("region", "东区", root);
  const department = await add("department", "客服部", region);
  const team = await add("team", "一组", department);
  const otherDepartment = await add("department", "工程部", root);
  const last = (path: readonly string[]) => path.at(-1) ?? "";
  return {
    organisationId,
    root: last(root),
    region: last(region),
    department: last(department),
    team: last(team),
    otherDepartment: last(otherDepartment),
  };
}

/** Somebody with an account without password: they are signed in by `signIn` of the test server. */
export async function addPerson(db: Database, tree: Tree, role: Role, unitId: string): Promise<Person> {
  const userId = randomUUID();
  const email = `${role}-${userId.slice(0, 8)}@example.cn`;
  await db
    .insertInto("auth_user")
    .values({
      id: userId,
      name: `${role} 某`,
      email,
      emailVerified: true,
      image: null,
      twoFactorEnabled: role === "administrator",
      createdAt: new Date(),
      updatedAt: new Date(),
    })
    .execute();
  const organisation_id = tree.organisationId;
  await db.insertInto("staff").values({ user_id: userId, organisation_id, state: "active", language: "zh" }).execute();
  await db.insertInto("membership").values({ organisation_id, user_id: userId, unit_id: unitId, role }).execute();
  return { userId, email, role, unitId };
}
