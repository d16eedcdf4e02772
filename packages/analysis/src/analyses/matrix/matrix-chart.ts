import type { Run } from "../../plan/run.ts";
import type { PlaneChart } from "../../results/analyses.ts";
import { listed } from "../words/bilingual.ts";
import type { PlacedMatrix } from "./placed-matrix.ts";
import { quadrantNames, matrixWords as words } from "./words.ts";

export function matrixChart({ plan }: Run, { matrix, points }: PlacedMatrix): PlaneChart {
  const urgent = points.filter(({ quadrant }) => quadrant === "concentrate-here").map(({ label }) => label);
  const [first] = plan.index;
  const performance = matrix.unit === "index" ? { from: 0, to: 100 } : ends(first.item.answers);
  const asked = plan.index.flatMap(({ importance }) => importance ?? [])[0] ?? first.item;
  const importance = matrix.importance === "stated" ? ends(asked.answers) : { from: -1, to: 1 };
  return {
    kind: "plane",
    title: words.chart(urgent.length === 0 ? null : listed(urgent)),
    x: { label: words.performance[matrix.unit], ...performance, line: matrix.performanceLine },
    y: { label: words.importance[matrix.importance], ...importance, line: matrix.importanceLine },
    points: points.map((point) => ({ label: point.label, x: point.performance, y: point.importance })),
    fields: [
      quadrantNames["concentrate-here"],
      quadrantNames["keep-up"],
      quadrantNames["low-priority"],
      quadrantNames["possible-overkill"],
    ],
  };
}

function ends(answers: readonly { readonly value: number }[]) {
  return { from: answers[0].value, to: answers[answers.length - 1].value };
}
