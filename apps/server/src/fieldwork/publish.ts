/** Puts a questionnaire into the field. */
import { ProblemError } from "@manyi/contract/problem/problem";
import type { publishQuestionnaire } from "@manyi/contract/questionnaire/questionnaires";
import { insertLink } from "../collection/link-queries.ts";
import { newLinkToken } from "../collection/link-token.ts";
import type { LocalText } from "../database/tables.ts";
import type { Call } from "../http/call.ts";
import { type Asked, askInWave, insertOpenWave, openWaveOf, versionsAskedIn } from "../programme/collecting-waves.ts";
import { createdBy } from "../programme/created-by.ts";
import { lockProgramme, type NewWave, wavesOf } from "../programme/queries.ts";
import { programmeFor } from "../programme/routes.ts";
import { waveNameIn } from "../programme/wave-name-in.ts";
import { deriveDefinition, type Publishing, publishVersion } from "../questionnaire/publish-version.ts";
import { findDraft } from "../questionnaire/queries.ts";

type PublishCall = Call<typeof publishQuestionnaire>;
type PublishedVersion = Awaited<ReturnType<typeof publishVersion>>;

/** Begins a new wave, or gives the one that is open a new version.
 *  @throws ProblemError not-found, not-permitted, changed-meanwhile, wave-open-already, wave-not-open, questionnaire-faulty */
export async function publish(call: PublishCall): Promise<{ readonly waveId: string; readonly version: number }> {
  const { tx, body, now } = call;
  const { id } = await programmeFor(call, call.params.programmeId, "fieldwork:manage");
  // Of two who publish at once the second sees what the first has done.
  await lockProgramme(tx, id);
  const programme = await programmeFor(call, id, "fieldwork:manage");
  if (programme.archivedAt !== null) throw new ProblemError("not-found", {});
  const draft = await findDraft(tx, programme.id);
  if (draft === null) throw new ProblemError("not-found", {});
  if (draft.revision !== body.revision) throw new ProblemError("changed-meanwhile", {});
  const publishing: Publishing = {
    organisationId: programme.organisationId,
    programmeId: programme.id,
    at: now,
    by: createdBy(call.scope.actor),
  };
  const open = await openWaveOf(tx, programme.id);
  refuseWrongWave(call, open?.name ?? null);
  const version = await publishVersion(tx, draft, publishing);
  const waveId =
    body.wave.kind === "new" || open === null
      ? await beginWave(call, publishing, version, body.wave.kind === "new" ? body.wave.name : {})
      : await askNow(call, publishing, version, open.id);
  const details = { version: version.number, waveId, wave: body.wave.kind };
  await call.audit({ object: { kind: "programme", id: programme.id }, unitId: programme.unitId, details });
  return { waveId, version: version.number };
}

/** @param open name of the wave that is open; null: none is */
function refuseWrongWave({ body, language }: PublishCall, open: LocalText | null): void {
  if (body.wave.kind === "new" && open !== null) throw waveOpenAlready(open, language);
  if (body.wave.kind === "open" && open === null) throw new ProblemError("wave-not-open", {});
}

export function waveOpenAlready(name: LocalText, language: "zh" | "en"): ProblemError<"wave-open-already"> {
  return new ProblemError("wave-open-already", { wave: waveNameIn(name, language) });
}

async function beginWave(
  { tx }: PublishCall,
  publishing: Publishing,
  version: PublishedVersion,
  name: LocalText,
): Promise<string> {
  const before = await wavesOf(tx, [publishing.programmeId]);
  const wave = { code: nextCode(before), name };
  const asked = await askedIn(tx, publishing, version, [...before, wave], wave.code);
  const { programmeId, organisationId, at, by } = publishing;
  const waveId = await insertOpenWave(tx, programmeId, wave, asked);
  const token = newLinkToken();
  await insertLink(tx, { organisationId, programmeId, waveId, token, createdAt: at, createdBy: by });
  return waveId;
}

async function askNow(
  { tx }: PublishCall,
  publishing: Publishing,
  version: PublishedVersion,
  waveId: string,
): Promise<string> {
  const waves = await wavesOf(tx, [publishing.programmeId]);
  const code = waves.find(({ id }) => id === waveId)?.code ?? "";
  await askInWave(tx, waveId, await askedIn(tx, publishing, version, waves, code));
  return waveId;
}

/** @param asking code of the wave that asks the version from now on */
async function askedIn(
  tx: PublishCall["tx"],
  publishing: Publishing,
  version: PublishedVersion,
  waves: readonly NewWave[],
  asking: string,
): Promise<Asked> {
  const asked = await versionsAskedIn(tx, publishing.programmeId);
  const definitionId = await deriveDefinition(
    tx,
    publishing,
    waves.map(({ code, name }) => {
      const before = asked.get(code) ?? [];
      return { code, name, versions: code === asking ? [...before, version.number] : before };
    }),
  );
  return { organisationId: publishing.organisationId, versionId: version.id, definitionId, at: publishing.at };
}

/** `1`, `2`, `3` …: a programme with a questionnaire has no waves but its own. */
function nextCode(waves: readonly { readonly code: string }[]): string {
  return String(1 + Math.max(0, ...waves.map(({ code }) => Number(code))));
}
