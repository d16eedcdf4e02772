import type { Estimate } from "@manyi/statistics/estimate/estimate";
import { checkPoints } from "@manyi/statistics/servqual/importance-points";
import {
  type DimensionScores,
  qualityAtMeanPoints,
  unweightedQuality,
  weightedQuality,
} from "@manyi/statistics/servqual/service-quality";
import { dimensionMeans, gapColumns } from "@manyi/statistics/servqual/servqual-answers";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisPart, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { label, nameColumn, numberColumn, row } from "../result/cells.ts";
import { baseCell, estimateCell, isHidden } from "../result/estimate-cell.ts";
import { caution } from "../result/outcomes.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import { meanOf } from "./gap-tables.ts";
import type { MeasuredDimensions } from "./measured-dimensions.ts";
import { servqualTerms as own, servqualWords as words } from "./words.ts";

/** The one number of a study, with and without the respondents' points. */
export function totalsTable(context: AnalysisContext, measured: MeasuredDimensions): AnalysisTable {
  const { confidence, minimumGroup } = context.plan;
  const { points, answers } = measured;
  const gaps = scoresOf(measured, gapColumns(answers));
  const performance = scoresOf(measured, answers.perceptions);
  const rows: readonly (readonly [LocalText, Estimate])[] = [
    [words.unweighted, unweightedQuality(gaps, confidence).mean],
    ...(points === null
      ? []
      : ([
          [words.weighted, weightedQuality(gaps, points, confidence).mean],
          [words.atMeanPoints, qualityAtMeanPoints(gaps, points, confidence)],
        ] as const)),
    [words.performance, unweightedQuality(performance, confidence).mean],
    ...(points === null
      ? []
      : ([[words.weightedPerformance, weightedQuality(performance, points, confidence).mean]] as const)),
  ];
  return {
    caption: words.totals,
    n: null,
    columns: [nameColumn(terms.measure), ...[terms.n, terms.estimate].map(numberColumn)],
    rows: rows.map(([name, estimate]) =>
      row(label(name), baseCell(estimate.n, minimumGroup), estimateCell(estimate, "points", minimumGroup)),
    ),
    notes: [words.totalsNote, ...weightNotes(context)],
  };
}

/** Mean points of each dimension, over those whose points add up. */
export function pointsTable(context: AnalysisContext, measured: MeasuredDimensions): AnalysisTable | null {
  const { points } = measured;
  if (points === null) return null;
  const { valid } = checkPoints(points);
  const { minimumGroup } = context.plan;
  return {
    caption: words.points,
    n: null,
    columns: [nameColumn(terms.dimension), ...[terms.n, own.points].map(numberColumn)],
    rows: measured.dimensions.map((dimension, place) => {
      const used = points[place].map((value, person) => (valid[person] ? value : Number.NaN));
      const mean = meanOf(context, measured, used);
      return row(label(dimension.label), baseCell(mean.n, minimumGroup), estimateCell(mean, "index", minimumGroup));
    }),
    notes: weightNotes(context),
  };
}

/** Points that do not add up are not used, and said. */
export function faultyPointsCaution({ plan }: AnalysisContext, { points }: MeasuredDimensions): AnalysisPart | null {
  if (points === null) return null;
  const faulty = checkPoints(points).faulty.length;
  if (faulty === 0) return null;
  const { minimumGroup } = plan;
  return caution(words.faultyPoints(isHidden(faulty, minimumGroup) ? words.fewer(minimumGroup) : words.some(faulty)));
}

function scoresOf(
  { answers, dimensions, leastShare }: MeasuredDimensions,
  columns: readonly Float64Array[],
): DimensionScores {
  const { caseWeights, designN } = answers;
  return { scores: dimensionMeans(columns, dimensions, leastShare), caseWeights, designN };
}
