import { answersOf } from "../../definition/scale-answers.ts";
import type { StudyDefinition } from "../../definition/study-definition.ts";
import { type Issue, issue } from "../../issue/issue.ts";
import type { FamilyCheck } from "./family-check.ts";

/** A gap is a difference: both sides stand on one scale. Points are given to all dimensions or to none. */
export const checkServqual: FamilyCheck<"servqual"> = (study, { dimensions }, placeOf) => {
  const hasPoints = dimensions.some(({ importance }) => importance !== undefined);
  return dimensions.flatMap(({ pairs, importance }, i): readonly Issue[] => {
    const { where, at } = placeOf("dimensions", i);
    return [
      ...(hasPoints && importance === undefined
        ? [issue("analysis-part-missing", where, { at, needs: "importance" })]
        : []),
      ...pairs.flatMap(({ expectation, perception }, p) => {
        const [first, other] = [formOf(study, expectation), formOf(study, perception)];
        if (first === null || other === null || first === other) return [];
        const place = placeOf("dimensions", i, "pairs", p);
        return [issue("analysis-scales-differ", place.where, { at: place.at, first: expectation, other: perception })];
      }),
    ];
  });
};

/** Values of a rating's scale and which end is the good one; null where the column is no rating: that is said elsewhere. */
function formOf(study: StudyDefinition, name: string): string | null {
  const scaleName = study.columns.find((column) => column.name === name)?.scale;
  const scale = scaleName === undefined ? undefined : study.scales[scaleName];
  if (scale === undefined || scale.kind === "nominal") return null;
  const best = scale.kind === "rating" ? (scale.best ?? "highest") : "highest";
  return [best, ...(answersOf(scale) ?? []).map(({ value }) => value)].join(",");
}
