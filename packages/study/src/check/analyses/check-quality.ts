import { checkCodes } from "./check-codes.ts";
import type { FamilyCheck } from "./family-check.ts";
import { neededParts } from "./needed-parts.ts";

/** Two ratings at least; contradictions of answers that exist. */
export const checkQuality: FamilyCheck<"quality"> = (study, { items, contradictions = [] }, placeOf) => [
  ...neededParts(placeOf(), {
    items: items !== undefined || study.columns.filter(({ type }) => type === "rating").length > 1,
  }),
  ...contradictions.flatMap(({ all }, i) =>
    all.flatMap(({ column, codes }, k) =>
      checkCodes(study, column, codes, placeOf("contradictions", i, "all", k, "codes")),
    ),
  ),
];
