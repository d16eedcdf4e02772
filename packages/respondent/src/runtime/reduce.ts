import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { Happening, State } from "./state.ts";

/** The state after something has happened. What was received, or is being sent, is not changed by the form any more. */
export function reduce(state: State, happening: Happening): State {
  const { work, screen } = state;
  if (screen.kind === "received") return state;
  switch (happening.kind) {
    case "answered":
      if (screen.kind !== "page") return state;
      return {
        ...state,
        work: { ...work, answers: withAnswer(work.answers, happening.question, happening.value) },
        serverFaults: state.serverFaults.filter(({ question }) => question !== happening.question),
      };
    case "attempted":
      return screen.kind === "page" ? { ...state, attempted: true } : state;
    case "turned":
      if (screen.kind !== "page") return state;
      return { ...state, work: { ...work, page: happening.page }, attempted: false, notice: { kind: "none" } };
    case "resumed":
      return { ...state, work: happening.work, screen: { kind: "page" }, attempted: false, serverFaults: [] };
    case "adopted":
      if (screen.kind !== "page") return state;
      return { ...state, work: { ...work, answers: happening.answers }, notice: { kind: "newer-here" } };
    case "sequenced":
      return { ...state, work: { ...work, sequence: Math.max(work.sequence, happening.sequence) } };
    case "kept":
      return { ...state, keeping: happening.keeping };
    case "sending":
      return { ...state, screen: { kind: "sending", kept: happening.kept, nextTryAt: null } };
    case "waiting":
      return screen.kind === "sending" ? { ...state, screen: { ...screen, nextTryAt: happening.nextTryAt } } : state;
    case "received":
      return { ...state, screen: { kind: "received", receipt: happening.receipt, late: happening.late } };
    case "faulted":
      return {
        ...state,
        work: { ...work, page: happening.page },
        screen: { kind: "page" },
        attempted: true,
        serverFaults: happening.faults,
      };
    case "refused":
      return { ...state, screen: { kind: "refused", why: happening.why, kept: happening.kept } };
  }
}

function withAnswer(answers: Answers, question: string, value: unknown): Answers {
  const others = Object.entries(answers).filter(([code]) => code !== question);
  return Object.fromEntries(value === undefined ? others : [...others, [question, value]]);
}
