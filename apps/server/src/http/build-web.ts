/** The web server as one object: every route with its pipeline, and what every request meets on its way. */
import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import { ProblemError } from "@manyi/contract/problem/problem";
import fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { Registry } from "prom-client";
import type { Ground } from "../ground.ts";
import { openAuthentication } from "../identity/authenticate.ts";
import { answerProblem } from "./answer-problem.ts";
import { serveApiPage } from "./api-page.ts";
import type { HandledRoute } from "./call.ts";
import { serveConsole } from "./console-files.ts";
import { answerFailure } from "./failures.ts";
import { serveHealth } from "./health.ts";
import { serveMetrics } from "./metrics.ts";
import { oneLimit } from "./one-limit.ts";
import { LARGEST_BODY_BYTES } from "./problem-of.ts";
import { registerRoute } from "./register-route.ts";
import { securityHeaders } from "./security-headers.ts";
import { parseStrictJson } from "./strict-json.ts";
import { ajvOptions } from "./validation.ts";
import { languageOf, usualLimits, type WebLimits, type WebParts } from "./web-parts.ts";

export interface WebOptions {
  /** The built console; where it is not there, only the interface is served. */
  readonly consoleFolder?: string;
  /** Where they differ from the usual ones. */
  readonly limits?: Partial<WebLimits>;
  readonly answers?: "checked" | "trusted";
  /** What `/metrics` shows; the jobs of this process count here too. */
  readonly metrics?: Registry;
  /** What is no route of the interface: respondents' pages. Each has its hooks, parsers and ways of failing to itself. */
  readonly also?: readonly WebExtension[];
}

export type WebExtension = (app: FastifyInstance, parts: WebParts) => void;

const SECONDS = 1_000;

/** @param routes of all nouns
 *  @returns an app that `listen` starts, or `inject` asks */
export function buildWeb(ground: Ground, routes: readonly HandledRoute[], options: WebOptions = {}): FastifyInstance {
  const limits = { ...usualLimits(ground.config), ...options.limits };
  const parts: WebParts = {
    ground,
    authenticate: openAuthentication(ground),
    limits,
    requestLimit: oneLimit(limits.requests),
    attemptLimit: oneLimit(limits.attempts),
    collectionLimit: oneLimit(limits.collection),
    answers: options.answers ?? "trusted",
  };
  const app = emptyApp(ground, limits);
  app.register(helmet, securityHeaders(ground.config.origin));
  app.register(compress, { threshold: 1_024, encodings: ["gzip"] });
  app.register(multipart);
  app.register(rateLimit, {
    global: false,
    ipv6Subnet: 64,
    errorResponseBuilder: (_request, context) =>
      new ProblemError("too-many-requests", { retryAfterSeconds: Math.ceil(context.ttl / SECONDS) }),
  });
  app.register(async (inner) => {
    for (const handled of routes) registerRoute(inner, handled, parts);
  });
  for (const extend of options.also ?? []) app.register(async (inner) => extend(inner, parts));
  const described = routes.map(({ route }) => route);
  serveHealth(app, ground);
  serveMetrics(app, ground, options.metrics ?? new Registry());
  serveApiPage(app, described, ground.config.origin);
  serveConsole(app, options.consoleFolder, (request, reply) =>
    answerProblem(reply, { code: "not-found", details: {} }, languageOf(request, ground)),
  );
  return app;
}

function emptyApp(ground: Ground, { headersMs }: Pick<WebLimits, "headersMs">): FastifyInstance {
  const { trustedProxies } = ground.config;
  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    bodyLimit: LARGEST_BODY_BYTES,
    exposeHeadRoutes: false,
    // Who sends nothing for so long has gone, or never meant to send anything.
    connectionTimeout: 60 * SECONDS,
    keepAliveTimeout: 72 * SECONDS,
    // The whole of a request, the largest upload over a slow line included.
    requestTimeout: 3_600 * SECONDS,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: headersMs / 4 },
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: ajvOptions },
    frameworkErrors: (error, request, reply) => answerFailure(error, request, reply, ground),
  });
  app.decorateRequest("caller", null);
  app.decorateRequest("subject", null);
  app.decorateRequest("bodyTimer", null);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (_request: unknown, body: Buffer) =>
    parseStrictJson(body),
  );
  app.setErrorHandler<FastifyError>((error, request, reply) => answerFailure(error, request, reply, ground));
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    ground.log.debug("request", {
      requestId: request.id,
      method: request.method,
      ...(request.routeOptions.url !== undefined && { route: request.routeOptions.url }),
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    });
  });
  return app;
}
