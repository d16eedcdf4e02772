/** What the console and the preview inside it post to each other; both are of one origin and check it. */

import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";

/** Console → preview: show this, as it is now. Answers given in the preview stay as far as they still fit. */
export interface PreviewShow {
  readonly kind: "manyi-preview-show";
  readonly questionnaire: Questionnaire;
  readonly language: string;
  /** Code of the page to turn to; null: stay. */
  readonly page: string | null;
  /** Code of the question to bring into sight; null: leave what is in sight. */
  readonly question: string | null;
  readonly theme: "light" | "dark" | "system";
}

/** Preview → console: it can be posted to. */
export interface PreviewReady {
  readonly kind: "manyi-preview-ready";
}

/** Preview → console: the reader turned to this page; `end`: to the end screen. */
export interface PreviewTurned {
  readonly kind: "manyi-preview-turned";
  readonly page: string;
}
