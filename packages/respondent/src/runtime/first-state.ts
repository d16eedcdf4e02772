import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { Embedded } from "../embedded/embedded.ts";
import type { Draft } from "./draft.ts";
import type { DraftStore } from "./draft-store.ts";
import type { Mark } from "./session-parts.ts";
import type { State, Work } from "./state.ts";
import { fittingAnswers } from "./steps.ts";

/** The state that draws what the server has drawn. */
export function stateOf(embedded: Embedded, answers: Answers, now: number): State {
  const { id, stamp, page, sequence, faults } = embedded;
  return {
    work: { id, stamp, startedAt: new Date(now).toISOString(), page, answers, sequence },
    screen: { kind: "page" },
    attempted: faults.length > 0,
    serverFaults: faults,
    notice: { kind: "none" },
    keeping: "unchanged",
  };
}

/** What a document that has just been opened goes on with. */
export type Beginning =
  /** What the document shows: somebody answers from the start, or went on without the runtime until here. */
  | { readonly kind: "document" }
  /** This window's own, from before it was loaded again. */
  | { readonly kind: "draft"; readonly draft: Draft }
  /** This window's own, of which this device kept nothing: the server may have it. */
  | { readonly kind: "ask-server"; readonly id: string }
  | { readonly kind: "offer"; readonly draft: Draft }
  | { readonly kind: "received"; readonly receipt: string; readonly late: boolean }
  /** The wave takes nothing more from here. */
  | { readonly kind: "over"; readonly keepsDraft: boolean };

/** How the page was opened: in another language, to go on; to fill in one more while others wait to be sent; or just so. */
export type Wish = "go-on" | "another" | "ask";

/** While the wave is not open nobody begins anew: what is found is gone on with, or there is nothing to do. */
export function beginningOf(embedded: Embedded, mark: Mark | null, store: DraftStore, wish: Wish): Beginning {
  if (embedded.wave === "open") return found(embedded, mark, store, wish);
  const beginning = found(embedded, mark, store, "go-on");
  if (beginning.kind === "document" && embedded.sequence === 0) return { kind: "over", keepsDraft: false };
  const isUnfinished = beginning.kind === "draft" && beginning.draft.pending === null;
  return isUnfinished && embedded.wave === "closed" ? { kind: "over", keepsDraft: true } : beginning;
}

/** Whether there is nothing to go on with, of what the server has of this window's. */
export function isOver({ wave }: Embedded, { kind }: { readonly kind: string }): boolean {
  return wave === "closed" || (wave === "closing" && kind !== "started");
}

function found(embedded: Embedded, mark: Mark | null, store: DraftStore, wish: Wish): Beginning {
  const receipt = store.receipt();
  const own = embedded.sequence > 0 ? embedded.id : mark?.id;
  if (own !== undefined) {
    if (receipt?.id === own) return { kind: "received", receipt: receipt.receipt, late: receipt.late };
    const draft = store.read(own);
    if (draft !== null && (draft.pending !== null || draft.sequence >= embedded.sequence))
      return { kind: "draft", draft };
    return embedded.sequence > 0 ? { kind: "document" } : { kind: "ask-server", id: own };
  }
  const [newest] = store.all().filter(({ pending }) => wish !== "another" || pending === null);
  if (newest === undefined) return { kind: "document" };
  return newest.pending !== null || wish === "go-on"
    ? { kind: "draft", draft: newest }
    : { kind: "offer", draft: newest };
}

/** A draft as work on this document's version of the questionnaire. */
export function workOf({ questionnaire, version }: Embedded, draft: Draft): Work {
  const { id, stamp, startedAt, page, sequence } = draft;
  const answers = draft.version === version ? draft.answers : fittingAnswers(questionnaire, draft.answers);
  return { id, stamp, startedAt, page, answers, sequence };
}
