import { changeOrganisation, readOrganisation } from "@manyi/contract/organisation/organisation";
import { ProblemError } from "@manyi/contract/problem/problem";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { type HandledRoute, handle } from "../http/call.ts";
import { mayManageUnit } from "../rights/policy.ts";
import { rootUnitId } from "./unit-queries.ts";

export const organisationOwnRoutes: readonly HandledRoute[] = [
  handle(readOrganisation, async ({ tx, scope }) => {
    const { id, name, time_zone } = await findOrganisation(tx, scope.organisationId);
    return { id, name, timeZone: time_zone };
  }),

  handle(changeOrganisation, async (call) => {
    const { tx, scope, body } = call;
    const root = await rootUnitId(tx, scope.organisationId);
    // Held for a department it is no right over the whole.
    if (!mayManageUnit(scope, [root])) throw new ProblemError("not-permitted", { permission: "organisation:manage" });
    if (body.timeZone !== undefined) checkTimeZone(body.timeZone);
    const before = await findOrganisation(tx, scope.organisationId);
    await tx
      .updateTable("organisation")
      .set({
        ...(body.name !== undefined && { name: JSON.stringify(body.name) }),
        ...(body.timeZone !== undefined && { time_zone: body.timeZone }),
      })
      .where("id", "=", scope.organisationId)
      .execute();
    await call.audit({
      object: { kind: "organisation", id: scope.organisationId },
      unitId: root,
      details: { from: { name: before.name, timeZone: before.time_zone }, to: body },
    });
    return undefined;
  }),
];

async function findOrganisation(tx: Kysely<Tables>, id: string) {
  return await tx
    .selectFrom("organisation")
    .select(["id", "name", "time_zone"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch (cause) {
    throw new ProblemError(
      "request-invalid",
      { faults: [{ at: "body.timeZone", problem: "not-possible" }] },
      { cause },
    );
  }
}
