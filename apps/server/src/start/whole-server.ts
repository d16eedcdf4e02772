/** Everything the server consists of, in one place: routes and jobs of all nouns. */
import { fileURLToPath } from "node:url";
import { Registry } from "prom-client";
import type { Ground } from "../ground.ts";
import type { HandledRoute } from "../http/call.ts";
import { identityRoutes } from "../identity/routes.ts";
import { jobFigures } from "../jobs/job-figures.ts";
import type { JobHandler } from "../jobs/job-handler.ts";
import { startJobs } from "../jobs/start-jobs.ts";
import { sendMailJob } from "../mail/send-mail.ts";
import type { Composition } from "./composition.ts";
import { startWeb } from "./web-part.ts";

const consoleFolder = fileURLToPath(new URL("../../../console/dist", import.meta.url));

export function wholeServer(): Composition {
  const metrics = new Registry();
  return {
    prepare: async () => null,
    parts: [
      // Requests last: who is answered finds everything running. They also end first when it stops.
      { role: "worker", start: (ground) => startRole(ground, "worker", metrics) },
      { role: "analysis", start: (ground) => startRole(ground, "analysis", metrics) },
      { role: "web", start: (ground) => startWeb(ground, routesOf(ground), { consoleFolder, metrics }) },
    ],
  };
}

function routesOf(ground: Ground): readonly HandledRoute[] {
  return [...identityRoutes(ground)];
}

function jobsOf(ground: Ground): readonly JobHandler[] {
  return [sendMailJob(ground)];
}

const figures = new WeakMap<Registry, ReturnType<typeof jobFigures>>();

function startRole(ground: Ground, role: "worker" | "analysis", metrics: Registry) {
  // Both roles of one process count in one place.
  const counted = figures.get(metrics) ?? jobFigures(metrics, ground.database);
  figures.set(metrics, counted);
  return startJobs(ground, role, jobsOf(ground), { figures: counted });
}
