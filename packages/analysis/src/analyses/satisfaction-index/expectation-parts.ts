/** Satisfaction in per cent of expectation. */

import { columns } from "@manyi/dataset/query/columns";
import { ratioIndex } from "@manyi/statistics/index/ratio-index";
import { rangeConversion } from "@manyi/statistics/scale/range-conversion";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { RatedItem } from "../../plan/rated-item.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { ratingOf } from "../reading/read-columns.ts";
import { label, nameColumn, numberColumn, row } from "../result/cells.ts";
import { baseCell, estimateCell } from "../result/estimate-cell.ts";
import { caution, tablePart } from "../result/outcomes.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import { indexTerms as own, indexWords as words } from "./words.ts";

export function expectationParts(context: AnalysisContext, analysis: AnalysisOf<"index">): readonly AnalysisPart[] {
  const { plan, filter, weight } = context;
  const satisfaction =
    analysis.satisfaction === undefined ? plan.measures.overall : ratingOf(context, analysis.satisfaction);
  const expectation = analysis.expectation === undefined ? null : ratingOf(context, analysis.expectation);
  if (satisfaction === null || expectation === null) return [];
  const read = columns(plan.dataset, [byRange(satisfaction), byRange(expectation)], filter, weight);
  const [met, expected] = read.variables;
  const ratio = ratioIndex(met, expected, read.weights, read.rows, plan.confidence);
  if (ratio.kind === "no-expectation") return [caution(words.noExpectation)];
  const meanOf = (column: Float64Array, other: Float64Array) => {
    const paired = column.map((value, person) => (Number.isNaN(other[person]) ? Number.NaN : value));
    return meanEstimate(sumsOfColumn(paired, read.weights, read.rows), plan.confidence);
  };
  const { minimumGroup } = plan;
  return [
    tablePart({
      caption: words.ratioTable,
      n: null,
      columns: [nameColumn(terms.item), ...[terms.n, own.satisfaction, own.expectation, own.ratio].map(numberColumn)],
      rows: [
        row(
          label(satisfaction.label),
          baseCell(ratio.n, minimumGroup),
          estimateCell(meanOf(met, expected), "index", minimumGroup),
          estimateCell(meanOf(expected, met), "index", minimumGroup),
          estimateCell(ratio, "index", minimumGroup),
        ),
      ],
      notes: [words.ratioNote, ...weightNotes(context)],
    }),
  ];
}

/** By range, whatever the scale's own conversion is: the ratio of two indices needs one zero. */
function byRange({ column, answers, best }: RatedItem) {
  const values = answers.map(({ value }) => value);
  const [minimum, maximum] = [values[0], values[values.length - 1]];
  const rising = (value: number) => (best === "highest" ? value : minimum + maximum - value);
  return { column, values: values.map((value) => rangeConversion(rising(value), minimum, maximum)) };
}
