import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "../../product/client.ts";
import { smallStudy } from "./small-study.ts";
import { DISK_FULL, type Worker } from "./worker.ts";

type State = "valid" | "excluded";

/** Excludes and restores the responses of one programme, one after the other. */
export async function cleaner(client: Client, unitId: string, label: string): Promise<Worker> {
  const programmeId = await importOne(client, unitId, label);
  const { entries } = (await client.read(`/api/programmes/${programmeId}/responses?size=40`)) as {
    entries: { id: string; state: State }[];
  };
  const known = new Map(entries.map(({ id, state }) => [id, state]));
  const ids = [...known.keys()];
  const steps = new Map<string, number>();
  const open = new Map<string, State>();
  const faults: string[] = [];
  let turn = 0;
  let acknowledged = 0;

  const settle = async (id: string): Promise<void> => {
    const history = await historyOf(client, id);
    const there: State = history.at(-1) === "excluded" ? "excluded" : "valid";
    if (there !== known.get(id) && there !== open.get(id))
      faults.push(`${label}: response ${id} is ${there}, was acknowledged as ${known.get(id)}`);
    // "submitted" comes first; then one entry each step that was acknowledged, and perhaps the open one.
    const least = steps.get(id) ?? 0;
    const most = least + (open.has(id) ? 1 : 0);
    if (history.length - 1 < least || history.length - 1 > most)
      faults.push(`${label}: response ${id} has ${history.length - 1} steps in its history, not ${least} to ${most}`);
    known.set(id, there);
    steps.set(id, history.length - 1);
    open.delete(id);
  };

  return {
    name: label,
    step: async () => {
      const id = ids[turn++ % ids.length] ?? "";
      if (open.has(id)) await settle(id);
      const wanted: State = known.get(id) === "valid" ? "excluded" : "valid";
      open.set(id, wanted);
      const outcome =
        wanted === "excluded"
          ? await client.send("POST", `/api/responses/${id}/exclude`, { reason: "crash test" })
          : await client.send("POST", `/api/responses/${id}/restore`);
      if (outcome.kind === "refused" && outcome.status !== DISK_FULL)
        faults.push(`${label}: ${wanted} refused ${JSON.stringify(outcome)}`);
      if (outcome.kind !== "done") return "open";
      known.set(id, wanted);
      steps.set(id, (steps.get(id) ?? 0) + 1);
      open.delete(id);
      acknowledged += 1;
      return "acknowledged";
    },
    check: async () => {
      for (const id of ids) await settle(id);
      return faults.splice(0);
    },
    acknowledged: () => acknowledged,
  };
}

async function historyOf(client: Client, id: string): Promise<string[]> {
  const { entries } = (await client.read(`/api/responses/${id}/history`)) as {
    entries: { at: string; kind: string }[];
  };
  return entries.map(({ kind }) => kind);
}

async function importOne(client: Client, unitId: string, label: string): Promise<string> {
  const study = smallStudy(1);
  const form = new FormData();
  form.append("unitId", unitId);
  form.append("files", new Blob([study.definition]), "study.json");
  form.append("files", new Blob([study.data]), "data.csv");
  const uploaded = await client.upload("/api/imports", form);
  if (uploaded.kind !== "done") throw new Error(`${label}: ${JSON.stringify(uploaded)}`);
  const { id } = uploaded.body as { id: string };
  const run = await client.send("POST", `/api/imports/${id}/run`, {
    programme: { kind: "new", name: { en: label }, unitId },
    faultyLines: "refuse",
  });
  if (run.kind !== "done") throw new Error(`${label}: ${JSON.stringify(run)}`);
  for (;;) {
    const there = (await client.read(`/api/imports/${id}`)) as {
      state: string;
      outcome: { programmeId: string } | null;
    };
    if (there.outcome !== null) return there.outcome.programmeId;
    if (there.state === "failed") throw new Error(`${label}: the import failed`);
    await pause(100);
  }
}
