/** Coded answers as places among codes that a definition names. */
import { codedColumn } from "@manyi/dataset/columns/column";
import { columns } from "@manyi/dataset/query/columns";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";

/** The list that holds each respondent's answer, by its place; −1 where none does. Rows as in `answeredValues`.
 *  @param lists of codes; the first that holds an answer counts */
export function placesOf(
  { plan, filter, weight }: AnalysisContext,
  column: string,
  lists: readonly (readonly string[])[],
): Int32Array {
  const values = codedColumn(plan.dataset, column).answers.map(({ code }) =>
    lists.findIndex((list) => list.includes(code)),
  );
  const { variables } = columns(plan.dataset, [{ column, values }], filter, weight);
  return Int32Array.from(variables[0], (place) => (Number.isNaN(place) ? -1 : place));
}

/** The label of each code; the code itself where nobody gave it and the code book has none. */
export function codeLabels({ plan }: AnalysisContext, column: string, codes: readonly string[]): readonly LocalText[] {
  const { answers } = codedColumn(plan.dataset, column);
  return codes.map((code) => answers.find((answer) => answer.code === code)?.label ?? { zh: code, en: code });
}
