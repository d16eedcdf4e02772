import { ProblemError } from "@manyi/contract/problem/problem";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Transaction } from "kysely";
import { hasRecentEntry } from "../audit/recent-entry.ts";
import { type AuditEntryToWrite, writeAuditEntry } from "../audit/write-entry.ts";
import type { Tables } from "../database/tables.ts";
import { hasCode } from "../failure/system-error.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Scope } from "../rights/scope.ts";
import { admit } from "./admit.ts";
import { answerCall } from "./answer-call.ts";
import type { AuditNote, Call, TransactedRoute, Web } from "./call.ts";
import { inTransaction } from "./transaction.ts";
import { uploadedParts } from "./uploaded-parts.ts";
import { languageOf, type WebParts } from "./web-parts.ts";

/** Everything between a request that was found in order and its answer. */
export async function runRoute(
  handled: TransactedRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
): Promise<FastifyReply> {
  const { ground } = parts;
  const cookies: string[] = [...(request.caller?.cookies ?? [])];
  const web = webOf(request, (line) => cookies.push(line));
  const now = ground.clock.now();
  const passed =
    handled.receive === undefined
      ? await handled.guard?.({
          params: request.params,
          body: request.body,
          now,
          web,
          requestId: request.id,
          scope: request.caller?.scope ?? null,
        } as Parameters<NonNullable<TransactedRoute["guard"]>>[0])
      : await receive(handled.receive, request, ground.config.largestImportBytes);
  if (handled.route.bodyKind !== "none") await admit(request, handled.route.access, parts);
  const already = cookies.length;
  const result = await inTransaction(ground.database, async (tx) => {
    // A run that is repeated sets its cookies anew.
    cookies.length = already;
    const audits = new AuditOnce(handled, request, now, tx);
    const result = await handled.run(callOf(request, { tx, web, now, audits, parts }), passed);
    audits.check();
    return result;
  });
  if (cookies.length > 0) reply.header("set-cookie", cookies);
  return answerCall(handled.route, result, reply, parts);
}

interface CallParts {
  readonly tx: Transaction<Tables>;
  readonly web: Web;
  readonly now: Date;
  readonly audits: AuditOnce;
  readonly parts: WebParts;
}

function callOf(request: FastifyRequest, { tx, web, now, audits, parts }: CallParts): Call {
  const call: Omit<Call, "scope"> = {
    // Ajv has checked the three against the route's schemas.
    params: request.params as Call["params"],
    query: request.query as Call["query"],
    body: request.body as Call["body"],
    tx,
    now,
    language: languageOf(request, parts.ground),
    requestId: request.id,
    web,
    audit: (note) => audits.write(note),
    enqueue: (name, payload, options) => enqueue(tx, name, payload, options),
  };
  const scope = request.caller?.scope;
  // Handlers of public routes take a call without scope: `handlePublic` sees to it.
  return (scope === undefined ? call : { ...call, scope }) as Call;
}

function webOf(request: FastifyRequest, setCookie: (line: string) => void): Web {
  return {
    address: request.ip,
    device: request.headers["user-agent"]?.slice(0, 300).toWellFormed() ?? null,
    cookie: request.headers.cookie ?? "",
    sessionId: request.caller?.sessionId ?? null,
    setCookie,
    about: (person) => {
      request.subject = person;
    },
  };
}

async function receive(
  read: NonNullable<TransactedRoute["receive"]>,
  request: FastifyRequest,
  largestBytes: number,
): Promise<unknown> {
  const scope = request.caller?.scope;
  if (scope === undefined) throw new ProblemError("not-signed-in", {});
  try {
    return await read(uploadedParts(request, largestBytes), scope);
  } catch (error) {
    if (hasCode(error, "FST_REQ_FILE_TOO_LARGE")) {
      throw new ProblemError("request-too-large", { limitBytes: largestBytes }, { cause: error });
    }
    if (brokeOff(error)) throw new ProblemError("request-malformed", { reason: "upload" }, { cause: error });
    throw error;
  }
}

/** The reader of multipart says so in words only. */
function brokeOff(error: unknown): boolean {
  return (
    error instanceof Error &&
    (/unexpected end of multipart data|^Multipart:/i.test(error.message) || brokeOff(error.cause))
  );
}

/** Holds a route to its word: what says it is audited leaves one entry, what does not leaves none. */
class AuditOnce {
  readonly #handled: TransactedRoute;
  readonly #request: FastifyRequest;
  readonly #now: Date;
  readonly #tx: Transaction<Tables>;
  #written = 0;

  constructor(handled: TransactedRoute, request: FastifyRequest, now: Date, tx: Transaction<Tables>) {
    this.#handled = handled;
    this.#request = request;
    this.#now = now;
    this.#tx = tx;
  }

  async write(note: AuditNote): Promise<void> {
    this.#written += 1;
    const { name, audited, auditedOnceInMinutes } = this.#handled.route;
    const entry: AuditEntryToWrite = {
      ...whoActs(this.#request.caller?.scope, note),
      at: this.#now,
      action: note.action ?? audited ?? name,
      object: note.object,
      unitId: note.unitId,
      outcome: "done",
      requestId: this.#request.id,
      details: note.details ?? {},
    };
    if (auditedOnceInMinutes !== null && (await hasRecentEntry(this.#tx, entry, auditedOnceInMinutes))) return;
    await writeAuditEntry(this.#tx, entry);
  }

  /** @throws Error a bug of the handler */
  check(): void {
    const { audited, name } = this.#handled.route;
    const expected = audited === null ? 0 : 1;
    if (this.#written !== expected) throw new Error(`${name} left ${this.#written} audit entries, not ${expected}`);
  }
}

function whoActs(scope: Scope | undefined, note: AuditNote) {
  if (scope !== undefined) return { organisationId: scope.organisationId, actor: scope.actor };
  if (note.by === undefined) throw new Error("a public route says in its audit note who it was");
  return { organisationId: note.by.organisationId, actor: { kind: "staff", id: note.by.userId } as const };
}
