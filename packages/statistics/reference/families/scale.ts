import { indexMoments } from "../../src/index/index-moments.ts";
import { weightedIndex } from "../../src/index/weighted-index.ts";
import { type Conversion, convert } from "../../src/scale/conversion.ts";
import { meanEstimate } from "../../src/scores/mean.ts";
import { tallyOf } from "../../src/tally/rating-tally.ts";
import { sumsOfMappedTally } from "../../src/tally/sums.ts";
import { estimated } from "../../test-support/variants.ts";
import { answered } from "../columns.ts";
import type { Family } from "../family.ts";
import { keyByKey } from "../key-by-key.ts";
import { confidenceOf } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import { isTree, type ReferenceValue } from "../reference-value.ts";
import { type SurveyTable, surveyTable } from "../survey-table.ts";

/** Keys say what is asked: `range_based` COLUMN_1_5, `max_based` COLUMN, `marks_100_80_60_30_0` from the highest level down. */
export const scale: Family = {
  compute: (file) => {
    const survey = surveyTable(file);
    return keyByKey(Object.keys(file.values), (key) => convertedMeans(key, file, survey));
  },
};

function convertedMeans(key: string, file: ReferenceFile, survey: SurveyTable): ReferenceValue {
  const confidence = confidenceOf(file);
  const asked = file.values[key];
  const names = isTree(asked) ? Object.keys(asked) : [];
  const ranges = rangesAsked(file);
  if (key === "range_based")
    return byName(names, (name) => meanOf(survey, ranges[name].column, ranges[name], confidence));
  if (key === "max_based") {
    return byName(names, (column) => {
      const range = Object.values(ranges).find((each) => each.column === column);
      return meanOf(survey, column, { kind: "maximum", maximum: range?.maximum ?? scaleEnd(column) }, confidence);
    });
  }
  const marks = /^(?:linear_)?marks((?:_\d+)+)$/.exec(key)?.[1];
  if (marks !== undefined) {
    const ofLevels = marks.slice(1).split("_").map(Number).reverse();
    const table = new Map(ofLevels.map((mark, place) => [place + 1, mark]));
    const { value, n, standardError } = convertedMean(survey, "osat", { kind: "marks", marks: table }, confidence);
    return isTree(asked) ? { mean: value, n, se: standardError } : value;
  }
  return key === "acsi_three_items_equal_weights" ? threeItemIndex(survey, confidence) : null;
}

interface RangeAsked {
  readonly kind: "range";
  readonly column: string;
  readonly minimum: number;
  readonly maximum: number;
}

function rangesAsked({ values }: ReferenceFile): Readonly<Record<string, RangeAsked>> {
  const asked = isTree(values.range_based) ? Object.keys(values.range_based) : [];
  return byName(asked, (name) => {
    const [, column, minimum, maximum] = /^(\w+)_(\d+)_(\d+)$/.exec(name) ?? [];
    if (column === undefined) throw new Error(`${name} names no column and scale`);
    return { kind: "range", column, minimum: Number(minimum), maximum: Number(maximum) };
  });
}

/** The scale's end that a column has in its name: `sat10`. */
function scaleEnd(column: string): number {
  return Number(/\d+$/.exec(column)?.[0]);
}

/** Satisfaction, expectations met, distance to the ideal, each on 1–10, with equal weights. */
function threeItemIndex(survey: SurveyTable, confidence: number): number {
  const items = ["sat10", "exp10", "ideal10"].map((name) => {
    const conversion: Conversion = { kind: "range", minimum: 1, maximum: scaleEnd(name) };
    return survey.numbers(name).map((value) => (Number.isNaN(value) ? value : convert(conversion, value)));
  });
  const [moments] = indexMoments(items, null, { codes: new Uint8Array(survey.rows), count: 1 });
  return estimated(weightedIndex(moments, [1, 1, 1], "none", confidence)).value;
}

function meanOf(survey: SurveyTable, column: string, conversion: Conversion, confidence: number): number {
  return convertedMean(survey, column, conversion, confidence).value;
}

function convertedMean(survey: SurveyTable, column: string, conversion: Conversion, confidence: number) {
  const tally = tallyOf(answered(survey.numbers(column))[0]);
  const sums = sumsOfMappedTally(tally, (value) => convert(conversion, value));
  return estimated(meanEstimate(sums, confidence));
}

function byName<T>(names: readonly string[], of: (name: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(names.map((name) => [name, of(name)]));
}
