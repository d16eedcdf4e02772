import type { Fieldwork } from "@manyi/contract/collection/fieldwork";
import type { LinkRecord } from "../collection/link-queries.ts";
import { waveStateAt } from "../programme/wave-state.ts";
import type { ReceivedOnDay } from "../response/wave-figures.ts";
import type { CollectingWave } from "./wave-for.ts";

/** So many days are shown. */
const shownDays = 60;

export interface FieldworkFacts {
  readonly version: number;
  readonly days: readonly ReceivedOnDay[];
  readonly started: number;
  readonly links: readonly LinkRecord[];
}

/** @param origin under which people reach the server */
export function presentFieldwork(wave: CollectingWave, facts: FieldworkFacts, origin: string, now: Date): Fieldwork {
  const { days, links, version, started } = facts;
  return {
    waveId: wave.id,
    programmeId: wave.programmeId,
    state: waveStateAt(wave, now),
    version,
    openedAt: wave.openedAt?.toISOString() ?? null,
    closedAt: wave.closedAt?.toISOString() ?? null,
    graceUntil: wave.graceUntil?.toISOString() ?? null,
    responses: wave.responses,
    late: days.reduce((sum, { late }) => sum + late, 0),
    started,
    lastReceivedAt: wave.lastReceivedAt?.toISOString() ?? null,
    days: days.slice(-shownDays).map(({ day, responses }) => ({ day, responses })),
    links: links.map(({ id, kind, token, withdrawnAt }) => ({
      id,
      kind,
      address: linkAddress(origin, token),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
  };
}

/** The whole address, as it is sent and printed. */
export function linkAddress(origin: string, token: string): string {
  return `${origin}/s/${token}`;
}
