/** Who may do what with whom. */
import { ProblemError } from "@manyi/contract/problem/problem";
import { permissionsOf } from "@manyi/contract/rights/role";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { mayManageMembersOf } from "../rights/policy.ts";
import { may, type Scope } from "../rights/scope.ts";
import { unitPathWithin } from "../rights/unit-path.ts";
import { countAdministrators, findStaff, type HeldRole, type Membership, rolesOf } from "./member-queries.ts";

/** Roles are handed out for units whose members one manages, and only with rights one has there oneself.
 *  @throws ProblemError not-found for other units, not-permitted for greater roles */
export async function checkMayHandOut(
  tx: Kysely<Tables>,
  scope: Scope,
  memberships: readonly Membership[],
): Promise<void> {
  for (const { role, unitId } of memberships) {
    const path = await unitPathWithin(tx, scope, "members:manage", unitId);
    const missing = permissionsOf[role].find((permission) => !may(scope, permission, path));
    if (missing !== undefined) throw new ProblemError("not-permitted", { permission: missing });
  }
}

export type StaffRow = NonNullable<Awaited<ReturnType<typeof findStaff>>>;

export interface Managed {
  readonly staff: StaffRow;
  readonly roles: readonly HeldRole[];
}

/** Somebody with at least one role in a unit whose members the caller manages.
 *  @throws ProblemError not-found */
export async function managedMember(tx: Kysely<Tables>, scope: Scope, userId: string): Promise<Managed> {
  const staff = await findStaff(tx, scope, userId);
  const roles = staff === undefined ? [] : await rolesOf(tx, [userId]);
  if (staff === undefined || !roles.some(({ unitPath }) => mayManageMembersOf(scope, unitPath))) {
    throw new ProblemError("not-found", {});
  }
  return { staff, roles };
}

/** As `managedMember`, for what concerns the whole account: whoever also works elsewhere is not one department's to lock.
 *  @throws ProblemError not-found, not-permitted */
export async function whollyManagedMember(tx: Kysely<Tables>, scope: Scope, userId: string): Promise<Managed> {
  const member = await managedMember(tx, scope, userId);
  if (!member.roles.every(({ unitPath }) => mayManageMembersOf(scope, unitPath))) {
    throw new ProblemError("not-permitted", { permission: "members:manage" });
  }
  return member;
}

/** Does what might take the last administrator away, and undoes it if it did. The structure is locked.
 *  @throws ProblemError last-administrator */
export async function keepingAnAdministrator(
  tx: Kysely<Tables>,
  scope: Scope,
  work: () => Promise<void>,
): Promise<void> {
  const before = await countAdministrators(tx, scope.organisationId);
  await work();
  const after = await countAdministrators(tx, scope.organisationId);
  if (before > 0 && after === 0) throw new ProblemError("last-administrator", {});
}
