import { type CellCounts, statePosition, tabulate } from "@manyi/dataset/query/tabulate";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { standardDeviation } from "@manyi/statistics/scores/standard-deviation";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { sumsOfMappedTally, sumsOfTally } from "@manyi/statistics/tally/sums";
import { boxFigure, figure, indexFigure, meanFigure, medianFigure, plain } from "../measure/rating-figures.ts";
import { answersOf, tallyOfCells, tallyOfItem } from "../measure/tallies.ts";
import type { IndexItem } from "../plan/analysis-plan.ts";
import type { RatedItem } from "../plan/rated-item.ts";
import type { Run } from "../plan/run.ts";
import type { Figure } from "../results/figure.ts";
import type { DistributionCell, ItemResult, NoRating } from "../results/items.ts";
import { otherConversions } from "./other-conversions.ts";

/** Every rating of the study: the indicators in their order, the measures, further items; each once.
 *  @param weightOf weight of a question in the index, null outside it */
export function itemResults(run: Run, weightOf: (column: string) => number | null): readonly ItemResult[] {
  const { index, measures, furtherItems } = run.plan;
  const inIndex = new Map(index.map((entry) => [entry.item.column, entry]));
  const all = [
    ...index.map((entry) => entry.item),
    ...Object.values(measures).filter((m) => m !== null),
    ...furtherItems,
  ];
  const once = all.filter((item, i) => all.findIndex((other) => other.column === item.column) === i);
  return once.map((item) => itemResult(run, item, inIndex.get(item.column) ?? null, weightOf(item.column)));
}

function itemResult(run: Run, item: RatedItem, entry: IndexItem | null, weight: number | null): ItemResult {
  const cells = tabulate(run.plan.dataset, [item.column], [], run.weight);
  const tally = tallyOfCells(run, cells, 0, item);
  const deviation = standardDeviation(sumsOfTally(tally));
  const isShown = answersOf(tally) >= run.plan.minimumGroup;
  return {
    code: item.column,
    label: item.label,
    dimension: entry?.leaf.dimension.code ?? null,
    distribution: isShown ? distribution(item, tally) : [],
    noRating: noRating(cells),
    index: indexFigure(run, item, tally),
    mean: meanFigure(run, item, tally),
    topShare: boxFigure(run, item, tally, "top-share"),
    bottomShare: boxFigure(run, item, tally, "bottom-share"),
    median: medianFigure(run, item, tally),
    standardDeviation: isShown && deviation.kind === "estimated" ? deviation.value : null,
    otherConversions: otherConversions(item).map(({ kind, indexOf }) =>
      conversionFigure(run, item, tally, kind, indexOf),
    ),
    statedImportance: entry?.importance
      ? meanFigure(run, entry.importance, tallyOfItem(run, entry.importance), "importance")
      : null,
    weight,
  };
}

function conversionFigure(
  run: Run,
  item: RatedItem,
  tally: RatingTally,
  kind: string,
  indexOf: (value: number) => number,
): Figure {
  const origin = { measure: "index", subject: item.column, unit: "index", conversion: kind, filter: [] } as const;
  return figure(run, origin, plain(meanEstimate(sumsOfMappedTally(tally, indexOf), run.plan.confidence)));
}

function distribution(item: RatedItem, tally: RatingTally): readonly DistributionCell[] {
  const total = tally.weight.reduce((sum, weight) => sum + weight, 0);
  return item.answers.map((answer, i) => ({
    code: answer.code,
    label: answer.label,
    value: answer.value,
    count: tally.count[i],
    share: total > 0 ? tally.weight[i] / total : 0,
  }));
}

function noRating(cells: CellCounts): NoRating {
  const of = (state: Parameters<typeof statePosition>[0]) => cells.count[statePosition(state)];
  return {
    notShown: of("not-shown"),
    skipped: of("skipped"),
    notApplicable: of("not-applicable"),
    dontKnow: of("dont-know"),
    refused: of("refused"),
    setAside: of("set-aside"),
  };
}
