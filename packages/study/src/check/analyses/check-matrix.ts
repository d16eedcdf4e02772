import { leavesOf } from "../../definition/indicator-leaves.ts";
import { issue } from "../../issue/issue.ts";
import type { FamilyCheck } from "./family-check.ts";

/** Two indicators at least, with the question that their importance comes from. */
export const checkMatrix: FamilyCheck<"matrix"> = (study, { importance, crosshair }, placeOf) => {
  const leaves = leavesOf(study.indicators ?? []);
  const { where, at } = placeOf();
  const missing = (needs: string) => [issue("analysis-part-missing", where, { at, needs })];
  if (leaves.length < 2) return missing("indicators");
  const isStated = leaves.filter(({ indicator }) => indicator.importance !== undefined).length >= 2;
  if (importance === "stated") return isStated ? [] : missing("indicators.importance");
  if (importance === undefined && isStated) return [];
  if (study.measures?.overall === undefined) return missing("measures.overall");
  if (crosshair !== "scale") return [];
  const place = placeOf("crosshair");
  return [issue("value-not-listed", place.where, { at: place.at, allowed: ["means", "medians"], nearest: "means" })];
};
