import { type Kysely, sql } from "kysely";
import type { LocalText, Tables } from "../database/tables.ts";
import { may, type Scope } from "../rights/scope.ts";
import { withinScope } from "../rights/within-scope.ts";

type Database = Kysely<Tables>;

export interface AuditFilter {
  readonly from?: string;
  readonly until?: string;
  readonly actor?: string;
  readonly action?: string;
  readonly object?: string;
}

/** Entries the caller may read, newest first. Whoever may read the whole organisation's log reads also what belongs to no unit
 *  or to one that is gone; others read of their units.
 *  @param before only entries older than this one */
export async function findEntries(
  db: Database,
  scope: Scope,
  filter: AuditFilter,
  { before, size }: { readonly before: number | null; readonly size: number },
) {
  const everything = await readsEverything(db, scope);
  let query = db
    .selectFrom("audit_entry")
    .select(["id", "at", "actor_kind", "actor_id", "action", "object_kind", "object_id", "outcome", "details"])
    .where("organisation_id", "=", scope.organisationId)
    .orderBy("id", "desc")
    .limit(size);
  if (!everything) query = query.where(withinScope(scope, "audit:read", "audit_entry.unit_id"));
  if (before !== null) query = query.where("id", "<", before);
  if (filter.from !== undefined) query = query.where("at", ">=", new Date(filter.from));
  if (filter.until !== undefined) query = query.where("at", "<", new Date(filter.until));
  if (filter.object !== undefined) query = query.where("object_id", "=", filter.object);
  if (filter.action !== undefined) query = query.where(actionIs(filter.action));
  if (filter.actor !== undefined) query = query.where(actorIs(filter.actor));
  return await query.execute();
}

async function readsEverything(db: Database, scope: Scope): Promise<boolean> {
  const root = await db
    .selectFrom("unit")
    .select("path")
    .where("organisation_id", "=", scope.organisationId)
    .where("parent_id", "is", null)
    .executeTakeFirst();
  return root !== undefined && may(scope, "audit:read", root.path);
}

function actionIs(action: string) {
  return action.endsWith(".") ? sql<boolean>`starts_with(action, ${action})` : sql<boolean>`action = ${action}`;
}

/** By id, or as people know them: name or address. */
function actorIs(actor: string) {
  return sql<boolean>`actor_id = ${actor} or actor_id in (
    select auth_user.id from auth_user where auth_user.name = ${actor} or auth_user.email = lower(${actor}))`;
}

export type AuditRow = Awaited<ReturnType<typeof findEntries>>[number];

/** Names as they are today, by kind and id; what is gone has none. */
export interface Names {
  of(kind: string | null, id: string | null): LocalText | string | null;
}

export async function namesFor(db: Database, rows: readonly AuditRow[]): Promise<Names> {
  const idsOf = (kind: string) => [...new Set(rows.flatMap((row) => [...objectId(row, kind), ...actorId(row, kind)]))];
  const [people, keys, units, programmes] = await Promise.all([
    named(db, "auth_user", idsOf("member")),
    named(db, "api_key", idsOf("api-key").filter(isUuid)),
    named(db, "unit", idsOf("unit").filter(isUuid)),
    named(db, "programme", idsOf("programme").filter(isUuid)),
  ]);
  const tables: Readonly<Record<string, ReadonlyMap<string, LocalText | string>>> = {
    member: people,
    staff: people,
    "api-key": keys,
    key: keys,
    unit: units,
    programme: programmes,
  };
  return { of: (kind, id) => tables[kind ?? ""]?.get(id ?? "") ?? null };
}

function objectId(row: AuditRow, kind: string): readonly string[] {
  return row.object_kind === kind && row.object_id !== null ? [row.object_id] : [];
}

function actorId(row: AuditRow, kind: string): readonly string[] {
  const actorsKind = row.actor_kind === "staff" ? "member" : "api-key";
  return actorsKind === kind && row.actor_id !== null ? [row.actor_id] : [];
}

async function named(db: Database, table: "auth_user" | "api_key" | "unit" | "programme", ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, LocalText | string>();
  const { rows } = await sql<{ id: string; name: LocalText | string }>`
    select id, name from ${sql.table(table)} where id::text = any (${[...ids]}::text[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function isUuid(text: string): boolean {
  return /^[0-9a-f-]{36}$/i.test(text);
}
