import type { Permission } from "@manyi/contract/rights/permission";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Scope, unitsWith } from "./scope.ts";

/** Condition of a query: the row belongs to a unit for which, or below which, the caller holds the permission. It holds for
 *  units of the caller's organisation only, whatever ids the request names.
 *  @param unitReference the column with the unit's id: `programme.unit_id` */
export function withinScope(scope: Scope, permission: Permission, unitReference: string): RawBuilder<SqlBool> {
  const held = [...unitsWith(scope, permission)];
  return sql<SqlBool>`exists (
    select from unit as scoped_unit
    where scoped_unit.id = ${sql.ref(unitReference)}
      and scoped_unit.organisation_id = ${scope.organisationId}
      and scoped_unit.path && ${held}::uuid[]
  )`;
}
