import type { Questionnaire } from "../definition/questionnaire.ts";
import { errorAt, type QuestionnaireIssue, warningAt } from "./questionnaire-issue.ts";

/** Jumps go forward, so that every way through a questionnaire ends; and each end screen can be reached. */
export function checkJumps({ pages, endings = [] }: Questionnaire): readonly QuestionnaireIssue[] {
  const places = new Map(pages.map(({ code }, p) => [code, p]));
  const named = new Set<string>();
  const jumps = pages.flatMap((page, p) =>
    (page.jumps ?? []).flatMap(({ to, ending }, j) => {
      const at = ["pages", p, "jumps", j];
      const place = to === undefined ? pages.length : places.get(to);
      if (ending !== undefined) named.add(ending);
      const isKnown = ending === undefined || endings.some(({ code }) => code === ending);
      return [
        ...(place === undefined ? [errorAt("jump-page-unknown", [...at, "to"], { page: to ?? "" })] : []),
        ...(place !== undefined && place <= p ? [errorAt("jump-looks-back", [...at, "to"], { page: to ?? "" })] : []),
        ...(isKnown ? [] : [errorAt("ending-unknown", [...at, "ending"], { ending })]),
      ];
    }),
  );
  const lost = endings.flatMap(({ code, showIf }, e) =>
    showIf === undefined && !named.has(code) ? [warningAt("ending-unreachable", ["endings", e], { ending: code })] : [],
  );
  return [...jumps, ...lost];
}
