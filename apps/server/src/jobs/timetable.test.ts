import { sql } from "kysely";
import { expect, it } from "vitest";
import { testDatabase } from "../../test-support/database.ts";
import { jobGround, quickPace } from "../../test-support/job-ground.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import { jobHandler } from "./job-handler.ts";
import { startJobs } from "./start-jobs.ts";

/** A zone in which it is about ten in the morning: the night's work was due six hours ago. */
function zoneAtTen(): string {
  const offset = ((10 - new Date().getUTCHours() + 35) % 24) - 11;
  // The sign of these names is turned round.
  return offset <= 0 ? `Etc/GMT+${-offset}` : `Etc/GMT-${offset}`;
}

it("catches up with the night it missed, once, however many workers come back at once (threat 68)", async () => {
  const { db, url } = await testDatabase();
  await sql`insert into graphile_worker._private_known_crontabs (identifier, known_since)
    values ('sweep', now() - interval '3 days')`.execute(db);
  let runs = 0;
  const handler = jobHandler("sweep", async () => {
    runs += 1;
  });
  const ground = jobGround(url, { config: { timeZone: zoneAtTen() } });
  const workers = await Promise.all([1, 2, 3].map(() => startJobs(ground, "worker", [handler], { pace: quickPace })));
  await untilTrue(() => runs > 0);
  // Each has looked back by the time it has stopped.
  await Promise.all(workers.map((worker) => worker.stop()));
  const again = await startJobs(ground, "worker", [handler], { pace: quickPace });
  await again.stop();
  expect(runs).toBe(1);
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from graphile_worker._private_jobs`.execute(
    db,
  );
  expect(rows[0]?.n).toBe(0);
});
