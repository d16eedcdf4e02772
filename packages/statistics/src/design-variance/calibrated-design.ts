import type { CalibrationStep } from "../weights/calibration-step.ts";
import type { SurveyDesign } from "./survey-design.ts";

/**
 * The design after its weights were raked, post-stratified or calibrated: same strata and PSUs, new weights, and standard errors
 * from the residuals on what they were adjusted to. To give the new weights to a design of their own instead ignores that, and
 * overstates the error of everything that goes with the margins.
 * @throws RangeError if the step belongs to another number of rows
 */
export function calibratedDesign(design: SurveyDesign, step: CalibrationStep): SurveyDesign {
  if (step.weights.length !== design.rows) throw new RangeError("one weight for each row is needed");
  return { ...design, weights: step.weights, calibration: [...design.calibration, step] };
}
