import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { DraftStore } from "../draft/draft-store.ts";
import type { DraftEdit } from "../edit/draft-edit.ts";
import type { Place } from "./place.ts";

export interface Editor {
  readonly store: DraftStore;
  /** The newest published version: what answers are kept under may not change any more. */
  readonly published: Questionnaire | null;
  readonly mayEdit: boolean;
  /** @param field path of the field to put the focus into; `first`: the first one; null: the focus stays */
  readonly go: (place: Place, field: string | null) => void;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

/** The editor inside its parts: there it is always known. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error("a part of the editor stands outside of it");
  return editor;
}

/** A part of the questionnaire; the component is drawn anew when that part changes, and not when another does.
 *  @param part gives the same object as long as nothing in it changes */
export function useDraft<Part>(part: (draft: Questionnaire) => Part): Part {
  const { store } = useEditor();
  return useSyncExternalStore(store.listen, () => part(store.draft()));
}

/** Changes the questionnaire; `field` joins what is typed into one field to one step back. */
export function useEdit(): (edit: DraftEdit, field?: string) => void {
  return useEditor().store.edit;
}
