/** One scale of the analysis: its items, and what can be said of how they agree. */
import { type Moments, momentsOf } from "@manyi/statistics/moments/moments";
import { cronbachAlpha } from "@manyi/statistics/reliability/cronbach-alpha";
import { type ItemOfScale, itemAnalysis } from "@manyi/statistics/reliability/item-analysis";
import { averageVarianceExtracted, omegaTotal } from "@manyi/statistics/reliability/omega";
import { oneFactorModel } from "@manyi/statistics/reliability/one-factor";
import { samplingAdequacy, sphericityTest } from "@manyi/statistics/reliability/sampling-adequacy";
import { oddItems, splitHalf } from "@manyi/statistics/reliability/split-half";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { Indicator } from "@manyi/study/definition/indicator";
import { leavesOf } from "@manyi/study/definition/indicator-leaves";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell, AnalysisRow } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { risingValues } from "../reading/read-columns.ts";
import { estimate, label, none, number, row } from "../result/cells.ts";
import { reliabilityWords } from "./words.ts";

export interface NamedScale {
  readonly label: LocalText;
  /** Columns. */
  readonly items: readonly string[];
}

/** The study's own scales, or its dimensions and all of its indicators together. Scales of one item agree with nothing. */
export function scalesOf({ plan }: AnalysisContext, { scales }: AnalysisOf<"reliability">): readonly NamedScale[] {
  if (scales !== undefined)
    return scales.map(({ label: given, items }, i) => ({
      label: given ?? { zh: `量表 ${i + 1}`, en: `Scale ${i + 1}` },
      items,
    }));
  const indicators = plan.definition.indicators ?? [];
  const dimensions = indicators.map((dimension: Indicator) => ({
    label: dimension.label,
    items: leavesOf([dimension]).map(({ question }) => question),
  }));
  const all = { label: reliabilityWords.allItems, items: leavesOf(indicators).map(({ question }) => question) };
  return [...dimensions, ...(dimensions.length > 1 ? [all] : [])].filter(({ items }) => items.length > 1);
}

export interface MeasuredScale {
  readonly scale: NamedScale;
  readonly n: number;
  readonly row: AnalysisRow;
  /** Null where it cannot be computed. */
  readonly alpha: number | null;
  /** Empty where nothing may be shown. */
  readonly items: readonly ItemOfScale[];
}

export function measuredScale(context: AnalysisContext, scale: NamedScale): MeasuredScale {
  const { variables, weights } = risingValues(context, scale.items);
  const moments = momentsOf({ variables: scale.items, columns: variables }, weights);
  const { minimumGroup, confidence } = context.plan;
  if (moments.n < minimumGroup) {
    const because = none(moments.n === 0 ? "too-few-answers" : "too-few");
    return { scale, n: moments.n, row: row(label(scale.label), ...Array(8).fill(because)), alpha: null, items: [] };
  }
  const alpha = cronbachAlpha(moments, confidence);
  const analysed = itemAnalysis(moments);
  return {
    scale,
    n: moments.n,
    row: row(
      label(scale.label),
      number(moments.n, "count"),
      number(scale.items.length, "count"),
      alpha.kind === "estimated" ? estimate(alpha.value, alpha.interval, "coefficient") : none("no-variation"),
      ...oneFactorCells(moments, confidence),
      splitHalfCell(moments, confidence),
      ...factorabilityCells(moments),
    ),
    alpha: alpha.kind === "estimated" ? alpha.value : null,
    items: analysed.kind === "estimated" ? analysed.items : [],
  };
}

/** ω and AVE. */
function oneFactorCells(moments: Moments, confidence: number): readonly AnalysisCell[] {
  const model = oneFactorModel(moments);
  if (model.kind !== "estimated") {
    const because = none(model.kind === "not-identified" ? "not-applicable" : "not-estimable");
    return [because, because];
  }
  return [omegaTotal(model, confidence), averageVarianceExtracted(model, confidence)].map((part) =>
    part.kind === "estimated" ? estimate(part.value, part.interval, "coefficient") : none("not-estimable"),
  );
}

function splitHalfCell(moments: Moments, confidence: number): AnalysisCell {
  const half = splitHalf(moments, oddItems(moments.variables.length), confidence);
  return half.kind === "estimated" ? estimate(half.value, half.interval, "coefficient") : none("not-estimable");
}

/** KMO and Bartlett's p. */
function factorabilityCells(moments: Moments): readonly AnalysisCell[] {
  const adequacy = samplingAdequacy(moments);
  const sphericity = sphericityTest(moments);
  return [
    adequacy.kind === "estimated" ? number(adequacy.overall, "coefficient") : none("not-estimable"),
    sphericity.kind === "tested" ? number(sphericity.pValue, "p-value") : none("not-estimable"),
  ];
}
