import { useSyncExternalStore } from "react";
import { failureText } from "../../call/failure-text.ts";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import type { Autosave } from "../draft/autosave.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

/** Whether what is written is safe. */
export function SaveState({ autosave }: { readonly autosave: Autosave }) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const state = useSyncExternalStore(autosave.listen, autosave.state);
  const failed = state.kind === "failed" && !state.again;
  return (
    <p className={`save-state ${state.kind}`} role="status">
      {words.saveStates[state.kind]}
      {failed ? <span> {failureText(state.error, language).text}</span> : null}{" "}
      {state.kind === "failed" ? (
        <button type="button" className="text-link" onClick={() => void autosave.flush()}>
          {words.saveNow}
        </button>
      ) : null}
    </p>
  );
}
