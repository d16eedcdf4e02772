import { ProblemError } from "@manyi/contract/problem/problem";
import type { saveQuestionnaire } from "@manyi/contract/questionnaire/questionnaires";
import { readQuestionnaire } from "@manyi/questionnaire/check/read-questionnaire";
import { contentHash } from "@manyi/questionnaire/content/content-hash";
import type { Answer, Call } from "../http/call.ts";
import { createdBy } from "../programme/created-by.ts";
import { programmeFor } from "../programme/routes.ts";
import { assess } from "./assess.ts";
import { findDraft, type NewDraft, updateDraft, versionsOf } from "./queries.ts";
import { questionnaireFaulty } from "./questionnaire-faulty.ts";

type SaveCall = Call<typeof saveQuestionnaire>;

/** @throws ProblemError not-found, not-permitted; questionnaire-faulty for what has not the form of a questionnaire;
 *  changed-meanwhile */
export async function saveDraft(call: SaveCall): Promise<Answer<typeof saveQuestionnaire>> {
  const programme = await programmeFor(call, call.params.programmeId, "programme:edit");
  if (programme.questionnaire === null) throw new ProblemError("not-found", {});
  const read = readQuestionnaire(call.body.draft);
  if (read.kind === "unreadable") throw questionnaireFaulty(read.issues);
  const draft = read.questionnaire;
  const hash = await contentHash(draft);
  const revision = await saved(call, programme.id, { draft, hash, at: call.now, by: createdBy(call.scope.actor) });
  const versions = await versionsOf(call.tx, programme.id);
  const object = { kind: "programme", id: programme.id };
  await call.audit({ object, unitId: programme.unitId, details: { revision } });
  const { issues, seconds } = assess(draft, versions);
  return { revision, issues: [...issues], seconds, published: versions[0]?.hash === hash };
}

/** @returns the new revision; the one there is where it says this already: the answer to the first try was lost
 *  @throws ProblemError changed-meanwhile */
async function saved({ tx, body }: SaveCall, programmeId: string, made: NewDraft): Promise<number> {
  const revision = await updateDraft(tx, programmeId, body.revision, made);
  if (revision !== null) return revision;
  const now = await findDraft(tx, programmeId);
  if (now === null || now.hash !== made.hash) throw new ProblemError("changed-meanwhile", {});
  return now.revision;
}
