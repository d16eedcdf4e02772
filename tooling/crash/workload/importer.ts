import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "../../product/client.ts";
import { smallStudy } from "./small-study.ts";
import { DISK_FULL, type Worker } from "./worker.ts";

interface Ledger {
  /** Programme's name → rows, of imports whose run was acknowledged. */
  readonly promised: Map<string, { readonly importId: string; readonly rows: number }>;
  /** Names of imports that may or may not have been started. */
  readonly open: Set<string>;
  readonly uploads: Set<string>;
}

/** Imports study after study, each into a programme of its own. What was promised must be there in the end, whole and once. */
export function importer(client: Client, unitId: string, label: string): Worker {
  const ledger: Ledger = { promised: new Map(), open: new Set(), uploads: new Set() };
  let count = 0;
  const faults: string[] = [];

  const step = async () => {
    count += 1;
    const name = `${label} ${count}`;
    const study = smallStudy(count);
    const form = new FormData();
    form.append("unitId", unitId);
    form.append("files", new Blob([study.definition]), "study.json");
    form.append("files", new Blob([study.data]), "data.csv");
    const uploaded = await client.upload("/api/imports", form);
    if (uploaded.kind === "refused" && uploaded.status !== DISK_FULL)
      faults.push(`${name}: upload refused ${JSON.stringify(uploaded)}`);
    if (uploaded.kind !== "done") return "open" as const;
    const { id } = uploaded.body as { id: string };
    ledger.uploads.add(id);
    const run = await client.send("POST", `/api/imports/${id}/run`, {
      programme: { kind: "new", name: { en: name }, unitId },
      faultyLines: "refuse",
    });
    if (run.kind === "done") ledger.promised.set(name, { importId: id, rows: study.rows });
    else if (run.kind === "unknown") ledger.open.add(name);
    else if (run.status !== DISK_FULL) faults.push(`${name}: run refused ${JSON.stringify(run)}`);
    return run.kind === "done" ? ("acknowledged" as const) : ("open" as const);
  };

  return {
    name: label,
    step,
    check: async () => [...faults.splice(0), ...(await unkept(client, label, ledger))],
    acknowledged: () => ledger.promised.size + ledger.uploads.size,
  };
}

async function unkept(client: Client, label: string, ledger: Ledger): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, { importId }] of ledger.promised) {
    const state = await settled(client, importId);
    if (state !== "done") found.push(`${name}: was promised, is ${state}`);
  }
  for (const id of ledger.uploads) {
    const outcome = await client.send("GET", `/api/imports/${id}`);
    if (outcome.kind === "refused") found.push(`${label}: upload ${id} is gone (${outcome.status})`);
  }
  const { entries } = (await client.read("/api/programmes")) as {
    entries: { name: { en?: string }; waves: { responses: number }[] }[];
  };
  const mine = entries.filter(({ name }) => name.en?.startsWith(`${label} `) === true);
  for (const [name, { rows }] of ledger.promised) {
    const there = mine.filter((programme) => programme.name.en === name);
    const responses = there.flatMap(({ waves }) => waves.map((wave) => wave.responses)).reduce((a, b) => a + b, 0);
    if (there.length !== 1 || responses !== rows)
      found.push(`${name}: ${there.length} programmes with ${responses} responses, ${rows} were promised`);
  }
  for (const { name, waves } of mine) {
    const responses = waves.reduce((sum, wave) => sum + wave.responses, 0);
    const count = Number(name.en?.split(" ").at(-1));
    // Also what nobody was promised is whole or not there.
    if (responses !== smallStudy(count).rows) found.push(`${name.en}: holds ${responses} responses: a part`);
  }
  return found;
}

async function settled(client: Client, importId: string): Promise<string> {
  for (;;) {
    const { state } = (await client.read(`/api/imports/${importId}`)) as { state: string };
    if (state !== "queued" && state !== "running") return state;
    await pause(100);
  }
}
