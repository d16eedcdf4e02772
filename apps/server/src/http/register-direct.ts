/**
 * How a direct route runs: limit → read the body in time → validate → its own work → answer. It asks for no origin: such a request
 * carries nothing that a browser adds by itself (no cookie is read), so a foreign page can do no more with it than anybody can. And
 * in-app browsers send `null`, or nothing, as where a page came from.
 */
import { ProblemError } from "@manyi/contract/problem/problem";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerCall } from "./answer-call.ts";
import type { DirectCall, DirectRoute } from "./call.ts";
import { setDirectHeaders } from "./direct-headers.ts";
import { firstFault } from "./plain-text.ts";
import { limitBodyTime } from "./slow-body.ts";
import { readNumbers } from "./validation.ts";
import type { WebParts } from "./web-parts.ts";

/** The longest answers there are fit many times. */
export const LARGEST_DIRECT_BYTES = 262_144;

export function registerDirect(app: FastifyInstance, handled: DirectRoute, parts: WebParts): void {
  const { route, check } = handled;
  const bodyTime = limitBodyTime(parts.limits.collectionBodyMs);
  const common = { params: route.params, querystring: route.query };
  app.route({
    method: route.method,
    url: route.path,
    config: { handled },
    // Answers are a few hundred bytes, and shown by no browser: `direct-headers.ts` has what they need.
    compress: false,
    helmet: false,
    bodyLimit: LARGEST_DIRECT_BYTES,
    schema: route.bodyKind === "json" ? { ...common, body: route.body } : common,
    onRequest: [setDirectHeaders(parts.ground.config.origin), parts.collectionLimit(app), bodyTime.onRequest],
    preValidation: [
      bodyTime.preValidation,
      (request, _reply, done) => {
        readNumbers(request.query, route.query);
        const reason = firstFault(request.params) ?? firstFault(request.query);
        if (reason !== null) throw new ProblemError("request-malformed", { reason });
        if (request.isMultipart()) throw new ProblemError("media-type-refused", { expected: "application/json" });
        check?.({ params: request.params, body: request.body });
        done();
      },
    ],
    handler: (request, reply) => runDirect(handled, request, reply, parts),
  });
}

async function runDirect(
  handled: DirectRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
): Promise<FastifyReply> {
  const call: DirectCall = {
    // Ajv has checked the three against the route's schemas.
    params: request.params as DirectCall["params"],
    query: request.query as DirectCall["query"],
    body: request.body as DirectCall["body"],
    now: parts.ground.clock.now(),
    requestId: request.id,
  };
  return answerCall(handled.route, await handled.run(call), reply, parts);
}
