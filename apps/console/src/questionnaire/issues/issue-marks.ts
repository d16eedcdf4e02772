import type { QuestionnaireIssue } from "@manyi/questionnaire/check/questionnaire-issue";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { placeText } from "../editor/place.ts";
import { spotOfPath } from "../editor/place-of-path.ts";

/** What is wrong where, for the signs in the outline. */
export interface IssueMarks {
  /** @param place as in the address; ending with a dot: of all places that begin with it */
  of(place: string): "error" | "warning" | null;
}

export function issueMarks(issues: readonly QuestionnaireIssue[], draft: Questionnaire): IssueMarks {
  const worst = new Map<string, "error" | "warning">();
  for (const { severity, at } of issues) {
    const place = placeText(spotOfPath(draft, at).place);
    if (worst.get(place) !== "error") worst.set(place, severity);
  }
  return {
    of: (place) => {
      if (!place.endsWith(".")) return worst.get(place) ?? null;
      const all = [...worst].filter(([each]) => each.startsWith(place)).map(([, mark]) => mark);
      return all.includes("error") ? "error" : (all[0] ?? null);
    },
  };
}
