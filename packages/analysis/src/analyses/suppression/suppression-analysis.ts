/** Which cells of a table of respondents must be hidden, and why; the hidden numbers stand nowhere. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisOutcome } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { cannot, caution, computed, tablePart, tooFewAnswers } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { countsTable, reasonsTable } from "./counts-table.ts";
import { filtersTable } from "./filters-table.ts";
import { protectedCounts } from "./protected-counts.ts";
import { suppressionWords as words } from "./words.ts";

/** A table of which more is hidden tells little. */
const muchHidden = 0.4;

export function suppressionAnalysis(context: AnalysisContext, analysis: AnalysisOf<"suppression">): FamilyAnswer {
  const minimum = Math.max(context.plan.minimumGroup, analysis.minimum ?? 0);
  return { title: words.title, method: words.method(minimum), outcome: outcomeOf(context, analysis, minimum) };
}

function outcomeOf(
  context: AnalysisContext,
  { rows, by, filters, minimum: asked }: AnalysisOf<"suppression">,
  minimum: number,
): AnalysisOutcome {
  const counts = protectedCounts(context, rows, by, minimum);
  if (counts === null) return tooFewAnswers(0, minimum);
  const { shown } = counts;
  if (shown === null && filters === undefined) return cannot("suppressed", words.nothing);
  const [first, second] = [bilingual(labelOf(context, rows)), bilingual(labelOf(context, by))];
  const hidden = shown === null ? 0 : shown.hiddenCells.filter(Boolean).length / shown.hiddenCells.length;
  return computed(
    shown === null ? caution(words.nothing) : null,
    ...(shown === null
      ? []
      : [
          tablePart(countsTable(words.table(first, second), { code: "row", heading: first }, counts, shown)),
          tablePart(reasonsTable(counts, shown)),
        ]),
    hidden > muchHidden ? caution(words.advice) : null,
    filters === undefined ? null : tablePart(filtersTable(context, filters, minimum)),
    asked !== undefined && asked < minimum ? caution(words.lowered(minimum)) : null,
  );
}
