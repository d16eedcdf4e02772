import { issue } from "../../issue/issue.ts";
import type { FamilyCheck } from "./family-check.ts";

/** A question against itself says nothing. */
export const checkCrosstab: FamilyCheck<"crosstab"> = (_study, { rows, by }, placeOf) =>
  rows.flatMap((column, i) => {
    const { where, at } = placeOf("rows", i);
    return column === by ? [issue("analysis-column-repeated", where, { column, at, other: placeOf("by").at })] : [];
  });
