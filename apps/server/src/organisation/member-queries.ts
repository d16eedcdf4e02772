import type { Role } from "@manyi/contract/rights/role";
import { type Kysely, sql } from "kysely";
import type { LocalText, Tables } from "../database/tables.ts";
import type { Scope } from "../rights/scope.ts";
import { withinScope } from "../rights/within-scope.ts";

type Database = Kysely<Tables>;

export interface HeldRole {
  readonly userId: string;
  readonly role: string;
  readonly unitId: string;
  readonly unitName: LocalText;
  readonly unitPath: readonly string[];
}

/** Staff with a role in a unit whose members the caller manages. */
export async function listManagedStaff(tx: Database, scope: Scope) {
  return await staff(tx)
    .where("staff.organisation_id", "=", scope.organisationId)
    .where((of) =>
      of.exists(
        of
          .selectFrom("membership")
          .select("membership.id")
          .whereRef("membership.user_id", "=", "staff.user_id")
          .where(withinScope(scope, "members:manage", "membership.unit_id")),
      ),
    )
    .orderBy("auth_user.name")
    .orderBy("staff.user_id")
    .execute();
}

export async function findStaff(tx: Database, scope: Scope, userId: string) {
  return await staff(tx)
    .where("staff.organisation_id", "=", scope.organisationId)
    .where("staff.user_id", "=", userId)
    .executeTakeFirst();
}

function staff(tx: Database) {
  return tx
    .selectFrom("staff")
    .innerJoin("auth_user", "auth_user.id", "staff.user_id")
    .select(["staff.user_id as userId", "staff.state", "staff.language", "auth_user.name", "auth_user.email"])
    .select("auth_user.twoFactorEnabled")
    .select((of) =>
      of
        .selectFrom("auth_session")
        .select((it) => it.fn.max("auth_session.updatedAt").as("seen"))
        .whereRef("auth_session.userId", "=", "staff.user_id")
        .as("lastSeenAt"),
    );
}

/** All roles of the people, in any unit. */
export async function rolesOf(tx: Database, userIds: readonly string[]): Promise<readonly HeldRole[]> {
  if (userIds.length === 0) return [];
  return await tx
    .selectFrom("membership")
    .innerJoin("unit", "unit.id", "membership.unit_id")
    .select(["membership.user_id as userId", "membership.role", "unit.id as unitId", "unit.name as unitName"])
    .select("unit.path as unitPath")
    .where("membership.user_id", "in", [...userIds])
    .orderBy("membership.created_at")
    .orderBy("membership.id")
    .execute();
}

export interface Membership {
  readonly role: Role;
  readonly unitId: string;
}

export async function insertMemberships(
  tx: Database,
  organisationId: string,
  userId: string,
  memberships: readonly Membership[],
): Promise<void> {
  if (memberships.length === 0) return;
  await tx
    .insertInto("membership")
    .values(
      memberships.map(({ role, unitId }) => ({
        organisation_id: organisationId,
        user_id: userId,
        unit_id: unitId,
        role,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes the person's roles away in the units whose members the caller manages; others are not theirs to touch. */
export async function deleteManagedMemberships(tx: Database, scope: Scope, userId: string): Promise<void> {
  await tx
    .deleteFrom("membership")
    .where("user_id", "=", userId)
    .where("organisation_id", "=", scope.organisationId)
    .where(withinScope(scope, "members:manage", "membership.unit_id"))
    .execute();
}

export async function setStaffState(
  tx: Database,
  userId: string,
  state: "invited" | "active" | "disabled",
): Promise<void> {
  await tx.updateTable("staff").set({ state }).where("user_id", "=", userId).execute();
}

/** Active accounts with the administrator's role for the whole organisation. */
export async function countAdministrators(tx: Database, organisationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct staff.user_id)::integer as count
    from membership
      join staff on staff.user_id = membership.user_id and staff.state = 'active'
      join unit on unit.id = membership.unit_id and unit.parent_id is null
    where membership.organisation_id = ${organisationId} and membership.role = 'administrator'`.execute(tx);
  return rows[0]?.count ?? 0;
}
