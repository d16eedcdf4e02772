import { count, fixed } from "@manyi/analysis/format/number";
import { share } from "@manyi/analysis/format/unit-format";
import type { Crosstab, CrosstabTest } from "@manyi/analysis/results/compare";
import { type Cell, missingCell, numberCell, row, type Table } from "../../document/table.ts";
import { pValue } from "../../format/p-value.ts";
import type { Messages } from "../../messages/zh.ts";
import { respondentsCell } from "../figure-cells.ts";
import { nameCell, nameOf, type ReportContext } from "../report-context.ts";

/** Answers within each group with letters and test. Groups stand in the rows: there are more groups than answers, and
 *  a page is higher than wide. */
export function crosstabTable(crosstab: Crosstab, context: ReportContext): Table {
  const { common, groups } = context.messages;
  return {
    caption: groups.crosstabCaption(
      columnName(crosstab.columnColumn, context),
      columnName(crosstab.rowColumn, context),
    ),
    columns: [
      { heading: columnName(crosstab.columnColumn, context), role: "name" },
      { heading: groups.columns.n, role: "number" },
      ...crosstab.rows.map(({ label, code }) => ({ heading: nameOf(label, code, context), role: "number" }) as const),
    ],
    rows: crosstab.columns.map((group, column) => {
      const name = nameCell(group.label, group.code, context);
      const letter = crosstab.columnLetters[column] ?? "";
      return row([
        name.kind === "text" && letter !== ""
          ? { ...name, text: `${name.text} ${common.detail(letter).trim()}` }
          : name,
        respondentsCell(group, context),
        ...crosstab.rows.map((_, answer) => shareCell(crosstab, answer, column, context)),
      ]);
    }),
    notes: [groups.crosstabLetters, ...testNotes(crosstab.test, context)],
  };
}

function shareCell(crosstab: Crosstab, answer: number, column: number, { messages }: ReportContext): Cell {
  const value = crosstab.shares[answer]?.[column] ?? null;
  if (value === null) return missingCell(messages.common.notApplicable);
  const letters = crosstab.letters[answer]?.[column] ?? "";
  // One number of decimals for the whole table: that of its smallest group.
  const base = Math.min(...crosstab.columns.flatMap((group) => group.n ?? []));
  return numberCell(letters === "" ? share(value, base) : `${share(value, base)} ${letters}`);
}

function testNotes(test: CrosstabTest, { messages }: ReportContext): readonly string[] {
  const { groups } = messages;
  if (test.kind === "not-testable") return [notTestableText(test.reason, messages)];
  const degrees = [test.degreesOfFreedom, test.denominatorDegreesOfFreedom].filter((each) => each !== null);
  const name = groups.tests[test.method](
    fixed(test.statistic, 2),
    degrees.map((each) => fixed(each, Number.isInteger(each) ? 0 : 1)).join(", "),
  );
  const verdict = groups.test(name, pValue(test.pValue), fixed(test.cramersV, 2), count(test.n));
  const low = groups.expectedLow(fixed(test.smallestExpected, 1), share(test.shareExpectedBelow5, 0));
  return test.shareExpectedBelow5 > 0.2 || test.smallestExpected < 1 ? [verdict, low] : [verdict];
}

/** A reason that is not known reads as the one for no answers. */
function notTestableText(reason: string, { groups }: Messages): string {
  const known = Object.entries(groups.notTestable).find(([each]) => each === reason);
  return known?.[1] ?? groups.notTestable["no-answers"];
}

/** A column's name where the results know one, else its code. */
function columnName(column: string, context: ReportContext): string {
  const { groups, items, keyFigures } = context.shown;
  const label =
    groups.find((breakdown) => breakdown.column === column)?.label ??
    items.find((item) => item.code === column)?.label ??
    keyFigures.find(({ figure }) => figure.subject === column)?.label;
  return label === undefined ? column : nameOf(label, column, context);
}
