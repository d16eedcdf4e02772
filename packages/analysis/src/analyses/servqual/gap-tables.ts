import type { Estimate } from "@manyi/statistics/estimate/estimate";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import type { DimensionGap } from "@manyi/statistics/servqual/dimension-gaps";
import { type ItemGap, itemGaps } from "@manyi/statistics/servqual/item-gaps";
import { columnOf, dimensionMeans } from "@manyi/statistics/servqual/servqual-answers";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { AnalysisCell, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { detailRow, label, nameColumn, numberColumn, row, textColumn, totalRow } from "../result/cells.ts";
import { baseCell, estimateCell } from "../result/estimate-cell.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import { adjustedOf, gapCells } from "./gap-cells.ts";
import type { MeasuredDimensions } from "./measured-dimensions.ts";
import { servqualTerms as own, servqualWords as words } from "./words.ts";

const gapColumns = [
  ...[terms.n, own.expectation, own.perception, own.gap, terms.adjustedPValue].map(numberColumn),
  textColumn(terms.verdict),
];

/** The profile: reliability, assurance, tangibles, empathy, responsiveness, or whatever the dimensions are. */
export function dimensionsTable(
  context: AnalysisContext,
  measured: MeasuredDimensions,
  gaps: readonly DimensionGap[],
): AnalysisTable {
  const cells = dimensionCells(context, measured, gaps);
  return {
    caption: words.dimensions,
    n: null,
    columns: [nameColumn(terms.dimension), ...gapColumns],
    rows: measured.dimensions.map((dimension, place) => row(label(dimension.label), ...cells[place])),
    notes: [words.basesNote, ...weightNotes(context)],
  };
}

/** Items under their dimensions. */
export function itemsTable(
  context: AnalysisContext,
  measured: MeasuredDimensions,
  gaps: readonly DimensionGap[],
): AnalysisTable {
  const ofDimensions = dimensionCells(context, measured, gaps);
  const ofItems = gapRows(context, itemGaps(measured.answers, context.plan.confidence));
  return {
    caption: words.items,
    n: null,
    columns: [nameColumn(terms.item), ...gapColumns],
    rows: measured.dimensions.flatMap((dimension, place) => [
      totalRow(label(dimension.label), ...ofDimensions[place]),
      ...dimension.items.map((item) => detailRow(label(measured.items[item]), ...ofItems[item])),
    ]),
    notes: weightNotes(context),
  };
}

function dimensionCells(context: AnalysisContext, measured: MeasuredDimensions, gaps: readonly DimensionGap[]) {
  const expectations = dimensionMeans(measured.answers.expectations, measured.dimensions, measured.leastShare);
  return gapRows(
    context,
    gaps.map(({ gap, performance }, place) => ({
      expectation: meanOf(context, measured, columnOf(expectations, place)),
      perception: performance,
      gap,
    })),
  );
}

/** n, both sides and the gap with its test; the tests of one list are corrected together. */
function gapRows({ plan }: AnalysisContext, gaps: readonly ItemGap[]): readonly (readonly AnalysisCell[])[] {
  const { minimumGroup } = plan;
  const adjusted = adjustedOf(
    gaps.map(({ gap }) => gap),
    minimumGroup,
  );
  return gaps.map(({ expectation, perception, gap }, i) => [
    baseCell(gap.n, minimumGroup),
    estimateCell(expectation, "points", minimumGroup),
    estimateCell(perception, "points", minimumGroup),
    ...gapCells(gap, adjusted[i], plan),
  ]);
}

export function meanOf({ plan }: AnalysisContext, { answers }: MeasuredDimensions, values: Float64Array): Estimate {
  return meanEstimate(sumsOfColumn(values, answers.caseWeights, answers.designN), plan.confidence);
}
