import type { ProtectedTable } from "@manyi/statistics/suppression/protected-table";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell, AnalysisTable } from "../../results/analyses.ts";
import { label, nameColumn, none, number, numberColumn, row, type Term, totalRow } from "../result/cells.ts";
import type { ProtectedCounts } from "./protected-counts.ts";
import { suppressionTerms as own, suppressionWords as words } from "./words.ts";

/** The counts that may be shown; hidden ones say why. */
export function countsTable(
  caption: LocalText,
  name: Term,
  { table, rowLabels, columnLabels, small }: ProtectedCounts,
  shown: ProtectedTable,
): AnalysisTable {
  const { columns, counts } = table;
  const sumOf = (isIn: (place: number) => boolean) =>
    counts.reduce((sum, n, place) => (isIn(place) ? sum + n : sum), 0);
  const total = (isHidden: boolean, isIn: (place: number) => boolean): AnalysisCell => {
    const people = sumOf(isIn);
    return isHidden ? none("protects-others") : number(people, "count");
  };
  return {
    caption,
    n: null,
    columns: [
      nameColumn(name),
      ...columnLabels.map((heading, c) => numberColumn({ code: `column-${c + 1}`, heading })),
      numberColumn(own.total),
    ],
    rows: [
      ...rowLabels.map((text, r) =>
        row(
          label(text),
          ...columnLabels.map((_, c) => {
            const place = r * columns + c;
            if (!shown.hiddenCells[place]) return number(counts[place], "count");
            return none(small[place] ? "too-few" : "protects-others");
          }),
          total(shown.hiddenRowTotals[r], (place) => Math.floor(place / columns) === r),
        ),
      ),
      totalRow(
        label(own.total.heading),
        ...columnLabels.map((_, c) => total(shown.hiddenColumnTotals[c], (place) => place % columns === c)),
        total(shown.isTotalHidden, () => true),
      ),
    ],
    notes: [words.note],
  };
}

/** How many cells are hidden, by reason. */
export function reasonsTable({ small }: ProtectedCounts, shown: ProtectedTable): AnalysisTable {
  const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;
  const few = count(small);
  const hidden = count(shown.hiddenCells);
  const totals = count([...shown.hiddenRowTotals, ...shown.hiddenColumnTotals, shown.isTotalHidden]);
  return {
    caption: words.counted,
    n: null,
    columns: [nameColumn(own.part), numberColumn(own.hidden), { ...own.because, role: "text" }],
    rows: [
      row(label(words.small), number(few, "count"), label(words.ofSmall)),
      row(label(words.protecting), number(hidden - few, "count"), label(words.ofProtecting)),
      row(label(words.totals), number(totals, "count"), label(words.ofTotals)),
      row(label(words.shown), number(small.length - hidden, "count"), none()),
    ],
    notes: [],
  };
}
