/** Reads what somebody may do, anew for each request: a role taken away, a locked account and a revoked key are gone with the
 *  next one. */
import { createHash } from "node:crypto";
import { keyPermissions } from "@manyi/contract/rights/permission";
import { permissionsOf, type Role, roles, rolesWithSecondFactor } from "@manyi/contract/rights/role";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Grant, Scope } from "./scope.ts";

export interface StaffScope {
  readonly scope: Scope;
  readonly language: "zh" | "en";
}

/** @returns null unless the person's account is active */
export async function scopeOfStaff(db: Kysely<Tables>, userId: string): Promise<StaffScope | null> {
  const rows = await db
    .selectFrom("staff")
    .innerJoin("auth_user", "auth_user.id", "staff.user_id")
    .leftJoin("membership", "membership.user_id", "staff.user_id")
    .select(["staff.organisation_id", "staff.language", "auth_user.twoFactorEnabled"])
    .select(["membership.role", "membership.unit_id"])
    .where("staff.user_id", "=", userId)
    .where("staff.state", "=", "active")
    .execute();
  const [staff] = rows;
  if (staff === undefined) return null;
  const needsSecondFactor = rows.some(({ role }) => isRole(role) && rolesWithSecondFactor.includes(role));
  const scope: Scope = {
    organisationId: staff.organisation_id,
    actor: { kind: "staff", id: userId },
    grants: rows.flatMap(({ role, unit_id }) => grantsOf(role, unit_id)),
    secondFactor: staff.twoFactorEnabled === true || !needsSecondFactor,
  };
  return { scope, language: staff.language };
}

/** What a key may do: what it was given, as far as its maker still holds it.
 *  @param secret the whole key as it was shown once
 *  @returns null unless the key is in force and its maker's account active */
export async function scopeOfKey(db: Kysely<Tables>, secret: string, now: Date): Promise<Scope | null> {
  const key = await db
    .selectFrom("api_key")
    .innerJoin("staff", "staff.user_id", "api_key.created_by")
    .select(["api_key.id", "api_key.organisation_id", "api_key.permissions", "api_key.created_by"])
    .where("secret_hash", "=", hashOfKey(secret))
    .where("revoked_at", "is", null)
    .where((either) => either.or([either("expires_at", "is", null), either("expires_at", ">", now)]))
    .where("staff.state", "=", "active")
    .executeTakeFirst();
  if (key === undefined) return null;
  await noteUse(db, key.id, now);
  const shared = await sharedUnits(db, key.id);
  const given = keyPermissions.filter((permission) => key.permissions.includes(permission));
  return {
    organisationId: key.organisation_id,
    actor: { kind: "key", id: key.id },
    grants: shared.flatMap(({ role, unit_id }) =>
      grantsOf(role, unit_id).filter(({ permission }) => given.some((it) => it === permission)),
    ),
    secondFactor: false,
  };
}

export function hashOfKey(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** For each role its maker holds, the unit where key and role overlap: the lower of the two, where one lies within the other. */
async function sharedUnits(db: Kysely<Tables>, keyId: string) {
  return await db
    .selectFrom("api_key")
    .innerJoin("unit as of_key", "of_key.id", "api_key.unit_id")
    .innerJoin("membership", "membership.user_id", "api_key.created_by")
    .innerJoin("unit as of_role", "of_role.id", "membership.unit_id")
    .select("membership.role")
    .select(sql<string>`case when of_role.id = any (of_key.path) then of_key.id else of_role.id end`.as("unit_id"))
    .where("api_key.id", "=", keyId)
    .where(sql<boolean>`of_role.id = any (of_key.path) or of_key.id = any (of_role.path)`)
    .execute();
}

/** At most once a minute: a key in constant use must not write with each request. */
async function noteUse(db: Kysely<Tables>, keyId: string, now: Date): Promise<void> {
  const longAgo = new Date(now.getTime() - 60_000);
  await db
    .updateTable("api_key")
    .set({ last_used_at: now })
    .where("id", "=", keyId)
    .where((either) => either.or([either("last_used_at", "is", null), either("last_used_at", "<=", longAgo)]))
    .execute();
}

function grantsOf(role: string | null, unitId: string | null): readonly Grant[] {
  return isRole(role) && unitId !== null ? permissionsOf[role].map((permission) => ({ permission, unitId })) : [];
}

function isRole(role: string | null): role is Role {
  return roles.some((known) => known === role);
}
