import type { QuestionnaireState } from "@manyi/contract/questionnaire/questionnaires";
import { readQuestionnaire } from "@manyi/contract/questionnaire/questionnaires";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { call } from "../../call/call.ts";
import { Button } from "../../controls/button.tsx";
import { FailureNotice } from "../../controls/failure-notice.tsx";
import { Notice } from "../../controls/notice.tsx";
import { saveFile } from "../../controls/save-file.ts";
import { minute } from "../../format/date.ts";
import { useMessages } from "../../language/use-language.ts";
import { useSession } from "../../session/session-query.ts";
import type { Autosave } from "../draft/autosave.ts";
import type { DraftStore } from "../draft/draft-store.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface ConflictNoticeProps {
  readonly programmeId: string;
  readonly autosave: Autosave;
  readonly store: DraftStore;
}

/** Somebody else saved meanwhile: theirs can be taken, mine can be put over it. Mine stays in the page either way. */
export function ConflictNotice({ programmeId, autosave, store }: ConflictNoticeProps) {
  const words = useMessages({ zh, en });
  const { organisation } = useSession();
  const state = useSyncExternalStore(autosave.listen, autosave.state);
  const [mine, setMine] = useState<Questionnaire | null>(null);
  const [theirs, setTheirs] = useState<Pick<QuestionnaireState, "changedAt" | "changedBy"> | null>(null);
  const newest = useQuery({
    // Apart from what the editor goes by: that changes only when somebody has chosen.
    queryKey: ["questionnaire-conflict", programmeId],
    queryFn: () => call(readQuestionnaire, { params: { programmeId } }),
    enabled: state.kind === "conflict",
    gcTime: 0,
    staleTime: 0,
  });
  const read = useMutation({
    mutationFn: (_: "theirs" | "mine") => call(readQuestionnaire, { params: { programmeId } }),
    onSuccess: (newest: QuestionnaireState, choice) => {
      if (choice === "mine") return autosave.resume(newest.revision, store.draft());
      setMine(store.draft());
      setTheirs(newest);
      store.replace(newest.draft);
      autosave.resume(newest.revision, null);
    },
  });
  if (state.kind === "conflict") {
    return (
      <Notice
        tone="caution"
        action={
          <span className="row">
            <Button state={read.isPending ? "working" : "idle"} onClick={() => read.mutate("theirs")}>
              {words.takeTheirs}
            </Button>
            <Button tone="quiet" onClick={() => read.mutate("mine")}>
              {words.keepMine}
            </Button>
          </span>
        }
      >
        <p>{words.conflict(newest.data?.changedBy ?? null)}</p>
        <FailureNotice error={read.error} />
      </Notice>
    );
  }
  if (mine === null || theirs === null) return null;
  return (
    <Notice
      tone="note"
      action={
        <span className="row">
          <Button
            onClick={() => {
              store.replace(mine);
              setMine(null);
            }}
          >
            {words.backToMine}
          </Button>
          <Button tone="quiet" onClick={() => saveFile(jsonOf(mine), "questionnaire.json")}>
            {words.saveMine}
          </Button>
          <Button tone="quiet" onClick={() => setMine(null)}>
            {words.dropMine}
          </Button>
        </span>
      }
    >
      {words.tookTheirs(theirs.changedBy, minute(theirs.changedAt, organisation.timeZone))}
    </Notice>
  );
}

function jsonOf(questionnaire: Questionnaire): Blob {
  return new Blob([JSON.stringify(questionnaire, null, 2)], { type: "application/json" });
}
