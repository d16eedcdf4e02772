import type { IndexResult, IndexWeighting } from "@manyi/analysis/results/items";
import type { Block } from "../../document/block.ts";
import { plain } from "../../document/run.ts";
import { type Cell, missingCell, numberCell, row, type Table, textCell } from "../../document/table.ts";
import { weightShare } from "../../format/weight-share.ts";
import { valueCell } from "../figure-cells.ts";
import { nameCell, nameOf, type ReportContext } from "../report-context.ts";

/** The index's weights beside those of other methods, and what each makes of the index; nothing without an index. */
export function weightsBlocks(context: ReportContext): readonly Block[] {
  const { index } = context.shown;
  if (index === null || index.weights.length === 0) return [];
  const { appendix } = context.messages;
  return [
    { kind: "paragraph", runs: [plain(appendix.weightsIntro(appendix.weightMethods[index.method]))] },
    ...(index.wanted === index.method ? [] : [insteadNote(index, context)]),
    { kind: "table", table: weightsTable(index, context) },
  ];
}

function insteadNote({ wanted, method }: IndexResult, context: ReportContext): Block {
  const { weightsInstead, weightMethods } = context.messages.appendix;
  return { kind: "note", tone: "caution", runs: [plain(weightsInstead(weightMethods[wanted], weightMethods[method]))] };
}

interface Weights {
  readonly method: IndexWeighting;
  readonly weights: readonly { readonly item: string; readonly weight: number }[];
  readonly dropped: readonly string[];
}

function weightsTable(index: IndexResult, context: ReportContext): Table {
  const { appendix, items } = context.messages;
  const others = index.alternatives.filter(({ method }) => method !== index.method);
  const csi = context.shown.keyFigures.find(({ id }) => id === "csi")?.figure;
  const own = csi ?? index.alternatives.find(({ method }) => method === index.method)?.index;
  const none = missingCell(context.messages.common.notApplicable);
  return {
    caption: appendix.weightsCaption,
    columns: [
      { heading: items.columns.item, role: "name" },
      ...[index, ...others].map(({ method }) => ({ heading: appendix.weightMethods[method], role: "number" }) as const),
    ],
    rows: [
      ...index.weights.map(({ item }) =>
        row([itemCell(item, context), ...[index, ...others].map((weights) => weightCell(weights, item, none))]),
      ),
      {
        kind: "total",
        cells: [
          textCell(appendix.weightsIndexRow),
          own === undefined ? none : valueCell(own, context),
          ...others.map((other) => valueCell(other.index, context)),
        ],
      },
    ],
    notes: [index, ...others].flatMap((weights) => droppedNote(weights, context)),
  };
}

function itemCell(code: string, context: ReportContext): Cell {
  const item = context.shown.items.find((candidate) => candidate.code === code);
  return item === undefined ? textCell(code) : nameCell(item.label, code, context);
}

function weightCell({ weights }: Weights, item: string, none: Cell): Cell {
  const found = weights.find((candidate) => candidate.item === item);
  return found === undefined ? none : numberCell(weightShare(found.weight));
}

function droppedNote({ method, dropped }: Weights, context: ReportContext): readonly string[] {
  if (dropped.length === 0) return [];
  const { appendix, common } = context.messages;
  const names = dropped.map((code) => {
    const item = context.shown.items.find((candidate) => candidate.code === code);
    return item === undefined ? code : nameOf(item.label, code, context);
  });
  return [appendix.dropped(appendix.weightMethods[method], common.listed(names))];
}
