/** Closing a wave, and opening it again. */
import type { closeWave, reopenWave } from "@manyi/contract/collection/fieldwork";
import { ProblemError } from "@manyi/contract/problem/problem";
import type { Call } from "../http/call.ts";
import { lockWave, openWaveOf, setWaveEnd, type WaveEnd } from "../programme/collecting-waves.ts";
import { lockProgramme } from "../programme/queries.ts";
import { waveStateAt } from "../programme/wave-state.ts";
import { closingJobKey } from "./jobs.ts";
import { waveOpenAlready } from "./publish.ts";
import { type CollectingWave, waveFor } from "./wave-for.ts";

const minuteMs = 60_000;

/** Nobody may begin any more; who has begun may finish within the grace time. A wave that is closing may be given another one,
 *  or none.
 *  @throws ProblemError not-found, not-permitted, wave-has-no-questionnaire, wave-not-open */
export async function close(call: Call<typeof closeWave>): Promise<undefined> {
  const wave = await lockedWave(call, call.params.waveId);
  const state = waveStateAt(wave, call.now);
  if (state !== "open" && state !== "closing") throw new ProblemError("wave-not-open", {});
  const graceUntil = new Date(call.now.getTime() + call.body.graceMinutes * minuteMs);
  const end: WaveEnd = {
    state: call.body.graceMinutes === 0 ? "closed" : "closing",
    closedAt: wave.closedAt ?? call.now,
    graceUntil,
  };
  await setWaveEnd(call.tx, wave.id, end);
  if (end.state === "closing") {
    await call.enqueue("finish-closing", { waveId: wave.id }, { key: closingJobKey(wave.id), runAt: graceUntil });
  }
  await note(call, wave, { graceMinutes: call.body.graceMinutes, graceUntil: graceUntil.toISOString() });
}

/** Does nothing to a wave that is open.
 *  @throws ProblemError not-found, also in a programme that was put away; not-permitted, wave-has-no-questionnaire, wave-open-already */
export async function reopen(call: Call<typeof reopenWave>): Promise<undefined> {
  const wave = await lockedWave(call, call.params.waveId);
  if (wave.isArchived) throw new ProblemError("not-found", {});
  const open = await openWaveOf(call.tx, wave.programmeId);
  if (open !== null && open.id !== wave.id) throw waveOpenAlready(open.name, call.language);
  await setWaveEnd(call.tx, wave.id, { state: "open", closedAt: null, graceUntil: null });
  await note(call, wave, { from: waveStateAt(wave, call.now) });
}

/** The wave as nobody changes it any more until this call is done; answers that were being stored are in it. */
async function lockedWave(
  call: Call<typeof closeWave> | Call<typeof reopenWave>,
  waveId: string,
): Promise<CollectingWave> {
  const { programmeId } = await waveFor(call, waveId, "fieldwork:manage");
  await lockProgramme(call.tx, programmeId);
  await lockWave(call.tx, waveId);
  return waveFor(call, waveId, "fieldwork:manage");
}

async function note(
  call: Call<typeof closeWave> | Call<typeof reopenWave>,
  { id, programmeId, unitId }: CollectingWave,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await call.audit({ object: { kind: "wave", id }, unitId, details: { programmeId, ...details } });
}
