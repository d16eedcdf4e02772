import {
  type Adjustment,
  columnLetter,
  columnProportions,
  columnSizes,
} from "@manyi/statistics/crosstab/column-proportions";
import { type CrossTable, marginsOf } from "@manyi/statistics/crosstab/table";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell, AnalysisRow, AnalysisTable } from "../../results/analyses.ts";
import { detailRow, label, nameColumn, none, number, numberColumn, row, totalRow } from "../result/cells.ts";
import { bilingual } from "../words/bilingual.ts";
import type { CrossedQuestion } from "./crossed-question.ts";
import { crosstabTerms as own, crosstabRows as rowNames, crosstabWords as words } from "./words.ts";

/** Rows of three lines each that one table may have. */
const mostListed = 20;

/** Shares of each column with counts and letters. */
export function shareTable(question: CrossedQuestion, by: LocalText, alpha: number, adjust: Adjustment): AnalysisTable {
  const { table, answers, groups, protection } = question;
  const cells = table.weights ?? table.counts;
  const margins = marginsOf(table.rows, table.columns, cells);
  const counted = marginsOf(table.rows, table.columns, table.counts);
  const proportions = columnProportions(table, alpha, adjust);
  const listed = mostFrequent(counted.rowTotals);
  const rows = listed.flatMap((r): readonly AnalysisRow[] => {
    const { shares } = proportions[r];
    const isHidden = (c: number) => protection !== null && protection[r * table.columns + c] !== null;
    const letters = shownLetters(proportions[r].letters, isHidden);
    const isMarked = letters.some((text) => text !== "");
    const all = margins.total > 0 ? margins.rowTotals[r] / margins.total : null;
    const shown = shares.map((share, c) => cellOf(question, r, c, number(share, "share")));
    const counts = groups.map((_, c) => cellOf(question, r, c, number(table.counts[r * table.columns + c], "count")));
    return [
      row(label(answers[r].label), number(all, "share"), ...shown),
      detailRow(label(rowNames.people), number(counted.rowTotals[r], "count"), ...counts),
      ...(isMarked ? [detailRow(label(rowNames.letters), none(), ...letters.map((text) => lettersCell(text)))] : []),
    ];
  });
  const left = answers.length - listed.length;
  return {
    caption: words.sharesOf(question.label, by),
    n: question.n,
    columns: [
      nameColumn(own.answer),
      numberColumn(own.all),
      ...groups.map((group, c) => numberColumn({ code: group.code, heading: lettered(group.label, c) })),
    ],
    rows: [...rows, ...baseRows(table, counted.columnTotals, margins.columnTotals)],
    notes: [...question.notes, ...(left > 0 ? [words.rowsLeftOut(left)] : [])],
  };
}

/** What stands in a place of the table: the cell, or why it is hidden. */
export function cellOf({ table, protection }: CrossedQuestion, r: number, c: number, cell: AnalysisCell): AnalysisCell {
  const because = protection?.[r * table.columns + c] ?? null;
  return because === null ? cell : none(because);
}

/** Letters tell of two cells: none stands in a hidden cell, and none names the column of one. */
function shownLetters(letters: readonly string[], isHidden: (column: number) => boolean): readonly string[] {
  const hidden = letters.flatMap((_, c) => (isHidden(c) ? [columnLetter(c)] : []));
  return letters.map((text, c) => (isHidden(c) ? "" : hidden.reduce((rest, letter) => rest.replace(letter, ""), text)));
}

export function lettered(text: LocalText, column: number): LocalText {
  const { zh, en } = bilingual(text);
  const letter = columnLetter(column);
  return { zh: `${zh}（${letter}）`, en: `${en} (${letter})` };
}

/** Places of the rows that are listed, in their order. */
export function mostFrequent(rowTotals: Float64Array): readonly number[] {
  const places = [...rowTotals.keys()];
  if (places.length <= mostListed) return places;
  return places
    .toSorted((a, b) => rowTotals[b] - rowTotals[a])
    .slice(0, mostListed)
    .sort((a, b) => a - b);
}

function lettersCell(text: string) {
  return text === "" ? none() : label({ zh: text, en: text });
}

function baseRows(table: CrossTable, counts: Float64Array, totals: Float64Array): readonly AnalysisRow[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const n = totalRow(label(rowNames.n), number(all, "count"), ...Array.from(counts, (count) => number(count, "count")));
  if (table.weights === undefined) return [n];
  const sizes = Array.from(columnSizes(table, totals), (size) => number(size, "weighted-count"));
  return [n, detailRow(label(rowNames.effectiveN), none(), ...sizes)];
}
