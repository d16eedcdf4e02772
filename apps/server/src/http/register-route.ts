/**
 * How a route runs: limit → where it comes from → who sent it → permission → validate → one transaction with its audit entry →
 * answer. What fails before the handler costs no transaction.
 */
import { ProblemError } from "@manyi/contract/problem/problem";
import type { FastifyInstance, FastifyRequest, FastifySchema, RouteOptions } from "fastify";
import { admit } from "./admit.ts";
import type { HandledRoute, TransactedRoute } from "./call.ts";
import { checkOrigin } from "./origin-check.ts";
import { firstFault } from "./plain-text.ts";
import { registerDirect } from "./register-direct.ts";
import { runRoute } from "./run-route.ts";
import { readNumbers } from "./validation.ts";
import type { SharedLimit, WebParts } from "./web-parts.ts";

export function registerRoute(app: FastifyInstance, handled: HandledRoute, parts: WebParts): void {
  if (handled.kind === "direct") registerDirect(app, handled, parts);
  else registerTransacted(app, handled, parts);
}

function registerTransacted(app: FastifyInstance, handled: TransactedRoute, parts: WebParts): void {
  const { route } = handled;
  const options: RouteOptions = {
    method: route.method,
    url: route.path,
    config: { handled },
    schema: schemaOf(handled),
    onRequest: [
      limitOf(handled, parts)(app),
      async (request) => checkOrigin(request, parts.ground.config.origin),
      async (request) => admit(request, route.access, parts),
    ],
    preValidation: async (request) => {
      readNumbers(request.params, route.params);
      readNumbers(request.query, route.query);
      checkText(request);
      checkMediaType(request, handled);
    },
    handler: (request, reply) => runRoute(handled, request, reply, parts),
  };
  app.route(options);
}

function schemaOf({ route }: TransactedRoute): FastifySchema {
  const common = { params: route.params, querystring: route.query };
  return route.bodyKind === "json" ? { ...common, body: route.body } : common;
}

/** Public routes that change something are where passwords and codes are tried. */
function limitOf({ route }: TransactedRoute, { requestLimit, attemptLimit }: WebParts): SharedLimit {
  return route.access.kind === "public" && route.method !== "GET" ? attemptLimit : requestLimit;
}

function checkText(request: FastifyRequest): void {
  const reason = firstFault(request.params) ?? firstFault(request.query);
  if (reason !== null) throw new ProblemError("request-malformed", { reason });
}

/** A form of another page can send multipart or text without asking first; JSON it cannot. */
function checkMediaType(request: FastifyRequest, { route }: TransactedRoute): void {
  const isMultipart = request.isMultipart();
  if (route.bodyKind === "multipart" && !isMultipart) {
    throw new ProblemError("media-type-refused", { expected: "multipart/form-data" });
  }
  if (route.bodyKind !== "multipart" && isMultipart) {
    throw new ProblemError("media-type-refused", { expected: "application/json" });
  }
}
