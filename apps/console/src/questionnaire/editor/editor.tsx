import type { QuestionnaireState } from "@manyi/contract/questionnaire/questionnaires";
import { estimatedSeconds } from "@manyi/questionnaire/content/estimated-seconds";
import { useMemo, useState } from "react";
import { Modal } from "../../controls/modal.tsx";
import { useMessages } from "../../language/use-language.ts";
import { useProgramme } from "../../programme/use-programme.ts";
import { createDraftStore } from "../draft/draft-store.ts";
import { IssueList } from "../issues/issue-list.tsx";
import { issueMarks } from "../issues/issue-marks.ts";
import { type PublishedVersion, useIssues } from "../issues/use-issues.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { Outline } from "../outline/outline.tsx";
import { PlaceForm } from "../place/place-form.tsx";
import { PreviewPane } from "../preview/preview-pane.tsx";
import { PublishDialog } from "../publish/publish-dialog.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { EditorProvider } from "./editor-context.ts";
import { EditorTools } from "./editor-tools.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useHistoryKeys } from "./use-history-keys.ts";
import { useMedia } from "./use-media.ts";
import { usePlace } from "./use-place.ts";

interface EditorProps {
  readonly first: QuestionnaireState;
  readonly published: PublishedVersion | null;
}

const besidePreview = "(min-width: 1180px)";
const besideOutline = "(min-width: 820px)";

/** Writing a questionnaire: its outline, the form of one thing, and what a respondent sees of it. */
export function Editor({ first, published }: EditorProps) {
  const words = useMessages({ zh, en });
  const programme = useProgramme();
  const { id, may, archivedAt } = programme;
  const [store] = useState(() => createDraftStore(first.draft, Date.now));
  const autosave = useAutosave(id, first.revision, store, words.leaveUnsaved);
  const checked = useIssues(store, published);
  const marks = useMemo(() => issueMarks(checked.issues, checked.draft), [checked]);
  const [over, setOver] = useState<"nothing" | "issues" | "preview" | "publish">("nothing");
  const close = () => setOver("nothing");
  const hasPreview = useMedia(besidePreview);
  const hasOutline = useMedia(besideOutline);
  const { place, go, form, narrow, toOutline } = usePlace(store);
  useHistoryKeys(store);
  const mayEdit = may.edit && archivedAt === null;
  const editor = useMemo(
    () => ({ store, published: published?.content ?? null, mayEdit, go }),
    [store, published, mayEdit, go],
  );
  const seconds = Math.max(...checked.draft.languages.map((language) => estimatedSeconds(checked.draft, language)));
  return (
    <EditorProvider value={editor}>
      <EditorTools
        autosave={autosave}
        checked={checked}
        seconds={seconds}
        mayPublish={may.manageFieldwork && archivedAt === null}
        onIssues={() => setOver("issues")}
        onPreview={hasPreview ? undefined : () => setOver("preview")}
        onPublish={() => setOver("publish")}
      />
      <ConflictNotice programmeId={id} autosave={autosave} store={store} />
      <div className="editor">
        {hasOutline || narrow === "outline" ? <Outline place={place} marks={marks} /> : null}
        {hasOutline || narrow === "form" ? (
          <div className="editor-form" ref={form}>
            {hasOutline ? null : (
              <button type="button" className="text-link back-to-outline" onClick={toOutline}>
                {words.backToOutline}
              </button>
            )}
            <PlaceForm place={place} />
          </div>
        ) : null}
        {hasPreview ? <PreviewPane place={place} /> : null}
      </div>
      {over === "issues" ? (
        <Modal title={words.issuesTitle} shape="edge" onClose={close}>
          <IssueList checked={checked} onGo={close} />
        </Modal>
      ) : null}
      {over === "preview" ? (
        <Modal title={words.preview} shape="edge" onClose={close}>
          <PreviewPane place={place} />
        </Modal>
      ) : null}
      {over === "publish" ? (
        <PublishDialog
          programme={programme}
          autosave={autosave}
          store={store}
          versions={first.versions.length}
          published={published}
          onClose={close}
        />
      ) : null}
    </EditorProvider>
  );
}
