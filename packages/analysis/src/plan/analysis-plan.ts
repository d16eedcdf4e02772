/** What a study asks to be analysed, resolved against its data once, before any number is computed. */
import { codedColumn, type Dataset } from "@manyi/dataset/columns/column";
import type { IndexWeighting } from "@manyi/study/definition/index-weightings";
import { type IndicatorLeaf, leavesOf } from "@manyi/study/definition/indicator-leaves";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { OrdinalScale, RatingScale } from "@manyi/study/definition/scale";
import { effortScale, recommendationScale } from "@manyi/study/definition/scale-answers";
import type { StudyDefinition } from "@manyi/study/definition/study-definition";
import { type RatedItem, ratedItem } from "./rated-item.ts";

export interface IndexItem {
  readonly item: RatedItem;
  readonly leaf: IndicatorLeaf;
  readonly importance: RatedItem | null;
}

export interface AnalysisPlan {
  readonly dataset: Dataset;
  readonly definition: StudyDefinition;
  readonly confidence: number;
  readonly minimumGroup: number;
  readonly weighting: IndexWeighting;
  /** A customer whose own index reaches this is satisfied. */
  readonly satisfiedFrom: number;
  readonly minimumAnsweredShare: number;
  /** In the order of the indicator system. */
  readonly index: readonly IndexItem[];
  readonly measures: {
    readonly overall: RatedItem | null;
    readonly nps: RatedItem | null;
    readonly ces: RatedItem | null;
    readonly repurchase: RatedItem | null;
    readonly recommendation: RatedItem | null;
  };
  readonly furtherItems: readonly RatedItem[];
}

export function analysisPlan(definition: StudyDefinition, dataset: Dataset): AnalysisPlan {
  const rated = (name: string | undefined): RatedItem | null =>
    name === undefined ? null : ratedColumn(definition, dataset, name);
  const scaled = (
    name: string | undefined,
    boxes: (scale: RatingScale | OrdinalScale) => RatingScale | OrdinalScale,
  ) =>
    name === undefined
      ? null
      : ratedItem(codedColumn(dataset, name), columnLabel(definition, name), boxes(ratingScale(definition, name)));
  const { measures, analysis, index } = definition;
  return {
    dataset,
    definition,
    confidence: analysis?.confidence ?? 0.95,
    minimumGroup: analysis?.minimumGroup ?? 10,
    weighting: index?.weights ?? "equal",
    satisfiedFrom: index?.satisfiedFrom ?? 70,
    minimumAnsweredShare: index?.minimumAnsweredShare ?? 0.5,
    index: leavesOf(definition.indicators ?? []).map((leaf) => ({
      item: ratedColumn(definition, dataset, leaf.question, leaf.indicator.label),
      leaf,
      importance: rated(leaf.indicator.importance),
    })),
    measures: {
      overall: rated(measures?.overall),
      nps: scaled(measures?.nps, recommendationScale),
      ces: scaled(measures?.ces, effortScale),
      repurchase: rated(measures?.repurchase),
      recommendation: rated(measures?.recommendation),
    },
    furtherItems: (definition.furtherItems ?? []).map((name) => ratedColumn(definition, dataset, name)),
  };
}

/** The column's label in the study's words; its name where the code book has none. */
export function columnLabel(definition: StudyDefinition, name: string): LocalText {
  return definition.columns.find((column) => column.name === name)?.label ?? { zh: name, en: name };
}

/** A rating of the study, by its column.
 *  @throws RangeError if the study has no such rating */
export function ratedColumn(definition: StudyDefinition, dataset: Dataset, name: string, label?: LocalText): RatedItem {
  return ratedItem(codedColumn(dataset, name), label ?? columnLabel(definition, name), ratingScale(definition, name));
}

function ratingScale(definition: StudyDefinition, name: string): RatingScale | OrdinalScale {
  const scaleName = definition.columns.find((column) => column.name === name)?.scale;
  const scale = scaleName === undefined ? undefined : definition.scales[scaleName];
  if (scale === undefined || scale.kind === "nominal") throw new RangeError(`${name} is no rating`);
  return scale;
}
