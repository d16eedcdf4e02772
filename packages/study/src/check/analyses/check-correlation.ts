import { type Issue, issue } from "../../issue/issue.ts";
import { columnOfStudy } from "./column-of-study.ts";
import type { FamilyCheck } from "./family-check.ts";

export const checkCorrelation: FamilyCheck<"correlation"> = (
  study,
  { variables, controlling = [], method = "pearson" },
  placeOf,
) => {
  const { where, at } = placeOf("controlling");
  const other = placeOf("method").at;
  return [
    ...(controlling.length > 0 && method !== "pearson"
      ? [issue("analysis-parts-exclusive", where, { at, other: `${other} = "${method}"` })]
      : []),
    ...controlling.flatMap((column, i): readonly Issue[] => {
      const place = placeOf("controlling", i);
      if (!variables.includes(column)) return [];
      const repeated = { column, at: place.at, other: placeOf("variables").at };
      return [issue("analysis-column-repeated", place.where, repeated)];
    }),
    // Thresholds of a number of many values mean nothing.
    ...variables.flatMap((column, i): readonly Issue[] => {
      const place = placeOf("variables", i);
      const found = columnOfStudy(study, column)?.type;
      if (method !== "polychoric" || found !== "number") return [];
      return [issue("column-kind-wrong", place.where, { column, at: place.at, expected: "rating", found })];
    }),
  ];
};
