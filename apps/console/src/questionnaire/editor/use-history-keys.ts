import { useEffect } from "react";
import type { DraftStore } from "../draft/draft-store.ts";

/** Ctrl-Z and Ctrl-Shift-Z (or Ctrl-Y) go through the questionnaire's own history: a field knows only its own. */
export function useHistoryKeys(store: DraftStore): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      // In a dialog lies something else than the questionnaire.
      if (event.target instanceof Element && event.target.closest("dialog") !== null) return;
      const key = event.key.toLowerCase();
      const redoes = key === "y" || (key === "z" && event.shiftKey);
      if (!redoes && key !== "z") return;
      event.preventDefault();
      if (redoes) store.redo();
      else store.undo();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [store]);
}
