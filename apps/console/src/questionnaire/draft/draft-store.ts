import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { DraftEdit } from "../edit/draft-edit.ts";
import { beginHistory, changed, type DraftHistory, redone, undone } from "./draft-history.ts";

/** The questionnaire that is being written. Components listen to the part they show, so typing draws nothing else anew. */
export interface DraftStore {
  history(): DraftHistory;
  draft(): Questionnaire;
  /** @param field of typed changes: what they are typed into, so that a word is one step back */
  edit(edit: DraftEdit, field?: string): void;
  undo(): void;
  redo(): void;
  /** Another draft altogether; the former one is a step back. */
  replace(draft: Questionnaire): void;
  /** @returns stops listening */
  listen(listener: () => void): () => void;
}

export function createDraftStore(first: Questionnaire, nowMs: () => number): DraftStore {
  let history = beginHistory(first);
  const listeners = new Set<() => void>();
  const become = (next: DraftHistory) => {
    if (next === history) return;
    history = next;
    for (const listener of listeners) listener();
  };
  return {
    history: () => history,
    draft: () => history.present,
    edit: (edit, field) => become(changed(history, edit, field ?? null, nowMs())),
    undo: () => become(undone(history)),
    redo: () => become(redone(history)),
    replace: (draft) => become(changed(history, () => draft, null, nowMs())),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
