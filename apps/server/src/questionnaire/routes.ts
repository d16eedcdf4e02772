import { ProblemError } from "@manyi/contract/problem/problem";
import {
  createProgrammeFromTemplate,
  listTemplates,
  readQuestionnaire,
  readQuestionnaireVersion,
  saveQuestionnaire,
} from "@manyi/contract/questionnaire/questionnaires";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { templates } from "@manyi/questionnaire/template/templates";
import type { Ground } from "../ground.ts";
import { type Answer, type Call, type HandledRoute, handle } from "../http/call.ts";
import { programmeFor } from "../programme/routes.ts";
import { assessStored } from "./assess.ts";
import { newProgrammeFromTemplate } from "./new-programme.ts";
import { presentTemplate, presentVersion } from "./present.ts";
import { findDraft, findVersion, versionsOf } from "./queries.ts";
import { saveDraft } from "./save-draft.ts";

export function questionnaireRoutes(_: Ground): readonly HandledRoute[] {
  return [
    handle(listTemplates, async () => ({ entries: templates.map(presentTemplate) })),
    handle(createProgrammeFromTemplate, newProgrammeFromTemplate),
    handle(readQuestionnaire, read),
    handle(saveQuestionnaire, saveDraft),
    handle(readQuestionnaireVersion, async (call) => {
      const { id } = await programmeFor(call, call.params.programmeId, "programme:read");
      const version = await findVersion(call.tx, id, call.params.number);
      if (version === null) throw new ProblemError("not-found", {});
      return { ...presentVersion(version), content: version.content };
    }),
  ];
}

/** @throws ProblemError not-found, also where the programme lives on imported answers */
async function read(call: Call<typeof readQuestionnaire>): Promise<Answer<typeof readQuestionnaire>> {
  const { id } = await programmeFor(call, call.params.programmeId, "programme:read");
  const stored = await findDraft(call.tx, id);
  if (stored === null) throw new ProblemError("not-found", {});
  const versions = await versionsOf(call.tx, id);
  const { issues, seconds } = assessStored(stored.draft, versions);
  return {
    // What was saved had the form of the schema; where a later program sees it otherwise, the issues say so.
    draft: stored.draft as Questionnaire,
    revision: stored.revision,
    changedAt: stored.changedAt.toISOString(),
    changedBy: stored.changedBy,
    issues: [...issues],
    seconds,
    versions: versions.map(presentVersion),
    published: versions[0]?.hash === stored.hash,
  };
}
