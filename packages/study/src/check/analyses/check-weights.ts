import { issue } from "../../issue/issue.ts";
import { checkCodes } from "./check-codes.ts";
import type { FamilyCheck } from "./family-check.ts";
import { checkCodesNamed, neededParts } from "./needed-parts.ts";

/** Margins or their crossing, one of the two; each cell names a code of each column. */
export const checkWeights: FamilyCheck<"weights"> = (study, { margins = [], crossed }, placeOf) => [
  ...neededParts(placeOf(), { margins: margins.length > 0 || crossed !== undefined }),
  ...(margins.length > 0 && crossed !== undefined
    ? [issue("analysis-parts-exclusive", placeOf("crossed").where, { at: placeOf("crossed").at, other: "margins" })]
    : []),
  ...margins.flatMap(({ column, targets }, i) =>
    checkCodesNamed(study, column, targets, (code) => placeOf("margins", i, "targets", code)),
  ),
  ...(crossed?.cells ?? []).flatMap(({ codes }, i) => {
    const columns = crossed?.columns ?? [];
    const place = placeOf("crossed", "cells", i, "codes");
    return [
      ...neededParts(place, { [columns.join(" × ")]: codes.length === columns.length }),
      ...codes.flatMap((code, c) => (c < columns.length ? checkCodes(study, columns[c] ?? "", [code], place) : [])),
    ];
  }),
];
