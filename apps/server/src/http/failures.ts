/** What happens to a request that fails: refusals of rights are audited, bugs are logged without what was sent, and the caller is
 *  told in their language. */

import type { ProblemCode } from "@manyi/contract/problem/problem";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { writeAuditEntry } from "../audit/write-entry.ts";
import type { Ground } from "../ground.ts";
import { answerProblem } from "./answer-problem.ts";
import { problemOf, type Refusal } from "./problem-of.ts";
import { languageOf } from "./web-parts.ts";

/** Somebody tried what they may not, or tried to be somebody. */
const AUDITED: ReadonlySet<ProblemCode> = new Set([
  "not-permitted",
  "second-factor-required",
  "field-not-changeable",
  "sign-in-failed",
  "code-wrong",
  "password-wrong",
]);

export async function answerFailure(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  ground: Ground,
): Promise<FastifyReply> {
  const refusal = problemOf(error, request.routeOptions.bodyLimit) ?? unexpected(error, request, ground);
  if (AUDITED.has(refusal.code)) await auditRefusal(refusal, request, ground);
  return answerProblem(reply, refusal, languageOf(request, ground));
}

function unexpected(error: unknown, request: FastifyRequest, ground: Ground): Refusal {
  ground.log.error("request-failed", {
    requestId: request.id,
    method: request.method,
    ...(request.routeOptions.url !== undefined && { route: request.routeOptions.url }),
    error,
  });
  return { code: "unexpected", details: { requestId: request.id } };
}

async function auditRefusal(refusal: Refusal, request: FastifyRequest, ground: Ground): Promise<void> {
  const handled = request.routeOptions.config.handled;
  const { caller, subject } = request;
  if (handled === undefined) return;
  try {
    await writeAuditEntry(ground.database, {
      organisationId: caller?.scope.organisationId ?? subject?.organisationId ?? null,
      at: ground.clock.now(),
      actor: caller?.scope.actor ?? { kind: "staff", id: subject?.userId ?? null },
      action: handled.route.audited ?? handled.route.name,
      object: null,
      unitId: null,
      outcome: "refused",
      requestId: request.id,
      details: { problem: refusal.code, ...namedRight(refusal) },
    });
  } catch (error) {
    // The refusal stands, whether it can be written down or not.
    ground.log.error("refusal-not-audited", { requestId: request.id, error });
  }
}

function namedRight({ details }: Refusal): Readonly<Record<string, string>> {
  if ("permission" in details) return { permission: details.permission };
  return "field" in details ? { field: details.field } : {};
}
