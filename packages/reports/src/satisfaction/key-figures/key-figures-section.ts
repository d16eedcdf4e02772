import type { KeyFigure, KeyFigureId } from "@manyi/analysis/results/key-figures";
import type { Block, Definition } from "../../document/block.ts";
import type { Draft } from "../../document/report-document.ts";
import { plain, type Run } from "../../document/run.ts";
import { nameOf, type ReportContext } from "../report-context.ts";
import { sectionAnchors } from "../section-anchors.ts";
import { gradeFigure } from "./grade-figure.ts";
import { keyFiguresTable } from "./key-figures-table.ts";
import { countedRemark } from "./key-number.ts";
import { targetsTable } from "./targets-table.ts";

const threeMeasures: ReadonlySet<KeyFigureId> = new Set(["csi", "satisfied-customer-rate", "satisfied-rating-share"]);

/** Key figures with their intervals, kept apart and explained; null where there are none. */
export function keyFiguresSection(context: ReportContext): Draft | null {
  const { keyFigures } = context.messages;
  const shown = context.shown.keyFigures;
  if (shown.length === 0) return null;
  const targets = targetsTable(context);
  const several = shown.filter(({ id }) => threeMeasures.has(id)).length > 1;
  const blocks: readonly Block[] = [
    ...(several ? [{ kind: "paragraph", runs: [plain(keyFigures.threeMeasures)] } as const] : []),
    { kind: "table", table: keyFiguresTable(context) },
    ...shown.flatMap((keyFigure) => gradeFigure(keyFigure, context)),
    ...(targets === null ? [] : [{ kind: "table", table: targets } as const]),
  ];
  const meanings: Draft = {
    anchor: "key-figure-meanings",
    heading: keyFigures.meaningsHeading,
    blocks: [{ kind: "definitions", entries: shown.map((keyFigure) => meaning(keyFigure, context)) }],
  };
  return { anchor: sectionAnchors["key-figures"], heading: keyFigures.heading, blocks, subsections: [meanings] };
}

function meaning(keyFigure: KeyFigure, context: ReportContext): Definition {
  const { common } = context.messages;
  const details = countedRemark(keyFigure, context);
  const runs: Run[] = [plain(meaningText(keyFigure, context))];
  if (details.length > 0) runs.push(plain(common.detail(common.phrases(details))));
  return { term: nameOf(keyFigure.label, keyFigure.id, context), runs };
}

/** Ease is reported as a score or as a share, whichever the study asked for. */
function meaningText({ id, figure }: KeyFigure, context: ReportContext): string {
  const { cesShare, meanings } = context.messages.keyFigures;
  return id === "ces" && figure.unit === "share" ? cesShare : meanings[id];
}
