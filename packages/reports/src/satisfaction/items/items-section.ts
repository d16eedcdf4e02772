import type { Block } from "../../document/block.ts";
import type { Draft } from "../../document/report-document.ts";
import { plain } from "../../document/run.ts";
import { byValue } from "../by-value.ts";
import type { ReportContext } from "../report-context.ts";
import { sectionAnchors } from "../section-anchors.ts";
import { distributionFigures } from "./distribution-figures.ts";
import { itemsTable, noRatingTable } from "./items-table.ts";

/** Each item with the distribution of its ratings: those of the index first, best first; null where there are none. */
export function itemsSection(context: ReportContext): Draft | null {
  const { items } = context.messages;
  if (context.shown.items.length === 0) return null;
  const sorted = byValue(context.shown.items, ({ index }) => index).toSorted(
    (one, other) => Number(one.weight === null) - Number(other.weight === null),
  );
  const blocks: readonly Block[] = [
    { kind: "paragraph", runs: [plain(items.intro)] },
    ...distributionFigures(sorted, context),
    { kind: "table", table: itemsTable(sorted, context) },
    { kind: "table", table: noRatingTable(sorted, context) },
  ];
  return { anchor: sectionAnchors.items, heading: items.heading, blocks };
}
