import type { AnalysisCell, AnalysisRow, AnalysisTable, NumberFormat } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import {
  detailRow,
  estimate,
  label,
  nameColumn,
  none,
  number,
  numberColumn,
  textColumn,
  totalRow,
} from "../result/cells.ts";
import { baseCell, estimateCell } from "../result/estimate-cell.ts";
import { bilingual } from "../words/bilingual.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import type { QuestionByGroup, ScoredGroup, ScoresByGroup } from "./group-scores.ts";
import { scoreFormats } from "./question-scores.ts";
import { scoreTerms as own, scoreWords as words } from "./words.ts";

/** From here on an interval is narrow enough to be read as a value. */
const fewAnswers = 30;

/** @param questions those of the analysis that are shown */
export function groupScoresTable(
  context: AnalysisContext,
  { groups }: ScoresByGroup,
  questions: readonly QuestionByGroup[],
  compared: "mean" | "top-share",
): AnalysisTable {
  const hasFew = questions.some((question) => question.groups.some(({ score, n }) => score !== null && n < fewAnswers));
  return {
    caption: words.byGroup(bilingual(groups.label)),
    n: null,
    columns: [
      nameColumn(terms.group),
      ...[terms.n, own.score, own.againstRest, terms.adjustedPValue].map(numberColumn),
      textColumn(terms.verdict),
    ],
    rows: questions.flatMap((question) => questionRows(context, question)),
    notes: [words.measureNote(compared), ...(hasFew ? [words.fewNote] : []), ...weightNotes(context)],
  };
}

function questionRows(
  { plan }: AnalysisContext,
  { item, score, total, groups }: QuestionByGroup,
): readonly AnalysisRow[] {
  const { minimumGroup } = plan;
  const format = scoreFormats[score];
  return [
    totalRow(
      label(item.label),
      baseCell(total.n, minimumGroup),
      estimateCell(total, format, minimumGroup),
      none(),
      none(),
      none(),
    ),
    ...groups.map((scored) => groupRow(scored, format, minimumGroup)),
  ];
}

function groupRow(scored: ScoredGroup, format: NumberFormat, minimum: number): AnalysisRow {
  const { group, hidden, n, score } = scored;
  if (score === null) {
    const because = none(hidden ?? "too-few-answers");
    return detailRow(label(group.label), because, because, because, because, because);
  }
  return detailRow(
    label(group.label),
    number(n, "count"),
    estimateCell(score, format, minimum),
    ...differenceCells(scored, format),
  );
}

function differenceCells(
  { difference, adjustedPValue, evidence }: ScoredGroup,
  format: NumberFormat,
): readonly AnalysisCell[] {
  if (difference === null) return [none(), none(), none()];
  if (difference.kind === "too-few-answers") return Array<AnalysisCell>(3).fill(none("too-few-answers"));
  if (difference.kind === "no-variation")
    return [number(difference.value, format), none("no-variation"), none("no-variation")];
  return [
    estimate(difference.value, difference.interval, format),
    number(adjustedPValue, "p-value"),
    label(words.verdicts[evidence]),
  ];
}
