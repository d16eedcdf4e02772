/** People over HTTP: staff who rename, import, clean, and respondents who answer; what the product acknowledged to them must be there
 *  for ever. */

import { accountIn } from "../product/account.ts";
import { type Client, signIn } from "../product/client.ts";
import { seededRandom } from "./random.ts";
import { cleaner } from "./workload/cleaner.ts";
import { importer } from "./workload/importer.ts";
import { renamer } from "./workload/renamer.ts";
import { respondents } from "./workload/respondents.ts";
import type { Worker } from "./workload/worker.ts";
import type { Place, Workload } from "./workload.ts";

export function httpWorkload(): Workload {
  let where: Place | undefined;
  let people: readonly Worker[] = [];
  const idle: Worker[] = [];
  return {
    prepare: async (place) => {
      where = place;
      people = await gather((number) => place.origins[number % place.origins.length] ?? place.origins[0], place);
      idle.push(...people);
    },
    write: async (place) => {
      if (place !== where) throw new Error("the workload was prepared for another place");
      const worker = idle.shift();
      if (worker === undefined) throw new Error("everybody is at work");
      try {
        if ((await worker.step()) === "open") throw new Error("no answer");
      } finally {
        idle.push(worker);
      }
    },
    // One after the other: each asks for much.
    faults: async () => {
      const found: string[] = [];
      for (const worker of people) found.push(...(await worker.check()));
      return found;
    },
    acknowledged: () => people.reduce((sum, worker) => sum + worker.acknowledged(), 0),
  };
}

async function gather(originOf: (number: number) => string, place: Place): Promise<readonly Worker[]> {
  const { email, password } = accountIn(place.output());
  const client = (number: number): Promise<Client> => signIn(() => originOf(number), email, password);
  const first = await client(0);
  const { entries } = (await first.read("/api/units")) as { entries: { id: string; parentId: string | null }[] };
  const root = entries.find(({ parentId }) => parentId === null)?.id;
  if (root === undefined) throw new Error("no root unit");
  return [
    await renamer(first, root, "Renamed A"),
    await renamer(await client(1), root, "Renamed B"),
    await cleaner(await client(2), root, "Cleaned"),
    importer(await client(3), root, "Imported"),
    await respondents(first, root, "Answered A", place.origins, seededRandom(1)),
    await respondents(first, root, "Answered B", place.origins, seededRandom(2)),
    await respondents(first, root, "Answered C", place.origins, seededRandom(3)),
  ];
}
