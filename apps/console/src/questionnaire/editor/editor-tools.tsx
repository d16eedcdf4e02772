import { useSyncExternalStore } from "react";
import { Button } from "../../controls/button.tsx";
import { useMessages } from "../../language/use-language.ts";
import type { Autosave } from "../draft/autosave.ts";
import type { Checked } from "../issues/use-issues.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { useEditor } from "./editor-context.ts";
import { SaveState } from "./save-state.tsx";

export interface EditorToolsProps {
  readonly autosave: Autosave;
  readonly checked: Checked;
  readonly seconds: number;
  readonly mayPublish: boolean;
  readonly onIssues: () => void;
  /** Absent: the preview stands beside it already. */
  readonly onPreview: (() => void) | undefined;
  readonly onPublish: () => void;
}

/** One line above the questionnaire: whether it is saved, back and forth, how long it takes, what is wrong, publishing. */
export function EditorTools(props: EditorToolsProps) {
  const { autosave, checked, seconds, mayPublish, onIssues, onPreview, onPublish } = props;
  const words = useMessages({ zh, en });
  const { store, mayEdit } = useEditor();
  const history = useSyncExternalStore(store.listen, store.history);
  const errors = checked.issues.filter(({ severity }) => severity === "error").length;
  const warnings = checked.issues.length - errors;
  return (
    <div className="editor-tools">
      {mayEdit ? (
        <div className="row">
          <Button size="compact" disabled={history.past.length === 0} title="Ctrl-Z" onClick={store.undo}>
            {words.undo}
          </Button>
          <Button size="compact" disabled={history.future.length === 0} title="Ctrl-Shift-Z" onClick={store.redo}>
            {words.redo}
          </Button>
          <SaveState autosave={autosave} />
        </div>
      ) : (
        <p className="muted">{words.readOnly}</p>
      )}
      <div className="row">
        <span className="muted">{words.duration(seconds)}</span>
        <Button size="compact" tone="quiet" onClick={onIssues}>
          {checked.issues.length === 0 ? words.noIssuesShort : words.issues(errors, warnings)}
        </Button>
        {onPreview === undefined ? null : (
          <Button size="compact" onClick={onPreview}>
            {words.previewShort}
          </Button>
        )}
        {mayPublish ? (
          <Button tone="primary" onClick={onPublish}>
            {words.publish}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
