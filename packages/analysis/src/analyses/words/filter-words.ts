import { codedColumn } from "@manyi/dataset/columns/column";
import type { LocalText } from "@manyi/study/definition/local-text";
import { columnLabel } from "../../plan/analysis-plan.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { bilingual, listed } from "./bilingual.ts";

/** `大区：华东、华北；期次：第 1 期`; null where there is no filter. */
export function filterWords({ plan, filter }: AnalysisContext): LocalText | null {
  if (filter.length === 0) return null;
  const conditions = filter.map(({ column, codes }) => {
    const { answers } = codedColumn(plan.dataset, column);
    const name = bilingual(columnLabel(plan.definition, column));
    const chosen = listed(
      codes.map((code) => answers.find((answer) => answer.code === code)?.label ?? { zh: code, en: code }),
    );
    return { zh: `${name.zh}：${chosen.zh}`, en: `${name.en}: ${chosen.en}` };
  });
  return { zh: conditions.map(({ zh }) => zh).join("；"), en: conditions.map(({ en }) => en).join("; ") };
}
