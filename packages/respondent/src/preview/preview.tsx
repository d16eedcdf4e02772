import { estimatedSeconds } from "@manyi/questionnaire/content/estimated-seconds";
import { evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import type { Embedded } from "../embedded/embedded.ts";
import { fillInOf, sheetFor } from "../embedded/fill-in-of.ts";
import { minutesOf } from "../embedded/minutes-of.ts";
import { messagesFor } from "../messages/catalogues.ts";
import { nextStep, pageBefore, shownFaults } from "../runtime/steps.ts";
import { EndView } from "../view/end-view.tsx";
import { PageView } from "../view/page-view.tsx";
import type { PreviewHappening, PreviewState } from "./preview-state.ts";

interface PreviewProps {
  readonly state: PreviewState;
  readonly happen: (happening: PreviewHappening) => void;
}

export function Preview({ state, happen }: PreviewProps) {
  const { questionnaire, language, page, answers, attempted, ended } = state;
  const words = messagesFor(language);
  const place = { work: { page, answers }, attempted, serverFaults: [] };
  const embedded: Embedded = {
    ...{ questionnaire, language, page, answers, version: 1, link: "preview", id: "", stamp: "", sequence: 0 },
    faults: shownFaults(questionnaire, place),
    wave: "open",
    minutes: minutesOf(estimatedSeconds(questionnaire, language)),
  };
  const sheet = sheetFor(embedded, words);
  if (ended) {
    return (
      <>
        <EndView sheet={sheet} cells={evaluate(questionnaire, answers).cells} receipt={null} late={false} />
        <p class="buttons again">
          <button type="button" class="quiet" onClick={() => happen({ kind: "again" })}>
            {words.preview.again}
          </button>
        </p>
      </>
    );
  }
  const next = () => {
    const step = nextStep(questionnaire, place);
    if (step.kind === "faulty") happen({ kind: "attempted" });
    else happen(step.kind === "send" ? { kind: "ended" } : { kind: "turned", page: step.page });
  };
  const back = () => {
    const before = pageBefore(questionnaire, place);
    if (before !== null) happen({ kind: "turned", page: before });
  };
  const answer = (question: string, value: unknown) => happen({ kind: "answered", question, value });
  return <PageView fillIn={fillInOf(embedded, sheet)} actions={{ answer, next, back }} />;
}
