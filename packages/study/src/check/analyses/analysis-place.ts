import type { Place } from "../../issue/issue.ts";
import type { JsonSource } from "../json-source.ts";

/** A setting of an analysis: where it stands in the file, and how a message calls it. */
export interface AnalysisPlace {
  readonly where: Place;
  readonly at: string;
}

/** @param position of the analysis in the list
 *  @param path inside the analysis */
export function analysisPlace(source: JsonSource, position: number, path: readonly (string | number)[]): AnalysisPlace {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return { where: source.placeOf(["analyses", position, ...path]), at: `analyses[${position}]${steps}` };
}
