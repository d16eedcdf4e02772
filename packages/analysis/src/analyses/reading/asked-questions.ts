/** The rating questions that an analysis is about: its own list, or those that the study itself reports. */
import type { RatedItem } from "../../plan/rated-item.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { ratingOf } from "./read-columns.ts";

/** @param questions columns, or undefined for the study's measures and the questions of its indicators, each once
 *  @param recommendations further columns whose best answers are the promoters, and whose worst the detractors */
export function askedQuestions(
  context: AnalysisContext,
  questions: readonly string[] | undefined,
  recommendations: readonly string[] = [],
): readonly RatedItem[] {
  const { measures, index } = context.plan;
  const known = [...Object.values(measures).filter((item) => item !== null), ...index.map(({ item }) => item)];
  const wanted = questions ?? [...new Set(known.map(({ column }) => column))];
  return wanted.flatMap((column) => {
    const item = known.find((each) => each.column === column) ?? ratingOf(context, column);
    if (item === null) return [];
    return [recommendations.includes(column) ? asRecommendation(item) : item];
  });
}

function asRecommendation(item: RatedItem): RatedItem {
  const values = item.answers.map(({ value }) => value);
  return { ...item, top: new Set(values.filter((v) => v >= 9)), bottom: new Set(values.filter((v) => v <= 6)) };
}
