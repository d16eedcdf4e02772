/** A worker in a process of its own that takes an import, says so, and never ends: to be killed. */
import { jobHandler } from "../src/jobs/job-handler.ts";
import { startJobs } from "../src/jobs/start-jobs.ts";
import { jobGround, quickPace } from "./job-ground.ts";

const [, , databaseUrl = ""] = process.argv;
const handler = jobHandler("run-import", () => {
  process.stdout.write("taken\n");
  return new Promise<void>(() => {});
});
await startJobs(jobGround(databaseUrl), "worker", [handler], { pace: quickPace });
