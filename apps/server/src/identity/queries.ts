/** What identity reads and the few rows of ours it writes; accounts and sessions are written by better-auth. */
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface KnownPerson {
  readonly userId: string;
  readonly organisationId: string;
  readonly email: string;
  readonly state: "invited" | "active" | "disabled";
  readonly language: "zh" | "en";
}

export async function findPersonByEmail(db: Kysely<Tables>, email: string): Promise<KnownPerson | undefined> {
  return await people(db).where("auth_user.email", "=", email.toLowerCase()).executeTakeFirst();
}

export async function findPerson(db: Kysely<Tables>, userId: string): Promise<KnownPerson | undefined> {
  return await people(db).where("auth_user.id", "=", userId).executeTakeFirst();
}

function people(db: Kysely<Tables>) {
  return db
    .selectFrom("staff")
    .innerJoin("auth_user", "auth_user.id", "staff.user_id")
    .select([
      "auth_user.id as userId",
      "staff.organisation_id as organisationId",
      "auth_user.email as email",
      "staff.state as state",
      "staff.language as language",
    ]);
}

/** Whose second step of signing in a challenge is. */
export async function findChallenged(db: Kysely<Tables>, identifier: string, now: Date): Promise<string | undefined> {
  const found = await db
    .selectFrom("auth_verification")
    .select("value")
    .where("identifier", "=", identifier)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return found?.value;
}

export async function readSessionParts(tx: Kysely<Tables>, userId: string) {
  const user = await tx
    .selectFrom("auth_user")
    .innerJoin("staff", "staff.user_id", "auth_user.id")
    .innerJoin("organisation", "organisation.id", "staff.organisation_id")
    .select(["auth_user.id", "auth_user.name", "auth_user.email", "auth_user.twoFactorEnabled", "staff.language"])
    .select(["organisation.id as organisationId", "organisation.name as organisationName", "organisation.time_zone"])
    .where("auth_user.id", "=", userId)
    .executeTakeFirstOrThrow();
  const memberships = await tx
    .selectFrom("membership")
    .innerJoin("unit", "unit.id", "membership.unit_id")
    .select(["membership.role", "unit.id as unitId", "unit.name as unitName"])
    .where("membership.user_id", "=", userId)
    .orderBy("membership.created_at")
    .orderBy("membership.id")
    .execute();
  return { user, memberships };
}

export async function listOwnSessions(tx: Kysely<Tables>, userId: string, now: Date) {
  return await tx
    .selectFrom("auth_session")
    .select(["id", "token", "createdAt", "updatedAt", "expiresAt", "ipAddress", "userAgent"])
    .where("userId", "=", userId)
    .where("expiresAt", ">", now)
    .orderBy("updatedAt", "desc")
    .execute();
}

export async function activateStaff(tx: Kysely<Tables>, userId: string): Promise<void> {
  await tx
    .updateTable("staff")
    .set({ state: "active" })
    .where("user_id", "=", userId)
    .where("state", "=", "invited")
    .execute();
}

export async function setLanguage(tx: Kysely<Tables>, userId: string, language: "zh" | "en"): Promise<void> {
  await tx.updateTable("staff").set({ language }).where("user_id", "=", userId).execute();
}

export async function hasSecondFactor(tx: Kysely<Tables>, userId: string): Promise<boolean> {
  const user = await tx
    .selectFrom("auth_user")
    .select("twoFactorEnabled")
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
  return user.twoFactorEnabled === true;
}

export async function findSession(db: Kysely<Tables>, token: string) {
  return await db
    .selectFrom("auth_session")
    .select(["id", "userId", "createdAt", "expiresAt"])
    .where("token", "=", token)
    .executeTakeFirst();
}
