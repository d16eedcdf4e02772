import { columnBase } from "../../format/column-base.ts";
import type { ReportContext } from "../report-context.ts";

/** What decides the decimals of shares wherever the key figures stand in a column: the same in summary and tables. */
export function keyFigureBase({ shown }: ReportContext): number | undefined {
  return columnBase(shown.keyFigures.flatMap(({ figure, companions }) => [figure, ...companions]));
}
