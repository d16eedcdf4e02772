import type { PlaneChart } from "../../results/analyses.ts";
import { listed } from "../words/bilingual.ts";
import type { MeasuredFeature } from "./measured-features.ts";
import { categoryNames, kanoWords as words } from "./words.ts";

/** Better against worse; null where no feature has both. */
export function kanoChart(features: readonly MeasuredFeature[]): PlaneChart | null {
  const points = features.flatMap(({ label, point }) =>
    point === null ? [] : [{ label, x: 0 - point.worse, y: point.better }],
  );
  if (points.length === 0) return null;
  const namesOf = (category: "M" | "A") => {
    const found = features.filter(({ shown }) => shown?.category === category).map(({ label }) => label);
    return found.length === 0 ? null : listed(found);
  };
  return {
    kind: "plane",
    title: words.chart(namesOf("M"), namesOf("A")),
    x: { label: words.worseAxis, from: 0, to: 1, line: 0.5 },
    y: { label: words.betterAxis, from: 0, to: 1, line: 0.5 },
    points,
    fields: [categoryNames.A, categoryNames.O, categoryNames.I, categoryNames.M],
  };
}
