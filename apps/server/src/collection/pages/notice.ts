import type { ProblemCode } from "@manyi/contract/problem/problem";
import { problemStatus } from "@manyi/contract/problem/problem";
import type { NoticePage } from "@manyi/respondent/pages";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Ground } from "../../ground.ts";
import { problemOf, type Refusal } from "../../http/problem-of.ts";
import { type PageParts, sendPage } from "./page-parts.ts";

/** What a respondent is told of a problem; of all others, that something unexpected happened. */
const noticeOf: Readonly<Partial<Record<ProblemCode, NoticePage["kind"]>>> = {
  "not-found": "not-found",
  "wave-closed": "closed",
  "submission-differs": "differs",
  "too-many-requests": "too-many",
  "too-busy": "busy",
  "database-away": "busy",
  "storage-full": "busy",
  "request-malformed": "unreadable",
  "request-too-large": "unreadable",
  "media-type-refused": "unreadable",
  "request-invalid": "unreadable",
  "version-unknown": "unreadable",
  "submission-id-missing": "unreadable",
  "answers-faulty": "unreadable",
};

const MAY_TRY_AGAIN: ReadonlySet<NoticePage["kind"]> = new Set(["too-many", "busy", "unexpected"]);

/** A page in the respondent's language where something went wrong. What nobody expected is logged, without what was sent. */
export function sendNotice(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PageParts,
): FastifyReply {
  const refusal = problemOf(error, request.routeOptions.bodyLimit) ?? unexpected(error, request, parts.ground);
  const kind = noticeOf[refusal.code] ?? "unexpected";
  if ("retryAfterSeconds" in refusal.details) {
    reply.header("retry-after", String(Math.ceil(refusal.details.retryAfterSeconds)));
  }
  const notice: NoticePage = {
    kind,
    language: parts.languageOf(request, parts.pages.languages),
    ...(kind === "unexpected" && { requestId: request.id }),
    // What a form held would be lost by following a link; the browser sends it again when it is asked to.
    ...(MAY_TRY_AGAIN.has(kind) && request.method === "GET" && { back: request.url }),
  };
  return sendPage(reply, problemStatus[refusal.code], parts.pages.notice(notice));
}

function unexpected(error: unknown, request: FastifyRequest, ground: Ground): Refusal {
  const { url } = request.routeOptions;
  ground.log.error("request-failed", {
    requestId: request.id,
    method: request.method,
    ...(url !== undefined && { route: url }),
    error,
  });
  return { code: "unexpected", details: { requestId: request.id } };
}
