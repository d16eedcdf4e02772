import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { Draft } from "./draft.ts";

/** What the respondent has in hand. */
export interface Work {
  readonly id: string;
  readonly stamp: string;
  readonly startedAt: string;
  readonly page: string;
  /** Also to questions that are hidden now: who goes back and forth finds them again. They are not sent. */
  readonly answers: Answers;
  readonly sequence: number;
}

export interface State {
  readonly work: Work;
  readonly screen: Screen;
  /** “Next” was pressed here: from then on what is missing is shown. */
  readonly attempted: boolean;
  /** What the server found wrong; gone for a question with its next answer. */
  readonly serverFaults: readonly AnswerFault[];
  readonly notice: Notice;
  readonly keeping: Keeping;
}

export type Notice =
  | { readonly kind: "none" | "newer-here" }
  | { readonly kind: "answered-before"; readonly receipt: string };

/** Where the answers are kept. `nowhere`: neither here nor there. */
export type Keeping = "unchanged" | "here" | "saved" | "waiting" | "nowhere";

export type Screen =
  | { readonly kind: "page" }
  /** Something was begun on this device before. */
  | { readonly kind: "offer"; readonly found: Draft }
  | { readonly kind: "sending"; readonly kept: boolean; readonly nextTryAt: number | null }
  | { readonly kind: "received"; readonly receipt: string; readonly late: boolean }
  | { readonly kind: "refused"; readonly why: RefusedBecause; readonly kept: boolean };

export type RefusedBecause = "closed" | "differs" | "gone" | "unreadable";

export type Happening =
  | { readonly kind: "answered"; readonly question: string; readonly value: unknown }
  | { readonly kind: "attempted" }
  | { readonly kind: "turned"; readonly page: string }
  | { readonly kind: "resumed"; readonly work: Work }
  /** Somebody else's changes, merged with what was done here. */
  | { readonly kind: "adopted"; readonly answers: Answers }
  | { readonly kind: "sequenced"; readonly sequence: number }
  | { readonly kind: "kept"; readonly keeping: Keeping }
  | { readonly kind: "sending"; readonly kept: boolean }
  | { readonly kind: "waiting"; readonly nextTryAt: number }
  | { readonly kind: "received"; readonly receipt: string; readonly late: boolean }
  | { readonly kind: "faulted"; readonly faults: readonly AnswerFault[]; readonly page: string }
  | { readonly kind: "refused"; readonly why: RefusedBecause; readonly kept: boolean };
