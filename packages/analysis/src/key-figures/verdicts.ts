/** Grades and targets: what an interval allows to be said. */
import type { AnalysisPlan } from "../plan/analysis-plan.ts";
import type { Reported } from "../results/figure.ts";
import type { Grade, KeyFigureId, TargetVerdict } from "../results/key-figures.ts";

/** @returns null where the study states no bands, the index converts otherwise, or there is no estimate */
export function gradeOfIndex(plan: AnalysisPlan, result: Reported): Grade | null {
  const grades = plan.definition.index?.grades;
  if (grades === undefined || result.kind !== "estimated") return null;
  const bandOf = (value: number) =>
    (grades.bands.find((band) => value >= band.from) ?? grades.bands[grades.bands.length - 1]).code;
  const codes = grades.bands.map((band) => band.code);
  const highest = codes.indexOf(bandOf(result.interval.upper));
  const lowest = codes.indexOf(bandOf(result.interval.lower));
  return {
    scale: grades.name,
    conversion: grades.conversion,
    bands: grades.bands,
    band: bandOf(result.value),
    reaches: codes.slice(highest, lowest + 1),
  };
}

/** Met or missed only where the whole interval lies on one side of the target. */
export function targetVerdict(plan: AnalysisPlan, id: KeyFigureId, result: Reported): TargetVerdict | null {
  const target = plan.definition.targets?.find((t) => t.measure === id);
  if (target === undefined) return null;
  return {
    target: target.value,
    baseline: target.baseline ?? null,
    verdict: verdictOf(result, target.value),
    due: target.due ?? null,
    owner: target.owner ?? null,
  };
}

function verdictOf(result: Reported, target: number): TargetVerdict["verdict"] {
  if (result.kind !== "estimated") return "open";
  if (result.interval.lower >= target) return "met";
  return result.interval.upper < target ? "missed" : "open";
}
