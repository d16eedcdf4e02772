/** Rights as sentences. Each takes the path of the unit the object belongs to: its ancestors from the root, itself last. */
import type { Permission } from "@manyi/contract/rights/permission";
import { may, type Scope } from "./scope.ts";

type Path = readonly string[];

export const mayEditProgramme = (scope: Scope, unit: Path) => may(scope, "programme:edit", unit);
export const mayManageFieldwork = (scope: Scope, unit: Path) => may(scope, "fieldwork:manage", unit);
export const mayImportStudy = (scope: Scope, unit: Path) => may(scope, "study:import", unit);
export const mayExportStudy = (scope: Scope, unit: Path) => may(scope, "study:export", unit);
export const mayReadResponses = (scope: Scope, unit: Path) => may(scope, "response:read", unit);
export const mayEditResponses = (scope: Scope, unit: Path) => may(scope, "response:edit", unit);
export const mayReadReports = (scope: Scope, unit: Path) => may(scope, "report:read", unit);
export const mayManageUnit = (scope: Scope, unit: Path) => may(scope, "organisation:manage", unit);
export const mayManageMembersOf = (scope: Scope, unit: Path) => may(scope, "members:manage", unit);

/** Whether the permission is held for any unit at all: for lists, and to refuse early. */
export function mayAnywhere(scope: Scope, permission: Permission): boolean {
  return scope.grants.some((grant) => grant.permission === permission);
}
