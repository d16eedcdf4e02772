import { issue } from "../../issue/issue.ts";
import type { FamilyCheck } from "./family-check.ts";

/** Without scales of its own it takes the dimensions of the indicator system: there must be some. */
export const checkReliability: FamilyCheck<"reliability"> = (study, analysis, placeOf) => {
  const isKnown = analysis.scales !== undefined || (study.indicators ?? []).length > 0;
  const { where, at } = placeOf();
  return isKnown ? [] : [issue("analysis-part-missing", where, { at, needs: "scales" })];
};
