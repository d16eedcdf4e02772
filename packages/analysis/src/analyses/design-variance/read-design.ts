/** The sampling design of a study, of the respondents whose stratum and cluster are known. */
import { codedColumn } from "@manyi/dataset/columns/column";
import { psusWithinStrata, type SurveyDesign, surveyDesign } from "@manyi/statistics/design-variance/survey-design";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { codeLabels, placesOf } from "../reading/read-codes.ts";
import { answeredValues } from "../reading/read-columns.ts";
import { cannot } from "../result/outcomes.ts";
import { designWords as words } from "./words.ts";

export interface ReadDesign {
  readonly kind: "read";
  readonly design: SurveyDesign;
  /** 1 for a respondent of the design: with a weight, a stratum and a cluster. */
  readonly isIn: Uint8Array;
  readonly clusters: string | null;
  /** Null without strata. */
  readonly strata: number | null;
  readonly units: number;
  readonly hasLonely: boolean;
  /** A cluster lies in several strata: each part is a unit of its own. */
  readonly isCut: boolean;
  /** Strata without a population size, where others have one. */
  readonly withoutSize: readonly LocalText[];
}

export function readDesign(
  context: AnalysisContext,
  analysis: AnalysisOf<"design-variance">,
): ReadDesign | ImpossibleAnalysis {
  const { rows, weights } = answeredValues(context, []);
  const { strata, populationSizes, population, lonelyPsu = "adjust" } = analysis;
  const clusters = analysis.clusters ?? context.plan.definition.analysis?.alsoClusteredBy ?? null;
  const strataCodes = strata === undefined ? null : allPlaces(context, strata);
  const clusterCodes = clusters === null ? null : allPlaces(context, clusters);
  const isIn = Uint8Array.from({ length: rows }, (_, row) =>
    (strataCodes?.[row] ?? 0) >= 0 && (clusterCodes?.[row] ?? 0) >= 0 && (weights?.[row] ?? 1) > 0 ? 1 : 0,
  );
  const kept = Int32Array.from(isIn.keys()).filter((row) => isIn[row] === 1);
  if (kept.length === 0)
    return cannot("too-few-answers", { zh: "没有可用的回答。", en: "There are no usable answers." });
  const own = strataCodes === null ? null : Int32Array.from(kept, (row) => strataCodes[row]);
  const stratum = own === null ? null : numbered(own);
  const unit = clusterCodes === null ? null : Int32Array.from(kept, (row) => clusterCodes[row]);
  const psus = unit === null ? null : psusWithinStrata(stratum?.codes ?? new Int32Array(kept.length), unit);
  const answers = strata === undefined ? [] : codedColumn(context.plan.dataset, strata).answers;
  const sizes = (stratum?.found ?? [0]).map((place) =>
    stratum === null ? (population ?? null) : (populationSizes?.[answers[place].code] ?? null),
  );
  const hasSizes = sizes.some((size) => size !== null);
  const inSample = unitsByStratum(stratum?.codes ?? null, psus, kept.length, sizes.length);
  if (sizes.some((size, h) => size !== null && size < inSample[h])) return cannot("unsuitable", words.populationBelow);
  const design = surveyDesign({
    weights: Float64Array.from(kept, (row) => weights?.[row] ?? 1),
    strata: stratum?.codes ?? null,
    psus,
    psusInPopulation: hasSizes ? sizes.map((size) => size ?? Number.POSITIVE_INFINITY) : null,
    lonelyPsu,
  });
  const unsized = sizes.flatMap((size, h) =>
    size === null && stratum !== null ? [answers[stratum.found[h]].code] : [],
  );
  return {
    kind: "read",
    design,
    isIn,
    clusters,
    strata: stratum?.found.length ?? null,
    units: design.psuCount,
    isCut: unit !== null && new Set(unit).size < design.psuCount,
    hasLonely: inSample.some((units) => units === 1),
    withoutSize: hasSizes && strata !== undefined ? codeLabels(context, strata, unsized) : [],
  };
}

function allPlaces(context: AnalysisContext, column: string): Int32Array {
  return placesOf(
    context,
    column,
    codedColumn(context.plan.dataset, column).answers.map(({ code }) => [code]),
  );
}

/** Codes from 0 without gaps, and what each stood for. */
function numbered(codes: Int32Array): { readonly codes: Int32Array; readonly found: readonly number[] } {
  const found = [...new Set(codes)].sort((a, b) => a - b);
  const place = new Map(found.map((code, i) => [code, i]));
  return { codes: codes.map((code) => place.get(code) ?? 0), found };
}

function unitsByStratum(strata: Int32Array | null, psus: Int32Array | null, rows: number, count: number): number[] {
  const units = Array.from({ length: count }, () => new Set<number>());
  for (let row = 0; row < rows; row++) units[strata?.[row] ?? 0].add(psus?.[row] ?? row);
  return units.map((each) => each.size);
}
