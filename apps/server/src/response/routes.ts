import { ProblemError } from "@manyi/contract/problem/problem";
import {
  excludeResponse,
  listResponses,
  readResponseHistory,
  restoreResponse,
} from "@manyi/contract/programme/responses";
import type { Permission } from "@manyi/contract/rights/permission";
import type { Ground } from "../ground.ts";
import { type Call, type HandledRoute, handle } from "../http/call.ts";
import { newestDefinition } from "../programme/definitions.ts";
import { programmeFor } from "../programme/routes.ts";
import { may } from "../rights/scope.ts";
import {
  changeResponseState,
  type FoundResponse,
  findResponse,
  historyOf,
  pageOfResponses,
  totalOfResponses,
} from "./queries.ts";
import { responseColumns } from "./response-columns.ts";
import { readCursor, writeCursor } from "./response-cursor.ts";

const usualPage = 50;

export function responseRoutes(_: Ground): readonly HandledRoute[] {
  return [
    handle(listResponses, listed),
    handle(excludeResponse, (call) => changeState(call, call.params.responseId, "excluded", call.body.reason)),
    handle(restoreResponse, (call) => changeState(call, call.params.responseId, "valid", null)),
    handle(readResponseHistory, async (call) => {
      const { id } = await responseFor(call, call.params.responseId, "response:read");
      const rows = await historyOf(call.tx, id);
      return { entries: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
    }),
  ];
}

async function listed(call: Call<typeof listResponses>) {
  const { id } = await programmeFor(call, call.params.programmeId, "response:read");
  const { wave, state, cursor, size = usualPage } = call.query;
  const filter = { waveId: wave ?? null, state: state ?? null };
  const rows = await pageOfResponses(call.tx, id, filter, cursor === undefined ? null : readCursor(cursor), size + 1);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const definition = await newestDefinition(call.tx, id);
  return {
    entries: shown.map(({ sortAt: _, ...row }) => ({
      ...row,
      receivedAt: row.receivedAt.toISOString(),
      answers: { ...row.answers },
    })),
    next: rows.length > size && last !== undefined ? writeCursor(last) : null,
    columns: definition === null ? [] : responseColumns(definition),
    total: await totalOfResponses(call.tx, id, filter),
  };
}

/** @throws ProblemError not-found, not-permitted */
async function responseFor(
  { tx, scope }: Pick<Call, "tx" | "scope">,
  responseId: string,
  permission: Permission,
): Promise<FoundResponse> {
  const found = await findResponse(tx, scope.organisationId, responseId);
  if (found === null) throw new ProblemError("not-found", {});
  if (may(scope, permission, found.unitPath)) return found;
  throw may(scope, "response:read", found.unitPath)
    ? new ProblemError("not-permitted", { permission })
    : new ProblemError("not-found", {});
}

async function changeState(
  call: Call,
  responseId: string,
  state: "valid" | "excluded",
  reason: string | null,
): Promise<undefined> {
  const { id, unitId, programmeId } = await responseFor(call, responseId, "response:edit");
  const change = { state, reason, at: call.now, actor: call.scope.actor };
  const changed = await changeResponseState(call.tx, id, change);
  // The reason stands in the response's own history: it may name a person.
  const details = { programmeId, changed };
  await call.audit({ object: { kind: "response", id }, unitId, details });
}
