import type { Draft } from "../../document/report-document.ts";
import { plain } from "../../document/run.ts";
import type { ReportContext } from "../report-context.ts";
import { codebookTable } from "./codebook-table.ts";
import { conversionsBlocks } from "./conversions-table.ts";
import { dataTable } from "./data-table.ts";
import { formulaBlocks } from "./formula-blocks.ts";
import { methodDefinitions } from "./method-definitions.ts";
import { weightsBlocks } from "./weights-table.ts";

/** Everything one needs to compute the report's numbers again. */
export function appendixSection(context: ReportContext): Draft {
  const { appendix } = context.messages;
  const definitions = methodDefinitions(context);
  const weights = weightsBlocks(context);
  const subsections: readonly Draft[] = [
    { anchor: "formulas", heading: appendix.formulasHeading, blocks: formulaBlocks(context) },
    {
      anchor: "definitions",
      heading: appendix.definitionsHeading,
      blocks: definitions.length === 0 ? [] : [{ kind: "definitions", entries: definitions }],
    },
    { anchor: "conversions", heading: appendix.conversionsHeading, blocks: conversionsBlocks(context) },
    { anchor: "weights", heading: appendix.weightsHeading, blocks: weights },
    { anchor: "data", heading: appendix.dataHeading, blocks: [{ kind: "table", table: dataTable(context) }] },
    {
      anchor: "code-book",
      heading: appendix.codebookHeading,
      blocks:
        context.shown.items.length === 0
          ? []
          : [
              { kind: "paragraph", runs: [plain(appendix.codebookIntro)] },
              { kind: "table", table: codebookTable(context) },
            ],
    },
  ];
  return {
    anchor: "appendix",
    heading: appendix.heading,
    blocks: [],
    subsections: subsections.filter(({ blocks }) => blocks.length > 0),
  };
}
