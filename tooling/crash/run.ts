/**
 * Kills the product's processes at random and checks that nothing acknowledged is lost and nothing is half.
 *
 *     node tooling/bootstrap.mjs tooling/crash/run.ts [--rounds 100] [--seed N] [--power-cut] [--full-disk]
 *
 * Prints one JSON line a round and ends with 1 if a fault was found.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fullDisk } from "./full-disk.ts";
import { httpWorkload } from "./http-workload.ts";
import { installationIn } from "./installation.ts";
import { powerCut } from "./power-cut.ts";
import { type Random, seededRandom } from "./random.ts";
import { killRound } from "./rounds.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "100" },
    seed: { type: "string", default: String(Date.now() % 1e9) },
    "power-cut": { type: "boolean", default: false },
    "full-disk": { type: "boolean", default: false },
  },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
process.setMaxListeners(0);
const seed = Number(values.seed);
const rounds = Number(values.rounds);
const random = seededRandom(seed);
const folder = mkdtempSync(join(tmpdir(), "manyi-crash-"));
chmodSync(folder, 0o711);
const port = 21_000 + (process.pid % 1_000);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

say({ seed, rounds, folder });
const faults = await run();
say({ faults });
if (faults === 0) rmSync(folder, { recursive: true, force: true });
process.exit(faults === 0 ? 0 : 1);

async function run(): Promise<number> {
  if (values["power-cut"]) return repeated("power-cut", () => powerCut(folder, port, httpWorkload(), random));
  if (values["full-disk"]) return told("full-disk", await fullDisk(folder, port, httpWorkload()));
  return killRounds(random);
}

async function killRounds(source: Random): Promise<number> {
  const installation = installationIn({ dataFolder: join(folder, "data"), port, logFile: join(folder, "server.log") });
  const workload = httpWorkload();
  let found = 0;
  try {
    await installation.start();
    await workload.prepare(installation);
    for (let round = 1; round <= rounds; round += 1) {
      const result = await killRound(installation, workload, source);
      say({ round, ...result, recoveryMs: Math.round(result.recoveryMs) });
      found += result.faults.length;
    }
  } finally {
    await installation.stop();
  }
  return found;
}

type Outcome =
  | { readonly kind: "not-possible"; readonly reason: string }
  | { readonly kind: "done"; readonly faults: readonly string[] };

async function repeated(name: string, once: () => Promise<Outcome>): Promise<number> {
  let found = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const outcome = await once();
    found += told(name, outcome);
    if (outcome.kind === "not-possible") return found;
  }
  return found;
}

/** What the machine does not allow is said and counts as no fault. */
function told(name: string, outcome: Outcome): number {
  say({ [name]: outcome });
  return outcome.kind === "done" ? outcome.faults.length : 0;
}
