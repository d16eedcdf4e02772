/** What somebody may be allowed to do. A permission is held for a unit and everything below it. */
export const permissions = [
  "organisation:read",
  "organisation:manage",
  "members:manage",
  "keys:manage",
  "audit:read",
  "programme:read",
  "programme:edit",
  "fieldwork:manage",
  "study:import",
  "study:export",
  "response:read",
  "response:edit",
  "report:read",
] as const;

export type Permission = (typeof permissions)[number];

/** What a key of the programming interface may be given: never the rights to hand out rights. */
export const keyPermissions = [
  "programme:read",
  "programme:edit",
  "fieldwork:manage",
  "study:import",
  "study:export",
  "response:read",
  "response:edit",
  "report:read",
] as const satisfies readonly Permission[];

export type KeyPermission = (typeof keyPermissions)[number];
