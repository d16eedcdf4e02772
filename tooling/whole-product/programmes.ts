/** What the interface says of programmes and their results. */
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "../product/client.ts";

export interface ListedProgramme {
  readonly id: string;
  readonly name: { readonly zh?: string; readonly en?: string };
  readonly waves: readonly { readonly responses: number }[];
}

const LOOK_EVERY_MS = 50;

export async function programmesOf(client: Client): Promise<readonly ListedProgramme[]> {
  const { entries } = (await client.read("/api/programmes")) as { entries: readonly ListedProgramme[] };
  return entries;
}

/** @throws Error if there is none of that English name */
export async function programmeNamed(client: Client, name: string): Promise<ListedProgramme> {
  const found = (await programmesOf(client)).find((programme) => programme.name.en === name);
  if (found === undefined) throw new Error(`no programme ${name}`);
  return found;
}

/** The results as the interface gives them, once they are computed. @throws Error if they cannot be */
export async function resultsOf(client: Client, programmeId: string): Promise<Buffer> {
  await untilComputed(client, programmeId);
  return client.file(`/api/programmes/${programmeId}/results.json`);
}

async function untilComputed(client: Client, programmeId: string): Promise<void> {
  for (;;) {
    const state = (await client.read(`/api/programmes/${programmeId}/results/state`)) as {
      readonly kind: string;
      readonly stale?: boolean;
    };
    if (state.kind === "ready" && state.stale === false) return;
    if (state.kind !== "computing" && state.kind !== "ready") throw new Error(`results: ${JSON.stringify(state)}`);
    await pause(LOOK_EVERY_MS);
  }
}
