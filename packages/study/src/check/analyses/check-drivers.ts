import { leavesOf } from "../../definition/indicator-leaves.ts";
import { issue } from "../../issue/issue.ts";
import type { FamilyCheck } from "./family-check.ts";

/** Without an outcome or items of its own it takes those of the study: there must be some, and the outcome none of the items. */
export const checkDrivers: FamilyCheck<"drivers"> = (study, analysis, placeOf) => {
  const { where, at } = placeOf();
  const outcome = analysis.outcome ?? study.measures?.overall;
  const items = analysis.items ?? leavesOf(study.indicators ?? []).map(({ question }) => question);
  const isRepeated = outcome !== undefined && items.includes(outcome);
  const [own, other] = analysis.items === undefined ? ["outcome", "indicators"] : ["items", "outcome"];
  return [
    ...(outcome === undefined ? [issue("analysis-part-missing", where, { at, needs: "outcome" })] : []),
    ...(analysis.items === undefined && items.length < 2
      ? [issue("analysis-part-missing", where, { at, needs: "items" })]
      : []),
    ...(isRepeated
      ? [issue("analysis-column-repeated", placeOf(own).where, { column: outcome, at: placeOf(own).at, other })]
      : []),
  ];
};
