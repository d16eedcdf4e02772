import { issue } from "../../issue/issue.ts";
import type { FamilyCheck } from "./family-check.ts";
import { checkCodesNamed, neededParts } from "./needed-parts.ts";

/** What became of those who were asked stands in the definition or in the data, not in both. */
export const checkResponseRates: FamilyCheck<"response-rates"> = (
  study,
  { dispositions, outcomes, frame = [], filter = [] },
  placeOf,
) => [
  ...neededParts(placeOf(), {
    dispositions: dispositions !== undefined || outcomes !== undefined || study.invited !== undefined,
  }),
  ...(dispositions !== undefined && outcomes !== undefined
    ? [
        issue("analysis-parts-exclusive", placeOf("outcomes").where, {
          at: placeOf("outcomes").at,
          other: "dispositions",
        }),
      ]
    : []),
  // Counts that were entered are those of the whole survey.
  ...(filter.length > 0 && outcomes === undefined
    ? [issue("analysis-parts-exclusive", placeOf("filter").where, { at: placeOf("filter").at, other: "dispositions" })]
    : []),
  ...(outcomes === undefined
    ? []
    : checkCodesNamed(study, outcomes.column, outcomes.codes, (code) => placeOf("outcomes", "codes", code))),
  ...frame.flatMap(({ column, targets }, i) =>
    checkCodesNamed(study, column, targets, (code) => placeOf("frame", i, "targets", code)),
  ),
];
