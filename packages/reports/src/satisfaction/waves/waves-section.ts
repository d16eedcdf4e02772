import type { WaveResults } from "@manyi/analysis/results/compare";
import type { Block } from "../../document/block.ts";
import type { Draft } from "../../document/report-document.ts";
import { plain } from "../../document/run.ts";
import type { ReportContext } from "../report-context.ts";
import { sectionAnchors } from "../section-anchors.ts";
import { waveFigure } from "./wave-figure.ts";
import { itemChangesTable, measureChangesTable, waveValuesTable } from "./wave-tables.ts";

/** Changes between waves; null where the study has none. */
export function wavesSection(context: ReportContext): Draft | null {
  const { waves: results } = context.shown;
  if (results === null || results.waves.length === 0) return null;
  const { waves } = context.messages;
  const blocks = results.waves.length === 1 ? [single(context)] : several(results, context);
  return { anchor: sectionAnchors.waves, heading: waves.heading, blocks };
}

function single(context: ReportContext): Block {
  return { kind: "note", tone: "note", runs: [plain(context.messages.waves.oneWave)] };
}

/** The chart, or the sentence in its place where no wave has a number. */
function drawn(results: WaveResults, context: ReportContext): Block {
  const figures = results.measures.flatMap((measure) => measure.figures);
  if (figures.some(({ result }) => result.kind === "estimated")) return waveFigure(results, context);
  return { kind: "note", tone: "note", runs: [plain(context.messages.waves.titleHidden)] };
}

function several(results: WaveResults, context: ReportContext): readonly Block[] {
  const items = results.items.length === 0 ? [] : [itemChangesTable(results, context)];
  const measures =
    results.measures.length === 0 ? [] : [measureChangesTable(results, context), waveValuesTable(results, context)];
  return [
    { kind: "paragraph", runs: [plain(context.messages.waves.intro)] },
    ...(results.measures.length === 0 ? [] : [drawn(results, context)]),
    ...[...measures.slice(0, 1), ...items, ...measures.slice(1)].map((table) => ({ kind: "table", table }) as const),
  ];
}
