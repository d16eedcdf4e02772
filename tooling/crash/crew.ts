/** The people who work while the product is killed. */
import { type Client, signIn } from "./client.ts";
import type { Product } from "./product.ts";
import { pause } from "./product.ts";
import { cleaner } from "./workload/cleaner.ts";
import { importer } from "./workload/importer.ts";
import { renamer } from "./workload/renamer.ts";
import type { Worker } from "./workload/worker.ts";

export interface Crew {
  readonly workers: readonly Worker[];
  /** Lets everybody work until the work that is given has ended, and then finish what they are at. */
  workDuring(work: () => Promise<void>): Promise<void>;
  check(): Promise<readonly string[]>;
  acknowledged(): number;
}

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** The account that the first start has shown.
 *  @throws Error if it has shown none */
export function accountOf(first: Product): Account {
  const email = /Account\s+(\S+)/.exec(first.output())?.[1];
  const password = /Password\s+(\S+)/.exec(first.output())?.[1];
  if (email === undefined || password === undefined) throw new Error(`no account was shown:\n${first.output()}`);
  return { email, password };
}

/** @param origin where to reach the product now: a list, each worker takes theirs */
export async function crew(origins: readonly (() => string)[], account: Account): Promise<Crew> {
  const at = (index: number) => origins[index % origins.length] ?? (() => "");
  const client = (index: number): Promise<Client> => signIn(at(index), account.email, account.password);
  const first = await client(0);
  const { entries } = (await first.read("/api/units")) as { entries: { id: string; parentId: string | null }[] };
  const root = entries.find(({ parentId }) => parentId === null)?.id;
  if (root === undefined) throw new Error("no root unit");
  const workers = [
    await renamer(first, root, "Renamed A"),
    await renamer(await client(1), root, "Renamed B"),
    await cleaner(await client(2), root, "Cleaned"),
    importer(await client(3), root, "Imported"),
  ];
  return {
    workers,
    workDuring: async (work) => {
      let ended = false;
      const labour = workers.map(async (worker) => {
        while (!ended) {
          await worker.step();
          await pause(worker.name === "Imported" ? 300 : 20);
        }
      });
      await work().finally(() => {
        ended = true;
      });
      await Promise.all(labour);
    },
    check: async () => (await Promise.all(workers.map((worker) => worker.check()))).flat(),
    acknowledged: () => workers.reduce((sum, worker) => sum + worker.acknowledged(), 0),
  };
}
