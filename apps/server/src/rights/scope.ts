/**
 * What the caller of this request may see and do: the permissions of their memberships (or of their key), each for a unit
 * and everything below it. It is read anew for every request, so that a role taken away is gone at the next one.
 */
import type { Permission } from "@manyi/contract/rights/permission";

export interface Scope {
  readonly organisationId: string;
  readonly actor: Actor;
  readonly grants: readonly Grant[];
  /** The session passed a second factor, or no role of theirs asks for one. Keys never act where one is asked for. */
  readonly secondFactor: boolean;
}

export interface Actor {
  readonly kind: "staff" | "key";
  readonly id: string;
}

export interface Grant {
  readonly permission: Permission;
  readonly unitId: string;
}

/** Units for which, and below which, the permission is held. */
export function unitsWith(scope: Scope, permission: Permission): readonly string[] {
  return scope.grants.filter((grant) => grant.permission === permission).map(({ unitId }) => unitId);
}

/** Whether the permission is held for a unit.
 *  @param unitPath the unit's ancestors from the root, itself last */
export function may(scope: Scope, permission: Permission, unitPath: readonly string[]): boolean {
  const held = unitsWith(scope, permission);
  return unitPath.some((unit) => held.includes(unit));
}
