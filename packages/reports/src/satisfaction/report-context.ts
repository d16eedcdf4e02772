import type { FindingText } from "@manyi/analysis/results/finding";
import type { StudyResults, WeightingResults } from "@manyi/analysis/results/study-results";
import { type Language, textIn } from "@manyi/analysis/results/text-in";
import { clipText } from "@manyi/charts/text/text-width";
import type { Cell } from "../document/table.ts";
import { messagesIn } from "../messages/messages.ts";
import type { Messages } from "../messages/zh.ts";

/** What every section is made from. */
export interface ReportContext {
  readonly results: StudyResults;
  /** The weighting that the report shows. */
  readonly shown: WeightingResults;
  readonly language: Language;
  readonly messages: Messages;
  readonly findings: readonly FindingText[];
}

/** A label's longest form in headings, tables and sentences, in em. The appendix holds it in full. */
const nameRoom = 40;

/** @throws RangeError if the results' primary weighting does not exist */
export function reportContext(
  results: StudyResults,
  language: Language,
  findings: readonly FindingText[],
): ReportContext {
  const shown = results.weightings[results.primary];
  if (shown === undefined) throw new RangeError(`Weighting ${results.primary} of the results does not exist`);
  return { results, shown, language, messages: messagesIn(language), findings };
}

/** A label of the study in the report's language, in full. */
export function fullName(label: Readonly<Record<string, string>>, context: ReportContext): string {
  return textIn(label, context.language).trim();
}

/** A label short enough to stand in a sentence or a row. @param code shown where the label is empty */
export function nameOf(label: Readonly<Record<string, string>>, code: string, context: ReportContext): string {
  return clipName(fullName(label, context) || code);
}

/** Any text, clipped to the length of a name. */
export function clipName(text: string): string {
  return clipText(text, nameRoom, 1);
}

/** A cell with a label; the full text stays with it where it had to be clipped. */
export function nameCell(label: Readonly<Record<string, string>>, code: string, context: ReportContext): Cell {
  const full = fullName(label, context) || code;
  const text = clipName(full);
  return { kind: "text", text, full: text === full ? null : full };
}

/** `95%` */
export function confidencePercent(context: ReportContext): string {
  return `${Number((context.results.confidence * 100).toFixed(1))}%`;
}

/** What is measured, of how many, when: the line under a figure's title. */
export function figureSubtitle(measure: string, n: string | null, context: ReportContext): string {
  const { messages, results } = context;
  const { period } = results.study;
  return messages.common.subtitle([
    measure,
    ...(n === null ? [] : [messages.common.n(n)]),
    ...(period === null ? [] : [messages.common.period(period.from, period.to)]),
  ]);
}
