/** The further analyses of a study: a subsection each, in the order the study asks for them. */
import type { AnalysisPart, AnalysisResult } from "@manyi/analysis/results/analyses";
import type { Block } from "../../document/block.ts";
import type { Draft } from "../../document/report-document.ts";
import { plain } from "../../document/run.ts";
import { clipName, confidencePercent, fullName, nameOf, type ReportContext } from "../report-context.ts";
import { analysisFigure } from "./analysis-figure.ts";
import { analysisTable } from "./analysis-table.ts";

/** Null where the study asks for none. */
export function analysesSection(context: ReportContext): Draft | null {
  const { analyses } = context.results;
  if (analyses.length === 0) return null;
  const { heading, intro } = context.messages.analyses;
  return {
    anchor: "analyses",
    heading,
    blocks: [{ kind: "paragraph", runs: [plain(intro(confidencePercent(context)))] }],
    subsections: analyses.map((analysis) => subsection(analysis, context)),
  };
}

function subsection(analysis: AnalysisResult, context: ReportContext): Draft {
  const { outcome, title, id } = analysis;
  const heading = nameOf(title, id, context);
  const method: Block = { kind: "paragraph", runs: [plain(methodText(analysis, context))] };
  const parts: readonly Block[] =
    outcome.kind === "cannot"
      ? [{ kind: "note", tone: "note", runs: [plain(fullName(outcome.text, context))] }]
      : outcome.parts.map((part) => partBlock(part, context));
  return { anchor: `analysis-${id}`, heading, blocks: [method, ...parts] };
}

/** What was done, of whom where that is not everybody, and with which weight where it is not the report's. */
function methodText({ method, respondents, weight }: AnalysisResult, context: ReportContext): string {
  const { common, analyses } = context.messages;
  const { shown, results } = context;
  const label = results.weightings.find(({ weighting }) => weighting.column === weight)?.weighting.label;
  return common.sentences([
    fullName(method, context),
    ...(respondents === null ? [] : [analyses.filtered(clipName(fullName(respondents, context)))]),
    ...(weight === shown.weighting.column || label === undefined
      ? []
      : [analyses.weighted(clipName(fullName(label, context)))]),
  ]);
}

function partBlock(part: AnalysisPart, context: ReportContext): Block {
  switch (part.kind) {
    case "table":
      return { kind: "table", table: analysisTable(part.table, context) };
    case "chart":
      return { kind: "figure", figure: analysisFigure(part.chart, context) };
    case "remark":
      return part.tone === "caution"
        ? { kind: "note", tone: "caution", runs: [plain(fullName(part.text, context))] }
        : { kind: "paragraph", runs: [plain(fullName(part.text, context))] };
  }
}
