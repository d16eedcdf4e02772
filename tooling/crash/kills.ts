/**
 * Kill −9 at any moment: the whole product, a web process, a worker, the database, or all of them; then the next start has to
 * recover by itself.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chance, chance } from "./chance.ts";
import { accountOf, crew } from "./crew.ts";
import {
  freePort,
  killAll,
  type Product,
  type ProductPlace,
  pause,
  postmasterOf,
  startProduct,
  stopProduct,
} from "./product.ts";

/** The whole product with the embedded database, and a web process and a worker apart that use its database and folder. */
interface Machine {
  readonly dataFolder: string;
  readonly whole: ProductPlace;
  readonly web: Omit<ProductPlace, "databaseUrl">;
  readonly worker: Omit<ProductPlace, "databaseUrl">;
  /** What the processes apart were started with. */
  databaseUrl: string;
  running: { whole: Product; web: Product; worker: Product };
}

const VICTIMS = ["whole", "web", "worker", "database", "a connection", "all"] as const;
type Victim = (typeof VICTIMS)[number];

export async function kills(rounds: number, seed: number, say: (line: string) => void): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "manyi-crash-"));
  chmodSync(folder, 0o711);
  const random = chance(seed);
  const machine = await startMachine(folder);
  const faults: string[] = [];
  try {
    const people = await crew(
      [() => machine.running.whole.origin, () => machine.running.web.origin],
      accountOf(machine.running.whole),
    );
    for (let round = 1; round <= rounds && faults.length === 0; round++) {
      const victim = random.pick(VICTIMS);
      await people.workDuring(async () => {
        await pause(random.below(1_500));
        await strike(machine, victim, random);
        await recover(machine);
        await pause(300);
      });
      faults.push(...(await people.check()).map((fault) => `round ${round} (${victim}): ${fault}`));
      say(`round ${round}: killed ${victim}; acknowledged so far ${people.acknowledged()}; faults ${faults.length}`);
    }
    const { worker, web, whole } = machine.running;
    const codes = [await stopProduct(worker), await stopProduct(web), await stopProduct(whole)];
    if (codes.some((code) => code !== 0)) faults.push(`it did not stop in order: ${codes.join(", ")}`);
  } finally {
    await killAll(pidsOf(machine));
    if (faults.length === 0) rmSync(folder, { recursive: true, force: true });
    else say(`the data folder is kept: ${folder}`);
  }
  return faults;
}

async function startMachine(dataFolder: string): Promise<Machine> {
  const whole: ProductPlace = { dataFolder, port: await freePort(), role: "all", databaseUrl: null };
  const first = await startProduct(whole);
  const web = { dataFolder, port: await freePort(), role: "web" } as const;
  const worker = { dataFolder, port: await freePort(), role: "worker" } as const;
  const databaseUrl = urlOf(dataFolder);
  return {
    dataFolder,
    databaseUrl,
    whole,
    web,
    worker,
    running: {
      whole: first,
      web: await startProduct({ ...web, databaseUrl }),
      worker: await startProduct({ ...worker, databaseUrl }),
    },
  };
}

function urlOf(dataFolder: string): string {
  return readFileSync(join(dataFolder, "database-url"), "utf8").trim();
}

async function strike(machine: Machine, victim: Victim, random: Chance): Promise<void> {
  const { whole, web, worker } = machine.running;
  const postmaster = postmasterOf(machine.dataFolder);
  if (victim === "database") return killAll(postmaster === null ? [] : [postmaster]);
  if (victim === "a connection") {
    const ofDatabase = whole.pids().filter((pid) => pid !== whole.process.pid);
    return killAll(ofDatabase.length === 0 ? [] : [ofDatabase[random.below(ofDatabase.length)] ?? 0]);
  }
  if (victim === "all") return killAll(pidsOf(machine));
  const ofVictim = { whole, web, worker }[victim].process.pid;
  return killAll(ofVictim === undefined ? [] : [ofVictim]);
}

/** What an operator's service manager does: starts again what has ended. */
async function recover(machine: Machine): Promise<void> {
  const { running } = machine;
  if (hasEnded(running.whole)) running.whole = await startProduct(machine.whole);
  const databaseUrl = urlOf(machine.dataFolder);
  const moved = databaseUrl !== machine.databaseUrl;
  machine.databaseUrl = databaseUrl;
  for (const role of ["web", "worker"] as const) {
    // Another start of the embedded database has another port; processes apart know the one they were started with.
    if (moved) await stopProduct(running[role]);
    if (hasEnded(running[role])) running[role] = await startProduct({ ...machine[role], databaseUrl });
  }
}

function hasEnded({ process: child }: Product): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function pidsOf({ running, dataFolder }: Machine): readonly number[] {
  const postmaster = postmasterOf(dataFolder);
  return [
    ...running.whole.pids(),
    ...running.web.pids(),
    ...running.worker.pids(),
    ...(postmaster === null ? [] : [postmaster]),
  ];
}
