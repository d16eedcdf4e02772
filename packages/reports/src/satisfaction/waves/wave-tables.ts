import type { ItemChange, TestedDifference, TrackedMeasure, WaveResults } from "@manyi/analysis/results/compare";
import type { Figure } from "@manyi/analysis/results/figure";
import { type Cell, type Column, missingCell, numberCell, row, type Table, textCell } from "../../document/table.ts";
import { changeText } from "../../format/change-text.ts";
import { columnBase } from "../../format/column-base.ts";
import { intervalCell, respondentsCell } from "../figure-cells.ts";
import { nameCell, nameOf, type ReportContext } from "../report-context.ts";

/** Key figures: the last wave against the one before. */
export function measureChangesTable(results: WaveResults, context: ReportContext): Table {
  const { waves } = context.messages;
  const base = columnBase(results.measures.flatMap(({ figures }) => figures.slice(-2)));
  return {
    caption: waves.changesCaption(...lastTwo(results, context)),
    columns: changeColumns(context),
    rows: results.measures.map((measure) =>
      row([
        nameCell(measure.label, measure.id, context),
        ...changeCells(
          measure.figures.at(-2),
          measure.figures.at(-1),
          measure.differences.at(-1) ?? null,
          base,
          context,
        ),
      ]),
    ),
    notes: [waves.note],
  };
}

/** Items: the last wave against the one before. */
export function itemChangesTable(results: WaveResults, context: ReportContext): Table {
  const { waves } = context.messages;
  return {
    caption: waves.itemsCaption(...lastTwo(results, context)),
    columns: changeColumns(context),
    rows: results.items.map((change) => row(itemCells(change, context))),
    notes: [waves.note],
  };
}

function itemCells({ item, label, from, to, change }: ItemChange, context: ReportContext): readonly Cell[] {
  return [nameCell(label, item, context), ...changeCells(from, to, change, undefined, context)];
}

/** Every wave's value of each measure: a row for each wave, because there may be many. */
export function waveValuesTable(results: WaveResults, context: ReportContext): Table {
  const { common, groups, waves } = context.messages;
  return {
    caption: waves.valuesCaption,
    columns: [
      { heading: waves.wave, role: "name" },
      { heading: groups.columns.n, role: "number" },
      ...results.measures.map(({ id, label }) => ({ heading: nameOf(label, id, context), role: "number" }) as const),
    ],
    rows: results.waves.map((wave, index) =>
      row([
        nameCell(wave.label, wave.code, context),
        respondentsCell(wave, context),
        ...results.measures.map(({ figures }: TrackedMeasure) => {
          const figure = figures[index];
          return figure === undefined
            ? missingCell(common.notApplicable)
            : intervalCell(figure, context, columnBase(figures));
        }),
      ]),
    ),
    notes: [],
  };
}

function lastTwo(results: WaveResults, context: ReportContext): [last: string, previous: string] {
  const name = (index: number): string => {
    const wave = results.waves.at(index);
    return wave === undefined ? context.messages.common.notApplicable : nameOf(wave.label, wave.code, context);
  };
  return [name(-1), name(-2)];
}

function changeColumns(context: ReportContext): readonly Column[] {
  const { columns } = context.messages.waves;
  return [
    { heading: columns.measure, role: "name" },
    { heading: columns.from, role: "number" },
    { heading: columns.to, role: "number" },
    { heading: columns.change, role: "number" },
    { heading: columns.p, role: "number" },
    { heading: columns.verdict, role: "text" },
  ];
}

function changeCells(
  from: Figure | undefined,
  to: Figure | undefined,
  tested: TestedDifference | null,
  base: number | undefined,
  context: ReportContext,
): readonly Cell[] {
  const { common, waves } = context.messages;
  const none = missingCell(common.notApplicable);
  const values = [from, to].map((figure) => (figure === undefined ? none : intervalCell(figure, context, base)));
  if (tested === null || from === undefined || to === undefined) return [...values, none, none, none];
  const change = changeText(tested, to.unit, base ?? 0, waves.verdicts, context.messages);
  return [
    ...values,
    change.missing ? missingCell(change.change) : numberCell(change.change),
    change.pValue === null ? none : numberCell(change.pValue),
    textCell(change.verdict),
  ];
}
