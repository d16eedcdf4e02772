import { leavesOf } from "../../definition/indicator-leaves.ts";
import { type Issue, issue } from "../../issue/issue.ts";
import type { FamilyCheck } from "./family-check.ts";
import { repeatedItems } from "./repeated-items.ts";

const exploratoryOnly = ["items", "factors", "method", "rotation", "correlation"] as const;

/** Each kind has settings of its own, and needs items from somewhere. */
export const checkFactors: FamilyCheck<"factors"> = (study, analysis, placeOf) => {
  const isConfirmatory =
    (analysis.kind ?? (analysis.dimensions === undefined ? "exploratory" : "confirmatory")) === "confirmatory";
  const leaves = leavesOf(study.indicators ?? []);
  const { where, at } = placeOf();
  const missing = (needs: string) => issue("analysis-part-missing", where, { at, needs });
  const notOfThisKind = (kind: string): Issue => {
    const place = placeOf("kind");
    return issue("value-not-listed", place.where, { at: place.at, allowed: [kind], nearest: kind });
  };
  if (!isConfirmatory) {
    if (analysis.dimensions !== undefined) return [notOfThisKind("confirmatory")];
    return analysis.items === undefined && leaves.length < 3 ? [missing("items")] : [];
  }
  if (exploratoryOnly.some((setting) => analysis[setting] !== undefined)) return [notOfThisKind("exploratory")];
  if (analysis.dimensions !== undefined) {
    return repeatedItems(
      analysis.dimensions.map(({ items }, i) => ({ items, path: ["dimensions", i, "items"] })),
      placeOf,
    );
  }
  const hasDimension = leaves.some(
    ({ dimension }, i) => leaves.findIndex((other) => other.dimension === dimension) < i,
  );
  return hasDimension ? [] : [missing("dimensions")];
};
