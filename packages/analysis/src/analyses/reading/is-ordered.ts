import type { AnalysisContext } from "../analysis-context.ts";

/** Whether the answers of a coded column have an order: those of ratings and of ordinal scales. */
export function isOrdered({ plan }: AnalysisContext, column: string): boolean {
  const { columns, scales } = plan.definition;
  const declared = columns.find(({ name }) => name === column)?.scale;
  const scale = declared === undefined ? undefined : scales[declared];
  return scale !== undefined && scale.kind !== "nominal";
}
