import { leavesOf } from "../../definition/indicator-leaves.ts";
import type { FamilyCheck } from "./family-check.ts";
import { neededParts } from "./needed-parts.ts";

/** Without items of its own it takes the questions of the indicator system: two at least. */
export const checkMissing: FamilyCheck<"missing"> = (study, { items }, placeOf) =>
  neededParts(placeOf(), { items: items !== undefined || leavesOf(study.indicators ?? []).length > 1 });
