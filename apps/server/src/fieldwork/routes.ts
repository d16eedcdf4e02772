import { closeWave, readFieldwork, reopenWave, replaceLink } from "@manyi/contract/collection/fieldwork";
import { publishQuestionnaire } from "@manyi/contract/questionnaire/questionnaires";
import { countStarted } from "../collection/count-started.ts";
import { insertLink, linksOfWave, withdrawLinks } from "../collection/link-queries.ts";
import { newLinkToken } from "../collection/link-token.ts";
import type { Ground } from "../ground.ts";
import { type Call, type HandledRoute, handle } from "../http/call.ts";
import { lockWave } from "../programme/collecting-waves.ts";
import { createdBy } from "../programme/created-by.ts";
import { versionNumber } from "../questionnaire/queries.ts";
import { receivedByDay } from "../response/wave-figures.ts";
import { close, reopen } from "./end-wave.ts";
import { linkAddress, presentFieldwork } from "./present.ts";
import { publish } from "./publish.ts";
import { waveFor } from "./wave-for.ts";

export function fieldworkRoutes({ config }: Ground): readonly HandledRoute[] {
  return [
    handle(publishQuestionnaire, publish),
    handle(readFieldwork, async (call) => {
      const wave = await waveFor(call, call.params.waveId, "programme:read");
      const facts = {
        version: await versionNumber(call.tx, wave.versionId),
        days: await receivedByDay(call.tx, wave.id),
        started: await countStarted(call.tx, wave.id),
        links: await linksOfWave(call.tx, wave.id),
      };
      return presentFieldwork(wave, facts, config.origin, call.now);
    }),
    handle(closeWave, close),
    handle(reopenWave, reopen),
    handle(replaceLink, async (call) => {
      const { id, token } = await replaced(call);
      return { id, address: linkAddress(config.origin, token) };
    }),
  ];
}

/** Nobody can answer by the old link any more, also who has begun. */
async function replaced(call: Call<typeof replaceLink>): Promise<{ readonly id: string; readonly token: string }> {
  const { tx, now, scope } = call;
  const { id: waveId, programmeId, unitId } = await waveFor(call, call.params.waveId, "fieldwork:manage");
  // Of two who replace it at once the second withdraws what the first has made: one link is in force.
  await lockWave(tx, waveId);
  const withdrawn = await withdrawLinks(tx, waveId, now);
  const token = newLinkToken();
  const made = { organisationId: scope.organisationId, programmeId, waveId, token, createdAt: now };
  const id = await insertLink(tx, { ...made, createdBy: createdBy(scope.actor) });
  await call.audit({ object: { kind: "wave", id: waveId }, unitId, details: { programmeId, withdrawn, link: id } });
  return { id, token };
}
