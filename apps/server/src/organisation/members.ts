import {
  addMember,
  changeMember,
  disableMember,
  enableMember,
  listMembers,
  type Member,
  renewInvitation,
} from "@manyi/contract/organisation/members";
import { ProblemError } from "@manyi/contract/problem/problem";
import { roles } from "@manyi/contract/rights/role";
import type { Ground } from "../ground.ts";
import { type Call, type HandledRoute, handle } from "../http/call.ts";
import { openAccounts } from "../identity/accounts.ts";
import { dropPasswordLinks } from "../identity/password-link.ts";
import { mayManageMembersOf } from "../rights/policy.ts";
import { addStaff } from "./add-staff.ts";
import { duplicateOf } from "./duplicate.ts";
import { invite } from "./invite.ts";
import {
  checkMayHandOut,
  keepingAnAdministrator,
  managedMember,
  type StaffRow,
  whollyManagedMember,
} from "./member-policy.ts";
import {
  deleteManagedMemberships,
  type HeldRole,
  insertMemberships,
  listManagedStaff,
  rolesOf,
  setStaffState,
} from "./member-queries.ts";
import { lockStructure } from "./structure-lock.ts";

export function memberRoutes(ground: Ground): readonly HandledRoute[] {
  const settings = { secret: ground.secret, origin: ground.config.origin };
  return [
    handle(listMembers, listed),
    handle(addMember, async (call) => {
      const { tx, scope, body } = call;
      await checkMayHandOut(tx, scope, body.memberships);
      const { organisationId } = scope;
      const staff = { ...body, organisationId, state: "invited" } as const;
      const id = await addStaff(tx, settings, staff).catch(duplicateOf("auth_user", body.email));
      const person = { userId: id, email: body.email.toLowerCase(), language: body.language };
      const link = await invite(tx, ground, person, { organisationId, inviter: scope.actor.id, now: call.now });
      await auditMember(call, id, body.memberships[0]?.unitId, { memberships: body.memberships });
      return { id, link };
    }),
    handle(changeMember, changed),
    handle(disableMember, async (call) => {
      const { tx, scope, params } = call;
      await lockStructure(tx, scope.organisationId);
      const { staff, roles } = await whollyManagedMember(tx, scope, params.memberId);
      await keepingAnAdministrator(tx, scope, () => setStaffState(tx, staff.userId, "disabled"));
      const { internalAdapter } = await openAccounts(settings, tx).$context;
      await internalAdapter.deleteUserSessions(staff.userId);
      await dropPasswordLinks(tx, staff.userId);
      await auditMember(call, staff.userId, roles[0]?.unitId);
      return undefined;
    }),
    handle(enableMember, async (call) => {
      const { tx, scope, params } = call;
      const { staff, roles } = await whollyManagedMember(tx, scope, params.memberId);
      if (staff.state !== "disabled") throw new ProblemError("changed-meanwhile", {});
      const { internalAdapter } = await openAccounts(settings, tx).$context;
      const account = await internalAdapter.findCredentialAccount(staff.userId);
      // Whoever never set a password is still invited.
      await setStaffState(tx, staff.userId, account === null ? "invited" : "active");
      await auditMember(call, staff.userId, roles[0]?.unitId);
      return undefined;
    }),
    handle(renewInvitation, async (call) => {
      const { tx, scope, params, now } = call;
      const { staff, roles } = await whollyManagedMember(tx, scope, params.memberId);
      if (staff.state === "disabled") throw new ProblemError("changed-meanwhile", {});
      const { organisationId } = scope;
      const link = await invite(tx, ground, staff, { organisationId, inviter: scope.actor.id, now });
      await auditMember(call, staff.userId, roles[0]?.unitId, { mailed: link === null });
      return { id: staff.userId, link };
    }),
  ];
}

async function listed({ tx, scope }: Call<typeof listMembers>): Promise<{ entries: Member[] }> {
  const people = await listManagedStaff(tx, scope);
  const held = await rolesOf(
    tx,
    people.map(({ userId }) => userId),
  );
  const managed = held.filter(({ unitPath }) => mayManageMembersOf(scope, unitPath));
  const rolesByPerson = Map.groupBy(managed, ({ userId }) => userId);
  return { entries: people.map((person) => presentMember(person, rolesByPerson.get(person.userId) ?? [])) };
}

async function changed(call: Call<typeof changeMember>): Promise<undefined> {
  const { tx, scope, params, body } = call;
  await lockStructure(tx, scope.organisationId);
  const member = await managedMember(tx, scope, params.memberId);
  await checkMayHandOut(tx, scope, body.memberships);
  const before = member.roles.filter(({ unitPath }) => mayManageMembersOf(scope, unitPath));
  await keepingAnAdministrator(tx, scope, async () => {
    await deleteManagedMemberships(tx, scope, member.staff.userId);
    await insertMemberships(tx, scope.organisationId, member.staff.userId, body.memberships);
  });
  await auditMember(call, member.staff.userId, body.memberships[0]?.unitId, {
    from: before.map(({ role, unitId }) => ({ role, unitId })),
    to: body.memberships,
  });
  return undefined;
}

async function auditMember(
  call: Pick<Call, "audit">,
  userId: string,
  unitId: string | undefined,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await call.audit({ object: { kind: "member", id: userId }, unitId: unitId ?? null, details });
}

function presentMember(person: StaffRow, held: readonly HeldRole[]): Member {
  return {
    id: person.userId,
    name: person.name,
    email: person.email,
    state: person.state,
    secondFactor: person.twoFactorEnabled === true,
    memberships: held.flatMap(({ role, unitId, unitName }) => {
      const known = roles.find((it) => it === role);
      return known === undefined ? [] : [{ role: known, unitId, unitName }];
    }),
    lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
  };
}
