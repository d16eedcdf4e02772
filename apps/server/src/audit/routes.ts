import { Readable } from "node:stream";
import { type AuditEntry, exportAudit, listAudit } from "@manyi/contract/organisation/audit";
import { ProblemError } from "@manyi/contract/problem/problem";
import type { LocalText } from "../database/tables.ts";
import type { Ground } from "../ground.ts";
import { type HandledRoute, handle } from "../http/call.ts";
import type { Scope } from "../rights/scope.ts";
import { csvLine } from "./csv-line.ts";
import { type AuditFilter, type AuditRow, findEntries, type Names, namesFor } from "./queries.ts";

const USUAL_SIZE = 50;
const EXPORT_BATCH = 1_000;

export function auditRoutes(ground: Ground): readonly HandledRoute[] {
  return [
    handle(listAudit, async ({ tx, scope, query, language }) => {
      const size = query.size ?? USUAL_SIZE;
      // One more tells whether there is a next page.
      const rows = await findEntries(tx, scope, query, { before: readCursor(query.cursor), size: size + 1 });
      const shown = rows.slice(0, size);
      const names = await namesFor(tx, shown);
      const last = shown.at(-1);
      return {
        entries: shown.map((row) => presentEntry(row, names, language)),
        next: rows.length > size && last !== undefined ? String(last.id) : null,
      };
    }),

    handle(exportAudit, async (call) => {
      const { scope, query, language } = call;
      await call.audit({ object: null, unitId: null, details: { filter: query } });
      const content = async () => Readable.from(exported(ground, scope, query, language));
      return { mediaType: "text/csv", name: `audit-${call.now.toISOString().slice(0, 10)}.csv`, content };
    }),
  ];
}

/** @throws ProblemError request-invalid */
function readCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  if (!/^[1-9]\d{0,14}$/.test(cursor)) {
    throw new ProblemError("request-invalid", { faults: [{ at: "query.cursor", problem: "form" }] });
  }
  return Number(cursor);
}

function presentEntry(row: AuditRow, names: Names, language: "zh" | "en"): AuditEntry {
  const nameOf = (kind: string | null, id: string | null) => inWords(names.of(kind, id), language);
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: nameOf(row.actor_kind, row.actor_id) },
    action: row.action,
    object:
      row.object_kind === null || row.object_id === null
        ? null
        : { kind: row.object_kind, id: row.object_id, name: nameOf(row.object_kind, row.object_id) },
    outcome: row.outcome,
    details: row.details,
  };
}

function inWords(name: LocalText | string | null, language: "zh" | "en"): string | null {
  if (name === null || typeof name === "string") return name;
  return name[language] ?? name.zh ?? name.en ?? null;
}

const HEADER = [
  "id",
  "at",
  "actorKind",
  "actorId",
  "actor",
  "action",
  "objectKind",
  "objectId",
  "object",
  "outcome",
  "details",
];
/** Without it a spreadsheet takes UTF-8 for the machine's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

async function* exported(
  ground: Ground,
  scope: Scope,
  filter: AuditFilter,
  language: "zh" | "en",
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(HEADER);
  let before: number | null = null;
  for (;;) {
    const rows: readonly AuditRow[] = await findEntries(ground.database, scope, filter, { before, size: EXPORT_BATCH });
    const names = await namesFor(ground.database, rows);
    yield rows.map((row) => csvLine(cellsOf(presentEntry(row, names, language)))).join("");
    before = rows.at(-1)?.id ?? null;
    if (before === null || rows.length < EXPORT_BATCH) return;
  }
}

function cellsOf({ id, at, actor, action, object, outcome, details }: AuditEntry): readonly string[] {
  const of = [object?.kind ?? "", object?.id ?? "", object?.name ?? ""];
  const by = [actor.kind, actor.id ?? "", actor.name ?? ""];
  return [String(id), at, ...by, action, ...of, outcome, JSON.stringify(details)];
}
