import type { Unit, UnitKind } from "@manyi/contract/organisation/organisation";
import { type Kysely, sql } from "kysely";
import type { LocalText, Tables } from "../database/tables.ts";
import type { Scope } from "../rights/scope.ts";
import { withinScope } from "../rights/within-scope.ts";

type Database = Kysely<Tables>;

export async function listVisibleUnits(tx: Database, scope: Scope) {
  return await tx
    .selectFrom("unit")
    .select(["unit.id", "unit.parent_id", "unit.kind", "unit.name", "unit.code"])
    .select((of) => [
      of
        .selectFrom("membership")
        .select((it) => it.fn.count<number>("membership.user_id").distinct().as("members"))
        .whereRef("membership.unit_id", "=", "unit.id")
        .as("members"),
      of
        .selectFrom("programme")
        .select((it) => it.fn.countAll<number>().as("programmes"))
        .whereRef("programme.unit_id", "=", "unit.id")
        .where("programme.archived_at", "is", null)
        .as("programmes"),
    ])
    .where(withinScope(scope, "organisation:read", "unit.id"))
    .orderBy(sql`cardinality(unit.path)`)
    .orderBy("unit.created_at")
    .orderBy("unit.id")
    .execute();
}

export interface UnitRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly kind: string;
  readonly name: LocalText;
  readonly code: string | null;
  readonly path: readonly string[];
}

export async function findUnit(tx: Database, scope: Scope, unitId: string): Promise<UnitRow | undefined> {
  return await tx
    .selectFrom("unit")
    .select(["id", "parent_id", "kind", "name", "code", "path"])
    .where("id", "=", unitId)
    .where("organisation_id", "=", scope.organisationId)
    .executeTakeFirst();
}

export async function rootUnitId(tx: Database, organisationId: string): Promise<string> {
  const { id } = await tx
    .selectFrom("unit")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("parent_id", "is", null)
    .executeTakeFirstOrThrow();
  return id;
}

export interface NewUnit {
  readonly id: string;
  readonly organisationId: string;
  readonly above: readonly string[];
  readonly kind: UnitKind;
  readonly name: LocalText;
  readonly code: string | null;
}

export async function insertUnit(tx: Database, unit: NewUnit): Promise<void> {
  await tx
    .insertInto("unit")
    .values({
      id: unit.id,
      organisation_id: unit.organisationId,
      parent_id: unit.above.at(-1) ?? null,
      kind: unit.kind,
      name: JSON.stringify(unit.name),
      code: unit.code,
      path: [...unit.above, unit.id],
    })
    .execute();
}

export interface UnitChange {
  readonly kind?: Unit["kind"];
  readonly name?: LocalText;
  readonly code?: string | null;
}

export async function updateUnit(tx: Database, unitId: string, change: UnitChange): Promise<void> {
  const { kind, name, code } = change;
  if (kind === undefined && name === undefined && code === undefined) return;
  await tx
    .updateTable("unit")
    .set({
      ...(kind !== undefined && { kind }),
      ...(name !== undefined && { name: JSON.stringify(name) }),
      ...(code !== undefined && { code }),
    })
    .where("id", "=", unitId)
    .execute();
}

/** Hangs a unit below another, with everything below it. */
export async function moveUnit(tx: Database, unit: UnitRow, parentPath: readonly string[]): Promise<void> {
  await tx
    .updateTable("unit")
    .set({ path: sql<string[]>`${[...parentPath]}::uuid[] || path[array_position(path, ${unit.id}::uuid) :]` })
    .where(sql<boolean>`path @> array[${unit.id}::uuid]`)
    .execute();
  await tx
    .updateTable("unit")
    .set({ parent_id: parentPath.at(-1) ?? null })
    .where("id", "=", unit.id)
    .execute();
}

export async function countUses(tx: Database, unitId: string) {
  const { rows } = await sql<{ units: number; members: number; keys: number; programmes: number; imports: number }>`
    select
      (select count(*)::integer from unit where parent_id = ${unitId}) as units,
      (select count(distinct user_id)::integer from membership where unit_id = ${unitId}) as members,
      (select count(*)::integer from api_key where unit_id = ${unitId} and revoked_at is null) as keys,
      (select count(*)::integer from programme where unit_id = ${unitId}) as programmes,
      (select count(*)::integer from study_import where unit_id = ${unitId}) as imports`.execute(tx);
  const [uses] = rows;
  if (uses === undefined) throw new Error("a select without from gives one row");
  return uses;
}

export async function deleteUnit(tx: Database, unitId: string): Promise<void> {
  // A revoked key opens nothing any more; its history is in the audit log.
  await tx.deleteFrom("api_key").where("unit_id", "=", unitId).execute();
  await tx.deleteFrom("unit").where("id", "=", unitId).execute();
}
