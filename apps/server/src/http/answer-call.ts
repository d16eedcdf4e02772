import type { Route } from "@manyi/contract/route/route";
import type { FastifyReply } from "fastify";
import { Errors } from "typebox/value";
import type { FileAnswer } from "./call.ts";
import { sendFile } from "./send-file.ts";
import type { WebParts } from "./web-parts.ts";

/** Sends what a handler returned in the form its route describes. */
export async function answerCall(
  route: Route,
  result: unknown,
  reply: FastifyReply,
  { answers }: WebParts,
): Promise<FastifyReply> {
  if (route.reply.kind === "none") return reply.status(204).header("cache-control", "no-store").send();
  // `handle` lets a handler of a file route return nothing else.
  if (route.reply.kind === "file") return sendFile(reply, result as FileAnswer);
  const text = JSON.stringify(result);
  if (answers === "checked") checkAnswer(route, JSON.parse(text));
  return reply
    .status(route.reply.status)
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(text);
}

/** @throws Error where the answer holds less or more than the contract says */
function checkAnswer(route: Route, answer: unknown): void {
  if (route.reply.kind !== "json") return;
  const [first] = Errors(route.reply.body, answer);
  if (first === undefined) return;
  throw new Error(`${route.name} answered what its schema does not allow: ${first.instancePath} ${first.message}`);
}
