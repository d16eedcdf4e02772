/** What is still wrong with a draft, also beside the versions that were published before it. */
import { checkQuestionnaire } from "@manyi/questionnaire/check/check-questionnaire";
import { itemChanges } from "@manyi/questionnaire/check/item-changes";
import type { QuestionnaireIssue } from "@manyi/questionnaire/check/questionnaire-issue";
import { readQuestionnaire } from "@manyi/questionnaire/check/read-questionnaire";
import { estimatedSeconds } from "@manyi/questionnaire/content/estimated-seconds";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { VersionRecord } from "./queries.ts";

export interface Assessment {
  readonly issues: readonly QuestionnaireIssue[];
  /** How long it takes to answer. */
  readonly seconds: number;
}

/** @param former the programme's published versions */
export function assess(draft: Questionnaire, former: readonly VersionRecord[]): Assessment {
  const issues = [
    ...checkQuestionnaire(draft),
    ...itemChanges(
      former.map(({ number, content }) => ({ number, questionnaire: content })),
      draft,
    ),
  ];
  return { issues, seconds: longestSeconds(draft) };
}

/** As `assess`, of what was stored: a later program may know a narrower form than the one that saved it. */
export function assessStored(draft: unknown, former: readonly VersionRecord[]): Assessment {
  const read = readQuestionnaire(draft);
  return read.kind === "read" ? assess(read.questionnaire, former) : { issues: read.issues, seconds: 0 };
}

/** In the language in which it takes longest. */
export function longestSeconds(questionnaire: Questionnaire): number {
  return Math.max(...questionnaire.languages.map((language) => estimatedSeconds(questionnaire, language)));
}
