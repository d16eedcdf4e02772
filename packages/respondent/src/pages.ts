/**
 * The pages a respondent sees, as the server makes them: whole HTML documents. The views are written in TSX and built (`build.ts`);
 * this is what the built module gives, and how it is found.
 */

import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { Cells } from "@manyi/questionnaire/item/cells";
import type { Returning } from "./embedded/returning.ts";

/** One page of a questionnaire, ready to be filled in: with the runtime all pages from here on, without it this one. */
export interface QuestionPage {
  readonly questionnaire: Questionnaire;
  readonly version: number;
  /** Token of the link: all addresses begin with `/s/` and this. */
  readonly link: string;
  readonly language: string;
  /** Of the submission that this will become; made by the server, also for browsers with the runtime. */
  readonly id: string;
  /** When the questionnaire was opened, signed. */
  readonly stamp: string;
  /** Code of the page to show. */
  readonly page: string;
  readonly answers: Answers;
  /** Of this page, after it was sent. */
  readonly faults: readonly AnswerFault[];
  readonly sequence: number;
  /** `closing`: only those who began before the close may finish. `closed`: what was sent before, and not received, is told so. */
  readonly wave: "open" | "closing" | "closed";
}

/** After the last answer. */
export interface EndPage {
  readonly questionnaire: Questionnaire;
  /** As they are kept: they decide which end screen it is. */
  readonly cells: Cells;
  readonly language: string;
  readonly receipt: string;
  readonly late: boolean;
}

/** Why there is nothing to answer. */
export interface NoticePage {
  readonly kind: "not-found" | "closed" | "differs" | "too-many" | "busy" | "unreadable" | "unexpected";
  readonly language: string;
  /** Of `unexpected`, to be told to whoever runs the survey. */
  readonly requestId?: string;
  /** Where to try again: path of ours. */
  readonly back?: string;
  /** Of a link whose wave is `closed` or about to be: whoever has begun on their device is led on. */
  readonly returning?: Returning;
}

export interface RespondentPages {
  question(view: QuestionPage): string;
  end(view: EndPage): string;
  notice(view: NoticePage): string;
  /** The document in the console's preview: it shows what is posted to it, and sends nothing. */
  preview(): string;
  /** Languages the respondent's own words (buttons, faults) are there in. */
  readonly languages: readonly string[];
  /** What the documents' inline style hashes to, for the content security policy: `'sha256-…'`. */
  readonly styleHash: string;
}
