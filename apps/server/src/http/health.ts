import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { migrationsFolder, readMigrationFiles } from "../database/migration-files.ts";
import type { Ground } from "../ground.ts";

/** `/health/live`: the process answers. `/health/ready`: it can serve, because its database is there and at its version. */
export function serveHealth(app: FastifyInstance, ground: Ground): void {
  const expected = readMigrationFiles(migrationsFolder).length;
  app.get("/health/live", async (_request, reply) => reply.header("cache-control", "no-store").send({ state: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    const state = await readiness(ground, expected);
    reply.header("cache-control", "no-store").status(state === "ready" ? 200 : 503);
    if (state !== "ready") reply.header("retry-after", "5");
    return reply.send({ state });
  });
}

type Readiness = "ready" | "database-away" | "database-of-another-version";

async function readiness(ground: Ground, expected: number): Promise<Readiness> {
  try {
    const { rows } = await sql<{ newest: number }>`select max(number) as newest from schema_migration`.execute(
      ground.database,
    );
    return rows[0]?.newest === expected ? "ready" : "database-of-another-version";
  } catch (error) {
    ground.log.warn("not-ready", { error });
    return "database-away";
  }
}
