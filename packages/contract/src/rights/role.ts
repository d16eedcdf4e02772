import type { Permission } from "./permission.ts";

/** Roles of a satisfaction programme. One person may hold several, each for a unit and everything below it. */
export const roles = [
  "administrator",
  "manager",
  "designer",
  "analyst",
  "interviewer",
  "case-handler",
  "department-head",
  "approver",
  "reader",
  "supervisor",
  "contractor",
] as const;

export type Role = (typeof roles)[number];

const look: readonly Permission[] = ["organisation:read", "programme:read", "report:read"];

/** What each role may do today; scenes to come add to it. The supervisor sees everything and changes nothing. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [
    ...look,
    "organisation:manage",
    "members:manage",
    "keys:manage",
    "audit:read",
    "programme:edit",
    "fieldwork:manage",
    "study:import",
    "study:export",
    "response:read",
    "response:edit",
  ],
  manager: [
    ...look,
    "programme:edit",
    "fieldwork:manage",
    "study:import",
    "study:export",
    "response:read",
    "response:edit",
  ],
  designer: [...look, "programme:edit"],
  analyst: [...look, "study:import", "study:export", "response:read", "response:edit"],
  interviewer: ["organisation:read"],
  "case-handler": ["organisation:read"],
  "department-head": look,
  approver: look,
  reader: look,
  supervisor: [...look, "audit:read", "response:read"],
  contractor: ["organisation:read", "programme:read", "study:import"],
};

/** Whoever holds one of these must have a second factor before they use what it adds. */
export const rolesWithSecondFactor: readonly Role[] = ["administrator"];
