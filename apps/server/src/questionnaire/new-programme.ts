import { ProblemError } from "@manyi/contract/problem/problem";
import type { createProgrammeFromTemplate } from "@manyi/contract/questionnaire/questionnaires";
import { contentHash } from "@manyi/questionnaire/content/content-hash";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { templates } from "@manyi/questionnaire/template/templates";
import type { LocalText } from "../database/tables.ts";
import type { Call } from "../http/call.ts";
import { createdBy } from "../programme/created-by.ts";
import { insertProgramme } from "../programme/queries.ts";
import { unitPathWithin } from "../rights/unit-path.ts";
import { insertDraft } from "./queries.ts";

/** A programme whose draft begins as a template.
 *  @throws ProblemError not-found for the unit, template-unknown */
export async function newProgrammeFromTemplate(
  call: Call<typeof createProgrammeFromTemplate>,
): Promise<{ readonly id: string }> {
  const { name, unitId, template: code, organisation } = call.body;
  await unitPathWithin(call.tx, call.scope, "programme:edit", unitId);
  const template = templates.find((known) => known.code === code);
  if (template === undefined) throw new ProblemError("template-unknown", { template: code });
  const { organisationId, actor } = call.scope;
  const by = createdBy(actor);
  const id = await insertProgramme(call.tx, { organisationId, unitId, name, createdAt: call.now, createdBy: by });
  const draft = organisation === undefined ? template.questionnaire : askedBy(template.questionnaire, organisation);
  const made = { draft, hash: await contentHash(draft), at: call.now, by };
  await insertDraft(call.tx, { organisationId, programmeId: id }, made);
  await call.audit({ object: { kind: "programme", id }, unitId, details: { name, template: code } });
  return { id };
}

/** The name of who asks, in every language: one that was given in another language is better than the template's words. */
function askedBy(questionnaire: Questionnaire, { zh, en }: LocalText): Questionnaire {
  const { languages, welcome } = questionnaire;
  const given = new Map([
    ["zh", zh ?? en],
    ["en", en ?? zh],
  ]);
  const organisation = Object.fromEntries(
    languages.map((language) => [language, given.get(language.split("-")[0] ?? "") ?? en ?? zh ?? ""]),
  );
  return { ...questionnaire, welcome: { ...welcome, organisation } };
}
