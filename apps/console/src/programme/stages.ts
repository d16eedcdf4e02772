/** Where a programme stands: the stages of the work with their states, and the one thing to do next. Words stand in `messages/`. */
import type { Programme, Wave } from "@manyi/contract/programme/programmes";

export type Stage = "design" | "field" | "results" | "report";

/** What is said of a stage. */
export type StageState =
  | { readonly kind: "writing" }
  | { readonly kind: "changed"; readonly version: number }
  | { readonly kind: "published"; readonly version: number }
  | { readonly kind: "waits-for-publication" }
  | { readonly kind: "collecting"; readonly responses: number }
  | { readonly kind: "closing"; readonly responses: number }
  | { readonly kind: "closed"; readonly responses: number }
  | { readonly kind: "waits-for-answers" }
  | { readonly kind: "counted"; readonly responses: number }
  | { readonly kind: "ready" };

export interface StageLine {
  readonly stage: Stage;
  readonly state: StageState;
  readonly progress: "done" | "doing" | "waiting";
}

/** The step that a newcomer is shown; null: there is nothing that has to be done. */
export type NextStep =
  | { readonly kind: "publish" }
  | { readonly kind: "publish-changes" }
  | { readonly kind: "share" }
  | { readonly kind: "share-more"; readonly responses: number }
  | { readonly kind: "look"; readonly responses: number }
  | { readonly kind: "report"; readonly responses: number }
  | null;

/** Below it nearly every figure is withheld, so that nobody can be told apart. */
const fewestShown = 10;

type Stand = Pick<Programme, "questionnaire" | "waves">;

export function stagesOf(programme: Stand): readonly StageLine[] {
  const responses = counted(programme.waves);
  const numbers: readonly StageLine[] = [
    {
      stage: "results",
      progress: responses === 0 ? "waiting" : "done",
      state: responses === 0 ? { kind: "waits-for-answers" } : { kind: "counted", responses },
    },
    {
      stage: "report",
      progress: responses === 0 ? "waiting" : "done",
      state: responses === 0 ? { kind: "waits-for-answers" } : { kind: "ready" },
    },
  ];
  const { questionnaire } = programme;
  return questionnaire === null ? numbers : [design(questionnaire), field(programme.waves), ...numbers];
}

export function nextStep({ questionnaire, waves }: Stand): NextStep {
  if (questionnaire === null) return null;
  const wave = currentWave(waves);
  if (questionnaire.versions === 0 || wave === null) return { kind: "publish" };
  if (!questionnaire.published) return { kind: "publish-changes" };
  const responses = counted(waves);
  if (wave.state === "open") {
    // Of this wave: those of former ones say nothing about whether its link was sent.
    const received = wave.responses - wave.excluded;
    if (received === 0) return { kind: "share" };
    return received < fewestShown ? { kind: "share-more", responses: received } : { kind: "look", responses };
  }
  if (responses === 0) return null;
  // Until the grace is over the report is not the last word.
  return { kind: wave.state === "closing" ? "look" : "report", responses };
}

/** The wave one looks at in the field: the one that collects, else the newest that did. */
export function currentWave(waves: readonly Wave[]): Wave | null {
  const collecting = waves.filter(({ collects }) => collects);
  return collecting.find(({ state }) => state === "open" || state === "closing") ?? collecting.at(-1) ?? null;
}

/** Whether answers may still come. */
export function isCollecting(waves: readonly Wave[]): boolean {
  return waves.some(({ collects, state }) => collects && (state === "open" || state === "closing"));
}

function design({ versions, published }: NonNullable<Programme["questionnaire"]>): StageLine {
  if (versions === 0) return { stage: "design", progress: "doing", state: { kind: "writing" } };
  return published
    ? { stage: "design", progress: "done", state: { kind: "published", version: versions } }
    : { stage: "design", progress: "doing", state: { kind: "changed", version: versions } };
}

function field(waves: readonly Wave[]): StageLine {
  const wave = currentWave(waves);
  if (wave === null) return { stage: "field", progress: "waiting", state: { kind: "waits-for-publication" } };
  const { responses } = wave;
  if (wave.state === "closed") return { stage: "field", progress: "done", state: { kind: "closed", responses } };
  const kind = wave.state === "closing" ? "closing" : "collecting";
  return { stage: "field", progress: "doing", state: { kind, responses } };
}

function counted(waves: readonly Wave[]): number {
  return waves.reduce((sum, { responses, excluded }) => sum + responses - excluded, 0);
}
