import type { Figure } from "@manyi/analysis/results/figure";
import type { WeightingResults } from "@manyi/analysis/results/study-results";

/** Every figure that a weighting's results hold. */
export function allFigures(results: WeightingResults): readonly Figure[] {
  const { keyFigures, dimensions, items, groups, waves, index } = results;
  return [
    ...keyFigures.flatMap(({ figure, companions }) => [figure, ...companions]),
    ...dimensions.map((dimension) => dimension.index),
    ...items.flatMap((item) => [
      item.index,
      item.mean,
      item.topShare,
      item.bottomShare,
      ...(item.statedImportance === null ? [] : [item.statedImportance]),
    ]),
    ...groups.flatMap((breakdown) => [...breakdown.measures, ...breakdown.items].flatMap(({ figures }) => figures)),
    ...(waves === null ? [] : waves.measures.flatMap(({ figures }) => figures)),
    ...(index === null ? [] : [index.respondents.mean, ...index.alternatives.map((alternative) => alternative.index)]),
  ];
}
