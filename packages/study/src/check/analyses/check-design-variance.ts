import { leavesOf } from "../../definition/indicator-leaves.ts";
import type { FamilyCheck } from "./family-check.ts";
import { checkCodesNamed, neededParts } from "./needed-parts.ts";

/** Sizes by stratum need strata; without questions of its own it takes the study's. */
export const checkDesignVariance: FamilyCheck<"design-variance"> = (
  study,
  { strata, populationSizes, questions },
  placeOf,
) => [
  ...neededParts(placeOf(), {
    questions:
      questions !== undefined || study.measures?.overall !== undefined || leavesOf(study.indicators ?? []).length > 0,
    strata: populationSizes === undefined || strata !== undefined,
  }),
  ...(strata === undefined
    ? []
    : checkCodesNamed(study, strata, populationSizes ?? {}, (code) => placeOf("populationSizes", code))),
];
