import type { Language } from "@manyi/analysis/results/text-in";
import type { Block } from "../src/document/block.ts";
import type { ReportDocument, Section } from "../src/document/report-document.ts";
import { satisfactionReport } from "../src/satisfaction/satisfaction-report.ts";
import { sampleFindings } from "./sample-findings.ts";
import { type SampleOverrides, sampleResults } from "./sample-results.ts";

/** The sample's report, with any part of its results replaced. */
export function sampleReport(language: Language, overrides: SampleOverrides = {}): ReportDocument {
  const options = { producedOn: "2026-11-22", findings: sampleFindings(language) };
  return satisfactionReport(sampleResults(overrides), language, options);
}

/** Sections and subsections in the order of reading. */
export function allSections(document: ReportDocument): readonly Section[] {
  return document.sections.flatMap((section) => [section, ...section.subsections]);
}

/** Blocks in the order of reading. */
export function allBlocks(document: ReportDocument): readonly Block[] {
  return allSections(document).flatMap(({ blocks }) => blocks);
}
