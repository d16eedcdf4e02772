/** One question from wave to wave, of the waves that may be shown. */
import type { Estimated } from "@manyi/statistics/estimate/estimate";
import { effectiveSampleSize } from "@manyi/statistics/scores/effective-sample-size";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { netPromoterScore } from "@manyi/statistics/scores/net-promoter-score";
import { shareEstimate } from "@manyi/statistics/scores/share";
import { type RatingTally, tallyOf } from "@manyi/statistics/tally/rating-tally";
import { sumsOfMappedTally } from "@manyi/statistics/tally/sums";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { HiddenBecause } from "../../results/figure.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { ofPeopleWithWeight } from "../reading/key-question.ts";
import { answeredValues, ratingOf } from "../reading/read-columns.ts";
import { type AnalysedGroups, groupsToShow, valuesByGroup } from "../reading/read-groups.ts";
import type { Term } from "../result/cells.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";
import { trendWords as words } from "./words.ts";

export interface WaveOfQuestion {
  readonly label: LocalText;
  readonly time: number;
  readonly tally: RatingTally;
  readonly estimate: Estimated;
  readonly share: Estimated;
  readonly kishN: number;
}

/** What the question is followed over. */
export interface TrendAxis {
  readonly label: Bilingual;
  /** A column that is not the study's waves, with no times given, need not be in the order of time. */
  readonly order: "time" | "scale";
  readonly perStep: Term;
}

export interface FollowedQuestion {
  readonly axis: TrendAxis;
  readonly label: ReturnType<typeof bilingual>;
  readonly format: "index" | "statistic";
  /** In the order of time; those that may be shown and can be estimated. */
  readonly waves: readonly WaveOfQuestion[];
  /** Of all waves in their order, why one is not shown; null where it is. */
  readonly hidden: readonly (HiddenBecause | "too-few-answers" | null)[];
  readonly labels: readonly LocalText[];
  readonly isTop: (value: number) => boolean;
}

/** @param times by code; others are as far apart as their places */
export function followedQuestion(
  context: AnalysisContext,
  groups: AnalysedGroups,
  axis: TrendAxis,
  column: string,
  times: Readonly<Record<string, number>>,
): FollowedQuestion | null {
  const item = ratingOf(context, column);
  if (item === null) return null;
  const { confidence, definition } = context.plan;
  const { variables, weights } = answeredValues(context, [column]);
  const values = ofPeopleWithWeight(variables[0], weights);
  const { shown, hidden } = groupsToShow(groups, values);
  const isNps = definition.measures?.nps === column && item.answers.length === 11;
  const ordered = shown
    .map((group) => ({ group, time: times[groups.groups[group].code] ?? group + 1 }))
    .sort((a, b) => a.time - b.time);
  const split = valuesByGroup(
    groups,
    values,
    weights,
    ordered.map(({ group }) => group),
  );
  const reasons: FollowedQuestion["hidden"][number][] = groups.groups.map((_, g) =>
    hidden[g] === null ? (shown.includes(g) ? null : "too-few-answers") : hidden[g],
  );
  const isTop = (value: number) => item.top.has(value);
  const waves = ordered.flatMap(({ group, time }, i): readonly WaveOfQuestion[] => {
    const tally = tallyOf(split[i].values, split[i].weights);
    const estimate = isNps
      ? netPromoterScore(tally, confidence)
      : meanEstimate(
          sumsOfMappedTally(tally, (value) => item.indexOf.get(value) ?? 0),
          confidence,
        );
    const share = shareEstimate(tally, isTop, confidence);
    if (estimate.kind !== "estimated" || share.kind !== "estimated") {
      reasons[group] = "too-few-answers";
      return [];
    }
    const kishN = effectiveSampleSize(sum(tally.weight), sum(tally.squaredWeight));
    return [{ label: groups.groups[group].label, time, tally, estimate, share, kishN }];
  });
  const name = bilingual(item.label);
  return {
    axis,
    label: isNps ? words.nps(name) : words.index(name),
    format: isNps ? "statistic" : "index",
    waves,
    hidden: reasons,
    labels: groups.groups.map(({ label }) => label),
    isTop,
  };
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
