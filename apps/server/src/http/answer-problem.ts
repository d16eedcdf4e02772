import { problemText } from "@manyi/contract/messages/problem-text";
import { type Problem, problemStatus } from "@manyi/contract/problem/problem";
import type { FastifyReply } from "fastify";
import type { Language } from "./language.ts";
import type { Refusal } from "./problem-of.ts";

/** Sends a problem (RFC 9457) in the caller's language. */
export function answerProblem(reply: FastifyReply, refusal: Refusal, language: Language): FastifyReply {
  const { code, details } = refusal;
  const status = problemStatus[code];
  const requestId = reply.request.id;
  const problem: Problem = {
    type: `urn:manyi:problem:${code}`,
    code,
    status,
    title: problemText(code, details, language),
    details,
    requestId,
  };
  if ("retryAfterSeconds" in details) reply.header("retry-after", String(Math.ceil(details.retryAfterSeconds)));
  if (status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .status(status)
    .header("cache-control", "no-store")
    .header("content-language", language)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem));
}
