import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { questionsOf } from "./find-question.ts";

export interface Differences {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Something besides single questions: pages, order, scales, welcome, scoring. */
  readonly frame: boolean;
}

/** How a draft differs from a version, roughly: by the codes of its questions. */
export function differences(before: Questionnaire, after: Questionnaire): Differences {
  const old = new Map(questionsOf(before).map((question) => [question.code, question]));
  const now = new Map(questionsOf(after).map((question) => [question.code, question]));
  const kept = [...now].filter(([code]) => old.has(code));
  return {
    added: now.size - kept.length,
    changed: kept.filter(([code, question]) => !isEqual(question, old.get(code))).length,
    removed: old.size - kept.length,
    frame: !isEqual(frameOf(before), frameOf(after)),
  };
}

/** The questionnaire with nothing of its questions but where they stand. */
function frameOf({ pages, $schema: _, ...rest }: Questionnaire): unknown {
  return {
    ...rest,
    pages: pages.map(({ questions, ...page }) => ({ ...page, codes: questions.map(({ code }) => code) })),
  };
}

/** Whether two JSON values are equal, in whatever order their properties stand. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const theirs = new Map(Object.entries(other));
  const mine = Object.entries(one);
  return (
    mine.length === theirs.size && mine.every(([key, value]) => theirs.has(key) && isEqual(value, theirs.get(key)))
  );
}
