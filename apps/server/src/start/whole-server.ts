/** Everything the server consists of, in one place: routes and jobs of all nouns. */
import { fileURLToPath } from "node:url";
import { openPages } from "@manyi/respondent/open-pages";
import { Registry } from "prom-client";
import { allRoutes } from "../all-routes.ts";
import { analysisJobs } from "../analysis/jobs.ts";
import { collectionFigures } from "../collection/figures.ts";
import { openCollection } from "../collection/open-collection.ts";
import { respondentWeb } from "../collection/pages/respondent-web.ts";
import { fieldworkJobs } from "../fieldwork/jobs.ts";
import type { Ground, RunningPart } from "../ground.ts";
import { type JobFigures, jobFigures } from "../jobs/job-figures.ts";
import type { JobHandler } from "../jobs/job-handler.ts";
import { startJobs } from "../jobs/start-jobs.ts";
import { sweepJob } from "../jobs/sweep/sweep.ts";
import { type MailFigures, mailFigures } from "../mail/mail-figures.ts";
import { sendMailJob } from "../mail/send-mail.ts";
import { studyJobs } from "../study/jobs.ts";
import type { Composition } from "./composition.ts";
import { firstStart } from "./first-start.ts";
import { startWeb } from "./web-part.ts";

const consoleFolder = fileURLToPath(new URL("../../../console/dist", import.meta.url));

export function wholeServer(): Composition {
  const metrics = new Registry();
  let counted: Counted | undefined;
  const counting = (ground: Ground) => {
    // Both roles of one process count in one place.
    counted ??= { jobs: jobFigures(metrics, ground.database), mails: mailFigures(metrics) };
    return counted;
  };
  return {
    prepare: firstStart,
    parts: [
      // Requests last: who is answered finds everything running. They also end first when it stops.
      { role: "worker", start: (ground) => startWorker(ground, counting(ground)) },
      { role: "analysis", start: (ground) => startAnalysis(ground, counting(ground)) },
      { role: "web", start: (ground) => startRequests(ground, metrics) },
    ],
  };
}

async function startRequests(ground: Ground, metrics: Registry): Promise<RunningPart> {
  const pages = await openPages();
  const collection = openCollection(ground, { figures: collectionFigures(metrics) });
  const also = [respondentWeb(ground, collection, pages)];
  return startWeb(ground, allRoutes(ground, collection), { consoleFolder, metrics, also });
}

interface Counted {
  readonly jobs: JobFigures;
  readonly mails: MailFigures;
}

async function startWorker(ground: Ground, counted: Counted): Promise<RunningPart> {
  const study = studyJobs(ground);
  const handlers = [
    ...study.handlers,
    ...fieldworkJobs(ground),
    sendMailJob(ground, { figures: counted.mails }),
    sweepJob(ground),
  ];
  return withChild(ground, "worker", handlers, study.work, counted);
}

async function startAnalysis(ground: Ground, counted: Counted): Promise<RunningPart> {
  const { handlers, work } = analysisJobs(ground);
  return withChild(ground, "analysis", handlers, work, counted);
}

/** Jobs whose heavy part runs in a child process, which ends after them. */
async function withChild(
  ground: Ground,
  role: "worker" | "analysis",
  handlers: readonly JobHandler[],
  child: RunningPart,
  counted: Counted,
): Promise<RunningPart> {
  const jobs = await startJobs(ground, role, handlers, { figures: counted.jobs });
  return {
    stop: async () => {
      await jobs.stop();
      await child.stop();
    },
  };
}
