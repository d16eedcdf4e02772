import type { ItemResult } from "@manyi/analysis/results/items";
import type { Block } from "../../document/block.ts";
import type { Draft } from "../../document/report-document.ts";
import { plain } from "../../document/run.ts";
import { byValue } from "../by-value.ts";
import type { ReportContext } from "../report-context.ts";
import { sectionAnchors } from "../section-anchors.ts";
import { distributionFigures } from "./distribution-figures.ts";
import { itemsTable, noRatingTable } from "./items-table.ts";
import { hasBar, withoutBarNotes } from "./items-without-bar.ts";

/** Each item with the distribution of its ratings: those of the index first, best first; null where there are none. */
export function itemsSection(context: ReportContext): Draft | null {
  const { items } = context.messages;
  if (context.shown.items.length === 0) return null;
  const sorted = byValue(context.shown.items, ({ index }) => index).toSorted(
    (one, other) => Number(one.weight === null) - Number(other.weight === null),
  );
  const blocks: readonly Block[] = [
    ...distributionBlocks(sorted, context),
    { kind: "table", table: itemsTable(sorted, context) },
    ...(sorted.every(isHidden) ? [] : [{ kind: "table", table: noRatingTable(sorted, context) } as const]),
  ];
  return { anchor: sectionAnchors.items, heading: items.heading, blocks };
}

function distributionBlocks(sorted: readonly ItemResult[], context: ReportContext): readonly Block[] {
  const charted = sorted.filter(hasBar);
  const intro = charted.length === 0 ? [] : [context.messages.items.intro];
  return [
    ...intro.map((text): Block => ({ kind: "paragraph", runs: [plain(text)] })),
    ...distributionFigures(charted, context),
    ...withoutBarNotes(sorted, context).map((text): Block => ({ kind: "note", tone: "note", runs: [plain(text)] })),
  ];
}

function isHidden({ index }: ItemResult): boolean {
  return index.result.kind === "suppressed";
}
