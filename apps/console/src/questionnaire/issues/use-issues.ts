import { checkQuestionnaire } from "@manyi/questionnaire/check/check-questionnaire";
import { itemChanges } from "@manyi/questionnaire/check/item-changes";
import type { QuestionnaireIssue } from "@manyi/questionnaire/check/questionnaire-issue";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { useEffect, useMemo, useState } from "react";
import type { DraftStore } from "../draft/draft-store.ts";

export interface Checked {
  /** What the issues were found in. */
  readonly draft: Questionnaire;
  readonly issues: readonly QuestionnaireIssue[];
}

/** Checking waits for a pause, so that no key press waits for it. */
const restMs = 200;

export interface PublishedVersion {
  readonly number: number;
  readonly content: Questionnaire;
}

/** What is wrong with the draft, a moment after it changed. */
export function useIssues(store: DraftStore, published: PublishedVersion | null): Checked {
  const [draft, setDraft] = useState(store.draft);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.listen(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setDraft(store.draft()), restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return useMemo(() => ({ draft, issues: issuesOf(draft, published) }), [draft, published]);
}

export function issuesOf(draft: Questionnaire, published: PublishedVersion | null): readonly QuestionnaireIssue[] {
  const changes =
    published === null ? [] : itemChanges([{ number: published.number, questionnaire: published.content }], draft);
  return [...checkQuestionnaire(draft), ...changes];
}
