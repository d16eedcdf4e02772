import { issue } from "../../issue/issue.ts";
import { checkCodes } from "./check-codes.ts";
import type { FamilyCheck } from "./family-check.ts";

/** A table of two different columns; filters by answers that exist. */
export const checkSuppression: FamilyCheck<"suppression"> = (study, { rows, by, filters = [] }, placeOf) => [
  ...(rows === by
    ? [
        issue("analysis-column-repeated", placeOf("by").where, {
          column: by,
          at: placeOf("by").at,
          other: placeOf("rows").at,
        }),
      ]
    : []),
  ...filters.flatMap((filter, i) =>
    filter.flatMap(({ column, codes }, k) => checkCodes(study, column, codes, placeOf("filters", i, k, "codes"))),
  ),
];
