import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { PreviewShow } from "../preview-message.ts";
import { fittingAnswers } from "../runtime/steps.ts";

export interface PreviewState {
  readonly questionnaire: Questionnaire;
  readonly language: string;
  readonly page: string;
  readonly answers: Answers;
  readonly attempted: boolean;
  readonly ended: boolean;
}

export type PreviewHappening =
  | { readonly kind: "show"; readonly show: PreviewShow }
  | { readonly kind: "language"; readonly language: string }
  | { readonly kind: "answered"; readonly question: string; readonly value: unknown }
  | { readonly kind: "attempted" }
  | { readonly kind: "turned"; readonly page: string }
  | { readonly kind: "ended" }
  | { readonly kind: "again" };

/** @returns null as long as nothing was shown */
export function previewed(state: PreviewState | null, happening: PreviewHappening): PreviewState | null {
  if (happening.kind === "show") return shown(state, happening.show);
  if (state === null) return null;
  switch (happening.kind) {
    case "language":
      return { ...state, language: happening.language };
    case "answered": {
      const others = Object.entries(state.answers).filter(([code]) => code !== happening.question);
      const given: [string, unknown][] = happening.value === undefined ? [] : [[happening.question, happening.value]];
      return { ...state, answers: Object.fromEntries([...others, ...given]) };
    }
    case "attempted":
      return { ...state, attempted: true };
    case "turned":
      return { ...state, page: happening.page, attempted: false };
    case "ended":
      return { ...state, ended: true };
    case "again":
      return {
        ...state,
        page: state.questionnaire.pages[0]?.code ?? "",
        answers: {},
        attempted: false,
        ended: false,
      };
  }
}

/** What was answered and still fits stays, so that one sees what a change does to it. */
function shown(state: PreviewState | null, { questionnaire, language, page }: PreviewShow): PreviewState {
  const first = questionnaire.pages[0]?.code ?? "";
  return {
    questionnaire,
    language,
    page: page === null || page === "end" ? (state?.page ?? first) : page,
    answers: fittingAnswers(questionnaire, state?.answers ?? {}),
    attempted: state?.attempted === true && (page === null || page === state.page),
    ended: page === "end" || (page === null && state?.ended === true),
  };
}
