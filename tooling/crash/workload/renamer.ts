import type { Client } from "../../product/client.ts";
import { DISK_FULL, type Worker } from "./worker.ts";

interface State {
  readonly version: number;
  readonly name: string;
}

/** Renames one programme again and again. Each name is new, so that what is there tells which renaming it came from. */
export async function renamer(client: Client, unitId: string, label: string): Promise<Worker> {
  const made = await client.send("POST", "/api/programmes", { name: { en: `${label} 0` }, unitId });
  if (made.kind !== "done") throw new Error(`no programme for ${label}: ${JSON.stringify(made)}`);
  const { id } = made.body as { id: string };
  let known = await stateOf(client, id);
  /** Sent without an answer: it may have been done. */
  let open: State | null = null;
  let acknowledged = 0;
  let refused = 0;

  const settle = async (): Promise<string | null> => {
    const there = await stateOf(client, id);
    const agrees = equal(there, known) || (open !== null && equal(there, open));
    const fault = agrees
      ? null
      : `${label}: ${JSON.stringify(there)} is neither ${JSON.stringify(known)} nor ${JSON.stringify(open)}`;
    known = there;
    open = null;
    return fault;
  };
  const faults: string[] = [];

  return {
    name: label,
    step: async () => {
      if (open !== null) {
        const fault = await settle();
        if (fault !== null) faults.push(fault);
      }
      const next = { version: known.version + 1, name: `${label} ${known.version + 1}` };
      open = next;
      const outcome = await client.send("PATCH", `/api/programmes/${id}`, {
        version: known.version,
        name: { en: next.name },
      });
      if (outcome.kind === "refused" && outcome.status !== DISK_FULL) refused += 1;
      if (outcome.kind !== "done") return "open";
      known = next;
      open = null;
      acknowledged += 1;
      return "acknowledged";
    },
    check: async () => {
      const fault = await settle();
      const audited = await countAudit(client, id);
      // Each change and its audit entry are one transaction.
      const changes = known.version - 1;
      return [
        ...faults.splice(0),
        ...(fault === null ? [] : [fault]),
        ...(audited === changes ? [] : [`${label}: ${changes} changes, ${audited} audit entries`]),
        ...(refused === 0 ? [] : [`${label}: ${refused} renamings refused`]),
      ];
    },
    acknowledged: () => acknowledged,
  };
}

function equal(a: State, b: State): boolean {
  return a.version === b.version && a.name === b.name;
}

async function stateOf(client: Client, id: string): Promise<State> {
  const { version, name } = (await client.read(`/api/programmes/${id}`)) as { version: number; name: { en: string } };
  return { version, name: name.en };
}

async function countAudit(client: Client, id: string): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await client.read(`/api/audit?object=${id}&action=programme.changed&size=200${from}`)) as {
      entries: unknown[];
      next: string | null;
    };
    count += page.entries.length;
    cursor = page.next;
  } while (cursor !== null);
  return count;
}
