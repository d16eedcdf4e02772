import { randomUUID } from "node:crypto";
import { type Client, type Outcome, openClient } from "../../product/client.ts";
import type { Random } from "../random.ts";
import { smallQuestionnaire } from "./small-questionnaire.ts";
import { DISK_FULL, type Worker } from "./worker.ts";

/** How many send at the same moment: what arrives together is committed together. */
const AT_ONCE = 8;
/** Acknowledged answers that are sent once more at each check. */
const SENT_AGAIN = 20;

interface Sent {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Written into the open answer: tells what came from whom. */
  readonly mark: string;
}

interface Wave {
  readonly programmeId: string;
  readonly link: string;
}

/** Respondents who send whole answers, and again under the same id until somebody says that they were received. An answer that was
 *  acknowledged must be there once and for ever; one that was not may be there once.
 *  @param origins of all web servers: a retry may reach another one */
export async function respondents(
  staff: Client,
  unitId: string,
  label: string,
  origins: readonly [string, ...string[]],
  random: Random,
): Promise<Worker> {
  const wave = await openWave(staff, unitId, label);
  const sender = openClient(() => random.pick(origins));
  const received = new Map<string, Sent & { readonly receipt: string }>();
  const open = new Map<string, Sent>();
  const faults: string[] = [];

  const send = async (sent: Sent): Promise<boolean> => {
    open.set(sent.id, sent);
    const outcome = await sender.send("POST", `/api/collect/${wave.link}/responses`, sent.body);
    if (outcome.kind === "refused" && outcome.status !== DISK_FULL)
      faults.push(`${label}: ${sent.id} refused ${JSON.stringify(outcome)}`);
    if (outcome.kind !== "done") return false;
    open.delete(sent.id);
    received.set(sent.id, { ...sent, receipt: receiptIn(outcome) });
    return true;
  };

  return {
    name: label,
    step: async () => {
      const again = [...open.values()].slice(0, AT_ONCE);
      const fresh = Array.from({ length: AT_ONCE - again.length }, () => newSubmission(random));
      const done = await Promise.all([...again, ...fresh].map(send));
      return done.every((one) => one) ? "acknowledged" : "open";
    },
    check: async () => {
      const kept = await keptAnswers(staff, wave.programmeId);
      return [
        ...faults.splice(0),
        ...lost(label, kept, received, open),
        ...(await miscounted(staff, label, wave.programmeId, kept.size)),
        ...(await changedReceipts(label, sender, wave.link, [...received.values()].slice(-SENT_AGAIN))),
      ];
    },
    acknowledged: () => received.size,
  };
}

function newSubmission(random: Random): Sent {
  const id = randomUUID();
  const mark = `意见 ${id.slice(0, 8)}`;
  const answers = { overall: random.between(1, 6), nps: random.between(0, 11), why: mark };
  return { id, mark, body: { id, version: 1, language: "zh", answers } };
}

function receiptIn(outcome: Outcome & { readonly kind: "done" }): string {
  return (outcome.body as { receipt: string }).receipt;
}

async function openWave(staff: Client, unitId: string, label: string): Promise<Wave> {
  const made = await done(
    staff.send("POST", "/api/programmes/from-template", { name: { en: label }, unitId, template: "generic-service" }),
  );
  const programmeId = (made as { id: string }).id;
  const saved = await done(
    staff.send("PUT", `/api/programmes/${programmeId}/questionnaire`, { revision: 1, draft: smallQuestionnaire }),
  );
  const { revision } = saved as { revision: number };
  const published = await done(
    staff.send("POST", `/api/programmes/${programmeId}/questionnaire/publish`, {
      revision,
      wave: { kind: "new", name: { en: "Wave 1" } },
    }),
  );
  const { waveId } = published as { waveId: string };
  const { links } = (await staff.read(`/api/waves/${waveId}/fieldwork`)) as { links: { address: string }[] };
  return { programmeId, link: links[0]?.address.split("/").at(-1) ?? "" };
}

async function done(outcome: Promise<Outcome>): Promise<unknown> {
  const settled = await outcome;
  if (settled.kind !== "done") throw new Error(JSON.stringify(settled));
  return settled.body;
}

interface Kept {
  /** Submission → what its open answer says, once for each row that has the id. */
  readonly marks: ReadonlyMap<string, readonly string[]>;
  readonly size: number;
}

async function keptAnswers(staff: Client, programmeId: string): Promise<Kept> {
  const marks = new Map<string, string[]>();
  let size = 0;
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await staff.read(`/api/programmes/${programmeId}/responses?size=200${from}`)) as {
      entries: { id: string; answers: { why?: string } }[];
      next: string | null;
    };
    for (const { id, answers } of page.entries) marks.set(id, [...(marks.get(id) ?? []), answers.why ?? ""]);
    size += page.entries.length;
    cursor = page.next;
  } while (cursor !== null);
  return { marks, size };
}

function lost(
  label: string,
  { marks }: Kept,
  received: ReadonlyMap<string, Sent>,
  open: ReadonlyMap<string, Sent>,
): readonly string[] {
  const found: string[] = [];
  for (const { id, mark } of received.values()) {
    const there = marks.get(id) ?? [];
    if (there.length === 0) found.push(`${label}: ${id} was acknowledged and is lost`);
    else if (there.length > 1) found.push(`${label}: ${id} is there ${there.length} times`);
    else if (there[0] !== mark) found.push(`${label}: ${id} holds ${there[0]}, was sent with ${mark}`);
  }
  for (const id of marks.keys()) {
    if (!received.has(id) && !open.has(id)) found.push(`${label}: ${id} was never sent`);
  }
  return found;
}

async function miscounted(staff: Client, label: string, programmeId: string, rows: number): Promise<readonly string[]> {
  const { waves } = (await staff.read(`/api/programmes/${programmeId}`)) as { waves: { responses: number }[] };
  const counted = waves.reduce((sum, { responses }) => sum + responses, 0);
  return counted === rows ? [] : [`${label}: the wave counts ${counted} responses, ${rows} are there`];
}

async function changedReceipts(
  label: string,
  sender: Client,
  link: string,
  again: readonly (Sent & { readonly receipt: string })[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { id, body, receipt } of again) {
    const outcome = await sender.send("POST", `/api/collect/${link}/responses`, body);
    if (outcome.kind === "unknown") throw new Error("nobody answers");
    if (outcome.kind === "refused" || receiptIn(outcome) !== receipt)
      found.push(`${label}: ${id} sent again gave ${JSON.stringify(outcome)}, not receipt ${receipt}`);
  }
  return found;
}
