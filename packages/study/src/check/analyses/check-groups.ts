import { type Issue, issue } from "../../issue/issue.ts";
import { columnOfStudy, scaleOfColumn } from "./column-of-study.ts";
import type { FamilyCheck } from "./family-check.ts";

/** Means and ranks need outcomes and groups, paired answers need pairs; what the other kind of test takes is not heard of. */
export const checkGroups: FamilyCheck<"groups"> = (study, analysis, placeOf) => {
  const { test = "means", outcomes = [], by, pairs = [] } = analysis;
  const [needed, foreign] =
    test === "paired"
      ? ([["pairs"], ["outcomes", "by", "clusters"]] as const)
      : ([["outcomes", "by"], ["pairs"]] as const);
  const { where, at } = placeOf();
  return [
    ...needed
      .filter((part) => analysis[part] === undefined)
      .map((needs) => issue("analysis-part-missing", where, { at, needs })),
    ...foreign
      .filter((part) => analysis[part] !== undefined)
      .map((part) =>
        issue("analysis-parts-exclusive", placeOf(part).where, { at: placeOf(part).at, other: `test = "${test}"` }),
      ),
    ...outcomes.flatMap((column, i): readonly Issue[] => {
      const place = placeOf("outcomes", i);
      if (column !== by) return [];
      return [issue("analysis-column-repeated", place.where, { column, at: place.at, other: placeOf("by").at })];
    }),
    ...pairs.flatMap(({ first, second }, i): readonly Issue[] => {
      const place = placeOf("pairs", i, "second");
      if (first === second) {
        const repeated = { column: second, at: place.at, other: placeOf("pairs", i, "first").at };
        return [issue("analysis-column-repeated", place.where, repeated)];
      }
      const isSame =
        columnOfStudy(study, first)?.type !== "rating" ||
        columnOfStudy(study, second)?.type !== "rating" ||
        scaleOfColumn(study, first) === scaleOfColumn(study, second);
      return isSame
        ? []
        : [issue("analysis-answers-differ", place.where, { column: second, at: place.at, other: first })];
    }),
  ];
};
