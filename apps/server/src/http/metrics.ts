/** What Prometheus reads. Only from the machine itself, or with the configured token. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Kysely, sql } from "kysely";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Tables } from "../database/tables.ts";
import type { Ground } from "../ground.ts";
import { jobFigures } from "../jobs/job-figures.ts";

const DURATIONS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** @param others where other parts of this process count: its jobs */
export function serveMetrics(app: FastifyInstance, ground: Ground, others: Registry): void {
  const own = new Registry();
  collectDefaultMetrics({ register: own });
  measureRequests(app, own);
  measureDatabase(own, ground.database);
  // A process without jobs still tells how the queue stands.
  const queue = new Registry();
  jobFigures(queue, ground.database);
  app.get("/metrics", async (request, reply) => {
    // To anybody else the page does not exist.
    if (!mayReadMetrics(request, ground.config.metricsToken)) return reply.callNotFound();
    const told = others.getSingleMetric("manyi_jobs_waiting") === undefined ? [own, queue, others] : [own, others];
    return reply.type(own.contentType).send(await Registry.merge(told).metrics());
  });
}

function measureRequests(app: FastifyInstance, registry: Registry): void {
  const durations = new Histogram({
    name: "manyi_http_request_duration_seconds",
    help: "Time from request to answer, by route",
    labelNames: ["method", "route", "status"],
    buckets: DURATIONS_SECONDS,
    registers: [registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    const { config, url } = request.routeOptions;
    const route = config.handled?.route.name ?? url ?? "none";
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
  });
}

function measureDatabase(registry: Registry, database: Kysely<Tables>): void {
  new Gauge({
    name: "manyi_database_connections",
    help: "Connections of the product to its database",
    labelNames: ["application", "state"],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { application, state, count } of await countConnections(database)) {
        this.set({ application, state }, count);
      }
    },
  });
}

async function countConnections(database: Kysely<Tables>) {
  const { rows } = await sql<{ application: string; state: string; count: number }>`
    select application_name as application, coalesce(state, 'unknown') as state, count(*)::integer as count
    from pg_stat_activity where datname = current_database() group by 1, 2`.execute(database);
  return rows;
}

function mayReadMetrics(request: FastifyRequest, token: string | null): boolean {
  if (token !== null) return sameText(request.headers.authorization ?? "", `Bearer ${token}`);
  // A proxy on this machine passes on requests of others, and says so.
  const passedOn = request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
  return !passedOn && LOOPBACK.test(request.socket.remoteAddress ?? "");
}

function sameText(one: string, other: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
