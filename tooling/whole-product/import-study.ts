import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "../product/client.ts";
import { repositoryRoot } from "../repository/root.ts";

const LOOK_EVERY_MS = 50;

/** Imports a study folder over the interface into a programme of its own.
 *  @param folder relative to the repository
 *  @returns the state it ended in: `done` or `failed`
 *  @throws Error if a step is refused */
export async function importStudy(client: Client, folder: string): Promise<string> {
  const { entries } = (await client.read("/api/units")) as { entries: { id: string; parentId: string | null }[] };
  const unitId = entries.find(({ parentId }) => parentId === null)?.id ?? "";
  const form = new FormData();
  form.append("unitId", unitId);
  for (const name of readdirSync(join(repositoryRoot, folder))) {
    form.append("files", new Blob([readFileSync(join(repositoryRoot, folder, name))]), name);
  }
  const uploaded = await client.upload("/api/imports", form);
  if (uploaded.kind !== "done") throw new Error(`upload: ${JSON.stringify(uploaded)}`);
  const { id } = uploaded.body as { id: string };
  const programme = { kind: "new", name: { en: "Once more" }, unitId };
  const run = await client.send("POST", `/api/imports/${id}/run`, { programme, faultyLines: "refuse" });
  if (run.kind !== "done") throw new Error(`run: ${JSON.stringify(run)}`);
  for (;;) {
    const { state } = (await client.read(`/api/imports/${id}`)) as { state: string };
    if (state !== "queued" && state !== "running") return state;
    await pause(LOOK_EVERY_MS);
  }
}
