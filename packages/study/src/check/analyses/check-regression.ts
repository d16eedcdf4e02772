import type { AnalysisOf } from "../../definition/analyses/analysis-definition.ts";
import type { ColumnType } from "../../definition/primitives.ts";
import { type Issue, issue } from "../../issue/issue.ts";
import { checkCodes } from "./check-codes.ts";
import { columnOfStudy } from "./column-of-study.ts";
import type { FamilyCheck } from "./family-check.ts";

type Model = AnalysisOf<"regression">["model"];

/** What each model can explain. A number is no yes or no, and has no few ordered answers. */
const outcomesOf: Readonly<Record<Model, readonly ColumnType[]>> = {
  linear: ["rating", "number"],
  "binary-logit": ["choice", "rating"],
  "ordinal-logit": ["rating"],
};

export const checkRegression: FamilyCheck<"regression"> = (study, analysis, placeOf) => {
  const { model, outcome, predictors } = analysis;
  const found = columnOfStudy(study, outcome)?.type;
  const allowed = outcomesOf[model];
  const { where, at } = placeOf("outcome");
  return [
    ...(found === undefined || allowed.includes(found)
      ? checkSuccess(study, analysis, placeOf)
      : [issue("column-kind-wrong", where, { column: outcome, at, expected: allowed.join("/"), found })]),
    ...predictors.flatMap((column, i): readonly Issue[] => {
      const place = placeOf("predictors", i);
      if (column !== outcome) return [];
      return [issue("analysis-column-repeated", place.where, { column, at: place.at, other: at })];
    }),
    ...checkReferences(study, analysis, placeOf),
  ];
};

const checkSuccess: FamilyCheck<"regression"> = (study, { model, outcome, success }, placeOf) => {
  const { where, at } = placeOf("success");
  if (model !== "binary-logit")
    return success === undefined ? [] : [issue("analysis-parts-exclusive", where, { at, other: `model = "${model}"` })];
  if (success !== undefined) return checkCodes(study, outcome, success, { where, at });
  if (columnOfStudy(study, outcome)?.type !== "choice") return [];
  return [issue("analysis-part-missing", placeOf().where, { at: placeOf().at, needs: "success" })];
};

/** References are of choices among the predictors, and among their answers. */
const checkReferences: FamilyCheck<"regression"> = (study, { predictors, reference = {} }, placeOf) =>
  Object.entries(reference).flatMap(([column, code]): readonly Issue[] => {
    const { where, at } = placeOf("reference", column);
    const choices = predictors.filter((name) => columnOfStudy(study, name)?.type === "choice");
    if (choices.includes(column)) return checkCodes(study, column, [code], { where, at });
    return [issue("value-not-listed", where, { at: placeOf("reference").at, allowed: choices, nearest: null })];
  });
