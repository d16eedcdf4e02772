/** What is sent, to the letter: `contract/collection/submissions` says the form. What is hidden by now is left out. */
import { withoutHidden } from "@manyi/questionnaire/evaluation/evaluate";
import type { Embedded } from "../embedded/embedded.ts";
import type { Work } from "./state.ts";

/** @param finishedAt milliseconds since 1970 by this device's clock */
export function submissionBody({ questionnaire, version, language }: Embedded, work: Work, finishedAt: number): string {
  const { id, stamp, startedAt } = work;
  const answers = withoutHidden(questionnaire, work.answers);
  const clock = { startedAt, finishedAt: new Date(finishedAt).toISOString() };
  return JSON.stringify({ id, answers, version, language, stamp, clock });
}

export function partialBody({ questionnaire, version, language }: Embedded, work: Work): string {
  const { sequence, page, stamp } = work;
  const answers = withoutHidden(questionnaire, work.answers);
  return JSON.stringify({ sequence, answers, page, version, language, stamp });
}
