import type { AnalysisFamily, AnalysisOf } from "../../definition/analyses/analysis-definition.ts";
import type { StudyDefinition } from "../../definition/study-definition.ts";
import type { Issue } from "../../issue/issue.ts";
import type { AnalysisPlace } from "./analysis-place.ts";

/** What a family checks of its own settings.
 *  @param placeOf a setting of the analysis by its path */
export type FamilyCheck<Family extends AnalysisFamily> = (
  study: StudyDefinition,
  analysis: AnalysisOf<Family>,
  placeOf: PlaceOf,
) => readonly Issue[];

export type PlaceOf = (...path: (string | number)[]) => AnalysisPlace;
