/** The outcome and the time of each respondent, of waves that may be shown. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";
import { type KeyQuestion, keyQuestion } from "../reading/key-question.ts";
import { type AnalysedGroups, groupsToShow, readGroups } from "../reading/read-groups.ts";

export interface TimedOutcome {
  /** Answers outside the waves taken are NaN. */
  readonly question: KeyQuestion;
  /** 1 after, 0 before, −1 at no time that counts. */
  readonly after: Int8Array;
  readonly groups: AnalysedGroups;
  /** Waves that count, those before first. */
  readonly waves: readonly { readonly group: number; readonly label: LocalText; readonly isAfter: boolean }[];
  /** Whether waves with answers are withheld, before and after. */
  readonly withheld: readonly [boolean, boolean];
}

/** Null without a question or waves. */
export function timedOutcome(context: AnalysisContext, { question, time }: AnalysisOf<"effect">): TimedOutcome | null {
  const asked = keyQuestion(context, question);
  const column = time.column ?? context.plan.definition.waves?.column;
  if (asked === null || column === undefined) return null;
  const groups = readGroups(context, column);
  const { shown, hidden } = groupsToShow(groups, asked.values);
  const wavesOf = (codes: readonly string[], isAfter: boolean) =>
    codes
      .map((code) => groups.groups.findIndex((group) => group.code === code))
      .filter((group) => shown.includes(group))
      .map((group) => ({ group, label: groups.groups[group].label, isAfter }));
  const isWithheld = (codes: readonly string[]) =>
    groups.groups.some(({ code }, group) => codes.includes(code) && hidden[group] !== null);
  const waves = [...wavesOf(time.before, false), ...wavesOf(time.after, true)];
  const sideOf = new Map(waves.map(({ group, isAfter }) => [group, isAfter ? 1 : 0]));
  const after = Int8Array.from(groups.rows.codes, (group) => sideOf.get(group) ?? -1);
  const values = asked.values.map((value, i) => (after[i] === -1 ? Number.NaN : value));
  return {
    question: { ...asked, values },
    after,
    groups,
    waves,
    withheld: [isWithheld(time.before), isWithheld(time.after)],
  };
}
