import { randomUUID } from "node:crypto";
import {
  changeUnit,
  createUnit,
  listUnits,
  removeUnit,
  type UnitKind,
  unitKinds,
} from "@manyi/contract/organisation/organisation";
import { ProblemError } from "@manyi/contract/problem/problem";
import { type Call, type HandledRoute, handle } from "../http/call.ts";
import { mayManageUnit } from "../rights/policy.ts";
import { unitPathWithin } from "../rights/unit-path.ts";
import { duplicateOf } from "./duplicate.ts";
import { lockStructure } from "./structure-lock.ts";
import {
  countUses,
  deleteUnit,
  findUnit,
  insertUnit,
  listVisibleUnits,
  moveUnit,
  type UnitRow,
  updateUnit,
} from "./unit-queries.ts";

export const unitRoutes: readonly HandledRoute[] = [
  handle(listUnits, async ({ tx, scope }) => {
    const units = await listVisibleUnits(tx, scope);
    return {
      entries: units.map(({ parent_id, kind, members, programmes, ...unit }) => ({
        ...unit,
        parentId: parent_id,
        kind: asKind(kind),
        members: members ?? 0,
        programmes: programmes ?? 0,
      })),
    };
  }),

  handle(createUnit, async (call) => {
    const { tx, scope, body } = call;
    await lockStructure(tx, scope.organisationId);
    const above = await unitPathWithin(tx, scope, "organisation:manage", body.parentId);
    const id = randomUUID();
    const { kind, name, code = null } = body;
    await insertUnit(tx, { id, organisationId: scope.organisationId, above, kind, name, code }).catch(
      duplicateOf("unit", code ?? ""),
    );
    await call.audit({ object: { kind: "unit", id }, unitId: id, details: { kind, name, code } });
    return { id };
  }),

  handle(changeUnit, async (call) => {
    const { tx, scope, params, body } = call;
    await lockStructure(tx, scope.organisationId);
    const unit = await manageableUnit(call, params.unitId);
    const { parentId, ...change } = body;
    await updateUnit(tx, unit.id, change).catch(duplicateOf("unit", change.code ?? ""));
    if (parentId !== undefined && parentId !== unit.parent_id) {
      const parentPath = await unitPathWithin(tx, scope, "organisation:manage", parentId);
      if (parentPath.includes(unit.id)) throw new ProblemError("unit-inside-itself", {});
      await moveUnit(tx, unit, parentPath);
    }
    await call.audit({
      object: { kind: "unit", id: unit.id },
      unitId: unit.id,
      details: { from: { name: unit.name, kind: unit.kind, code: unit.code, parentId: unit.parent_id }, to: body },
    });
    return undefined;
  }),

  handle(removeUnit, async (call) => {
    const { tx, scope, params } = call;
    await lockStructure(tx, scope.organisationId);
    const unit = await manageableUnit(call, params.unitId);
    const uses = await countUses(tx, unit.id);
    if (Object.values(uses).some((count) => count > 0)) throw new ProblemError("unit-in-use", uses);
    await deleteUnit(tx, unit.id);
    await call.audit({
      object: { kind: "unit", id: unit.id },
      // The unit is gone: whoever may read the log of the one above may read of it.
      unitId: unit.parent_id,
      details: { name: unit.name, code: unit.code },
    });
    return undefined;
  }),
];

async function manageableUnit({ tx, scope }: Pick<Call, "tx" | "scope">, unitId: string): Promise<UnitRow> {
  const unit = await findUnit(tx, scope, unitId);
  if (unit === undefined || !mayManageUnit(scope, unit.path)) throw new ProblemError("not-found", {});
  return unit;
}

function asKind(text: string): UnitKind {
  const kind = unitKinds.find((known) => known === text);
  if (kind === undefined) throw new Error("the database checks the kinds of units");
  return kind;
}
