/** Columns as numbers, of the respondents whom the analysis takes. */
import { columns, type RowColumns } from "@manyi/dataset/query/columns";
import { filterMask } from "@manyi/dataset/query/filter";
import type { Variable } from "@manyi/dataset/query/variable";
import type { LocalText } from "@manyi/study/definition/local-text";
import { columnLabel, ratedColumn } from "../../plan/analysis-plan.ts";
import { indexValues, type RatedItem, risingRating } from "../../plan/rated-item.ts";
import type { AnalysisContext } from "../analysis-context.ts";

/** Scale values and numbers as they were answered.
 *  @throws RangeError if a column does not exist */
export function answeredValues(context: AnalysisContext, names: readonly string[]): RowColumns {
  return read(context, names, (column) => ({ column }));
}

/** Ratings turned so that they rise with satisfaction; numbers as they are: for all that looks at how variables go together. */
export function risingValues(context: AnalysisContext, names: readonly string[]): RowColumns {
  return read(context, names, (column) => {
    const item = ratingOf(context, column);
    return item === null ? { column } : risingRating(item);
  });
}

/** Ratings on 0–100 by the conversion of their scale; numbers as they are. */
export function indexedValues(context: AnalysisContext, names: readonly string[]): RowColumns {
  return read(context, names, (column) => {
    const item = ratingOf(context, column);
    return item === null ? { column } : { column, values: indexValues(item) };
  });
}

/** The rating question of a column; null where the column holds numbers or groups. */
export function ratingOf({ plan }: AnalysisContext, name: string): RatedItem | null {
  const type = plan.definition.columns.find((column) => column.name === name)?.type;
  return type === "rating" ? ratedColumn(plan.definition, plan.dataset, name) : null;
}

export function labelOf({ plan }: AnalysisContext, name: string): LocalText {
  return columnLabel(plan.definition, name);
}

/** Respondents whom the analysis takes, whatever they answered. */
export function respondentsOf({ plan, filter }: AnalysisContext): number {
  return filterMask(plan.dataset, filter)?.reduce((sum, through) => sum + through, 0) ?? plan.dataset.rows;
}

function read(
  { plan, filter, weight }: AnalysisContext,
  names: readonly string[],
  variableOf: (name: string) => Variable,
): RowColumns {
  return columns(plan.dataset, names.map(variableOf), filter, weight);
}
