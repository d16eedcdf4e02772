import { ProblemError } from "@manyi/contract/problem/problem";
import type { Permission } from "@manyi/contract/rights/permission";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { may, type Scope } from "./scope.ts";

/** The path of a unit for which the caller holds the permission.
 *  @throws ProblemError not-found, also where the unit exists and is somebody else's: who may not know of it learns nothing */
export async function unitPathWithin(
  tx: Kysely<Tables>,
  scope: Scope,
  permission: Permission,
  unitId: string,
): Promise<readonly string[]> {
  const unit = await tx
    .selectFrom("unit")
    .select("path")
    .where("id", "=", unitId)
    .where("organisation_id", "=", scope.organisationId)
    .executeTakeFirst();
  if (unit === undefined || !may(scope, permission, unit.path)) throw new ProblemError("not-found", {});
  return unit.path;
}
