import { errorAt, type QuestionnaireIssue } from "../check/questionnaire-issue.ts";
import type { CheckedPlace } from "./type-authoring.ts";

/** @param property that names the scale */
export function unknownScale(
  scale: string,
  { scales, at }: CheckedPlace,
  property = "scale",
): readonly QuestionnaireIssue[] {
  return Object.hasOwn(scales, scale) ? [] : [errorAt("scale-unknown", [...at, property], { scale })];
}
