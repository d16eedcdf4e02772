import { listProgrammes, type Programme, readProgramme } from "@manyi/contract/programme/programmes";
import { publishQuestionnaire } from "@manyi/contract/questionnaire/questionnaires";
import { isPublishable } from "@manyi/questionnaire/check/is-publishable";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../call/call.ts";
import { Button } from "../../controls/button.tsx";
import { FailureNotice } from "../../controls/failure-notice.tsx";
import { TextField } from "../../controls/field.tsx";
import { Modal } from "../../controls/modal.tsx";
import { Notice } from "../../controls/notice.tsx";
import { tell } from "../../controls/teller.tsx";
import { localText, textIn } from "../../language/local-text.ts";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import type { Autosave } from "../draft/autosave.ts";
import type { DraftStore } from "../draft/draft-store.ts";
import { IssueList } from "../issues/issue-list.tsx";
import { issuesOf, type PublishedVersion } from "../issues/use-issues.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { PublishWhat } from "./publish-what.tsx";
import { suggestedWaveName } from "./suggested-wave-name.ts";
import { WaveChoice } from "./wave-choice.tsx";

interface PublishDialogProps {
  readonly programme: Programme;
  readonly autosave: Autosave;
  readonly store: DraftStore;
  readonly versions: number;
  readonly published: PublishedVersion | null;
  readonly onClose: () => void;
}

/** Says what will be published and to which wave; what is still wrong stands in its way with the places to mend it. */
export function PublishDialog({ programme, autosave, store, versions, published, onClose }: PublishDialogProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [draft] = useState(store.draft);
  const open = programme.waves.find(({ collects, state }) => collects && state === "open");
  const [wave, setWave] = useState<"new" | "open">(open === undefined ? "new" : "open");
  const taken = new Set(programme.waves.map((each) => textIn(each.name, language)));
  const [name, setName] = useState(() => suggestedWaveName(new Date(), language, taken));
  const isTaken = wave === "new" && taken.has(name.trim());
  const issues = issuesOf(draft, published);
  const publish = useMutation({
    mutationFn: async () => {
      if (!(await autosave.flush())) throw new Unsaved();
      const chosen = wave === "open" ? { kind: wave } : { kind: wave, name: localText(name.trim(), language) };
      return call(publishQuestionnaire, {
        params: { programmeId: programme.id },
        body: { revision: autosave.revision(), wave: chosen },
      });
    },
    onSuccess: async ({ waveId, version }) => {
      await Promise.all(
        [readProgramme, listProgrammes].map((route) => client.invalidateQueries({ queryKey: [route.name] })),
      );
      tell(words.published(version));
      void navigate({
        to: "/programmes/$programmeId/field",
        params: { programmeId: programme.id },
        search: { wave: waveId },
      });
    },
  });
  if (!isPublishable(issues)) {
    return (
      <Modal title={words.publishTitle} shape="wide" onClose={onClose}>
        <p>{words.notPublishable}</p>
        <IssueList checked={{ draft, issues: issues.filter(({ severity }) => severity === "error") }} onGo={onClose} />
      </Modal>
    );
  }
  const unsaved = publish.error instanceof Unsaved;
  return (
    <Modal title={words.publishTitle} shape="wide" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!publish.isPending && !isTaken) publish.mutate();
        }}
      >
        <PublishWhat draft={draft} versions={versions} published={published} />
        {open === undefined ? null : <WaveChoice chosen={wave} open={textIn(open.name, language)} onChoose={setWave} />}
        {wave === "new" ? (
          <TextField
            label={words.waveName}
            hint={words.waveNameHint}
            fault={isTaken ? words.waveNameTaken : null}
            required
            maxLength={200}
            value={name}
            onType={setName}
          />
        ) : null}
        {unsaved ? <Notice tone="failure">{words.publishUnsaved}</Notice> : <FailureNotice error={publish.error} />}
        <div className="row end">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="submit" tone="primary" state={publish.isPending ? "working" : "idle"} data-first>
            {wave === "open" ? words.publishInto : words.publishNow}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** What is published is what the server has; it does not have everything yet. */
class Unsaved extends Error {}
