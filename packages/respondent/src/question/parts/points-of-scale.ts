import { valuesOf } from "@manyi/questionnaire/definition/scale-values";
import { type Sheet, sayIn } from "../../view/sheet.ts";
import type { Point } from "./points.tsx";

/** The points of a scale with their words.
 *  @returns none where a draft names a scale that it does not have */
export function pointsOfScale(name: string, sheet: Sheet): readonly Point[] {
  const { scales } = sheet.questionnaire;
  const scale = Object.hasOwn(scales, name) ? scales[name] : undefined;
  if (scale === undefined) return [];
  return valuesOf(scale).map((value) => {
    const label = Object.hasOwn(scale.labels, value) ? scale.labels[String(value)] : undefined;
    return { value, word: label === undefined ? "" : sayIn(sheet, label) };
  });
}

/** @returns 0 (worst) … 1 (best) of a value of the scale */
export function moodOf(name: string, value: number, sheet: Sheet): number {
  const scale = sheet.questionnaire.scales[name];
  if (scale === undefined || scale.maximum <= scale.minimum) return 0.5;
  const height = (value - scale.minimum) / (scale.maximum - scale.minimum);
  return scale.best === "lowest" ? 1 - height : height;
}
