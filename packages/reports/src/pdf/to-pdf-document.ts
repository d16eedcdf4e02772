import type { Language } from "@manyi/analysis/results/text-in";
import { drawChart } from "@manyi/charts/draw-chart";
import { chartOption } from "@manyi/charts/drawing/chart-option";
import { renderSvg } from "@manyi/charts/drawing/render-svg";
import { clipText } from "@manyi/charts/text/text-width";
import type { Block } from "../document/block.ts";
import { mapStrings } from "../document/clean-texts.ts";
import type { Figure } from "../document/figure.ts";
import type { ReportDocument, Section } from "../document/report-document.ts";
import type { Table } from "../document/table.ts";
import { messagesIn } from "../messages/messages.ts";
import { breakableWords } from "./breakable-words.ts";
import { fitTable } from "./fit-table.ts";
import type { PdfBlock, PdfDocument, PdfFigure, PdfSection } from "./pdf-document.ts";

/** Pixels that a chart is drawn in, and points that it takes on the page. */
const drawnWidth = 680;
const printedWidth = 476;
/** The highest picture that leaves room for its title on a page, in points. */
const highestPicture = 620;

/** The report as the page template takes it. */
export function toPdfDocument(document: ReportDocument): PdfDocument {
  const { language, title, subtitle, organisation, producedOn, meta } = document;
  const [year, month, day] = producedOn.split("-").map(Number);
  const words = { contents: messagesIn(language).page.contents };
  const texts = mapStrings({ language, title, subtitle, organisation, producedOn, meta, words }, breakableWords);
  return {
    ...texts,
    shortTitle: clipText(title, 50, 1),
    date: { year: year ?? 1970, month: month ?? 1, day: day ?? 1 },
    sections: document.sections.map((section) => pdfSection(section, language)),
  };
}

function pdfSection(section: Section, language: Language): PdfSection {
  return {
    anchor: section.anchor,
    number: section.number,
    heading: breakableWords(section.heading),
    blocks: section.blocks.flatMap((block, index) => pdfBlocks(block, leads(section, index), language)),
    subsections: section.subsections.map((subsection) => pdfSection(subsection, language)),
  };
}

/** Whether a block introduces what follows and must not be left alone at a page's end: what stands right under a
 *  heading, and what stands before a figure or table. */
function leads({ blocks, subsections }: Section, index: number): boolean {
  const next = blocks[index + 1];
  if (next === undefined) return index === 0 && subsections.length > 0;
  return index === 0 || next.kind === "figure" || next.kind === "table";
}

function pdfBlocks(block: Block, leading: boolean, language: Language): readonly PdfBlock[] {
  const { common, page } = messagesIn(language);
  switch (block.kind) {
    case "figure": {
      const table = block.figure.table === null ? [] : pdfTables(block.figure.table, language);
      return [pdfFigure(block.figure, language), ...table];
    }
    case "table":
      return pdfTables(block.table, language);
    case "paragraph":
      return [mapStrings({ ...block, leads: leading }, breakableWords)];
    case "note":
      return [mapStrings({ ...block, leads: leading, word: page[block.tone] }, breakableWords)];
    case "key-figures": {
      const figures = block.figures.map((figure) => ({ ...figure, remarks: common.subtitle(figure.remarks) }));
      return [mapStrings({ kind: block.kind, figures }, breakableWords)];
    }
    default:
      return [mapStrings(block, breakableWords)];
  }
}

function pdfTables(table: Table, language: Language): readonly PdfBlock[] {
  const { page } = messagesIn(language);
  const parts = fitTable(table, (index, count) => page.columnsPart(table.caption, index, count));
  return parts.map((part) => mapStrings(part, breakableWords));
}

function pdfFigure(figure: Figure, language: Language): PdfFigure {
  const drawing = drawChart(figure.chart, language, drawnWidth);
  const scale = Math.min(printedWidth / drawnWidth, highestPicture / drawing.height);
  const svg = renderSvg(chartOption(drawing, "'Noto Sans SC'"), drawing);
  return {
    kind: "figure",
    title: breakableWords(figure.title),
    subtitle: breakableWords(figure.subtitle),
    svg,
    width: drawing.width * scale,
    height: drawing.height * scale,
    alternative: figure.alternative,
    reading: breakableWords(figure.reading),
  };
}
