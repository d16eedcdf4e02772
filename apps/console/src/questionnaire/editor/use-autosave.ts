import { readProgramme } from "@manyi/contract/programme/programmes";
import { readQuestionnaire, saveQuestionnaire } from "@manyi/contract/questionnaire/questionnaires";
import { useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { call } from "../../call/call.ts";
import { isPassing, isProblem } from "../../call/call-error.ts";
import { Autosave } from "../draft/autosave.ts";
import type { DraftStore } from "../draft/draft-store.ts";

/** Saves the draft as it changes. Whoever leaves the page leaves once everything is saved, or after being asked. */
export function useAutosave(programmeId: string, revision: number, store: DraftStore, question: string): Autosave {
  const client = useQueryClient();
  const [autosave] = useState(
    () =>
      new Autosave(revision, {
        save: async (draft, seen) => {
          const saved = await call(saveQuestionnaire, { params: { programmeId }, body: { revision: seen, draft } });
          // The rail of the programme says whether there is something unpublished.
          void client.invalidateQueries({ queryKey: [readProgramme.name] });
          return saved.revision;
        },
        wait: (ms, then) => {
          const timer = setTimeout(then, ms);
          return () => clearTimeout(timer);
        },
        judge: (error) =>
          isProblem(error, "changed-meanwhile")
            ? "conflict"
            : isPassing(error) || isProblem(error, "not-signed-in")
              ? "passing"
              : "lasting",
      }),
  );

  useEffect(() => {
    let seen = store.draft();
    const stop = store.listen(() => {
      if (store.draft() === seen) return;
      seen = store.draft();
      autosave.changed(seen);
    });
    const online = () => void autosave.flush();
    window.addEventListener("online", online);
    return () => {
      stop();
      window.removeEventListener("online", online);
      autosave.stop();
      // Whoever comes back reads it anew.
      client.removeQueries({ queryKey: [readQuestionnaire.name] });
    };
  }, [store, autosave, client]);

  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false;
      if (await autosave.flush()) return false;
      return !window.confirm(question);
    },
    enableBeforeUnload: () => autosave.state().kind !== "saved",
  });

  return autosave;
}
