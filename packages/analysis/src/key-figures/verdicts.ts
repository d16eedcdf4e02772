/** Grades and targets: what an interval allows to be said. */
import { type GradeBands, gradeOf, reaches, supportedGrade } from "@manyi/statistics/index/grade-band";
import type { AnalysisPlan } from "../plan/analysis-plan.ts";
import type { Reported } from "../results/figure.ts";
import type { Grade, GradeBand, KeyFigureId, TargetVerdict } from "../results/key-figures.ts";

/** @returns null where the study states no bands, the index converts otherwise, or there is no estimate */
export function gradeOfIndex(plan: AnalysisPlan, result: Reported): Grade | null {
  const grades = plan.definition.index?.grades;
  if (grades === undefined || result.kind !== "estimated") return null;
  const bands = gradeBands(grades.bands);
  const supported = supportedGrade(result.interval, bands);
  return {
    scale: grades.name,
    conversion: grades.conversion,
    bands: grades.bands,
    band: gradeOf(result.value, bands),
    reaches: supported.kind === "one-grade" ? [supported.grade] : supported.grades.toReversed(),
  };
}

/** The study's bands fall from best to worst, the last from 0. */
function gradeBands(bands: readonly GradeBand[]): GradeBands {
  const thresholds = bands.slice(0, -1).map(({ code, from }) => ({ grade: code, from }));
  return { thresholds, lowest: bands[bands.length - 1].code };
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
  if (reaches(result.interval.lower, target)) return "met";
  return reaches(result.interval.upper, target) ? "open" : "missed";
}
