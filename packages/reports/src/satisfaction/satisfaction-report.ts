import { count } from "@manyi/analysis/format/number";
import type { FindingText } from "@manyi/analysis/results/finding";
import type { StudyResults } from "@manyi/analysis/results/study-results";
import type { Language } from "@manyi/analysis/results/text-in";
import { cleanTexts } from "../document/clean-texts.ts";
import { numberSections } from "../document/number-sections.ts";
import type { Draft, ReportDocument } from "../document/report-document.ts";
import { analysesSection } from "./analyses/analyses-section.ts";
import { appendixSection } from "./appendix/appendix-section.ts";
import { dimensionsSection } from "./dimensions-section.ts";
import { driversSection } from "./drivers-section.ts";
import { explainHidden } from "./explain-hidden.ts";
import { groupsSection } from "./groups/groups-section.ts";
import { itemsSection } from "./items/items-section.ts";
import { keyFiguresSection } from "./key-figures/key-figures-section.ts";
import { matrixSection } from "./matrix/matrix-section.ts";
import { methodSection } from "./method/method-section.ts";
import { clipName, fullName, type ReportContext, reportContext } from "./report-context.ts";
import { summarySection } from "./summary-section.ts";
import { wavesSection } from "./waves/waves-section.ts";
import { weightingsSection } from "./weightings-section.ts";

export interface ReportOptions {
  /** Day of production, `2026-11-22`; given in, because a report has no clock. */
  readonly producedOn: string;
  /** The findings of the results in the report's language. */
  readonly findings: readonly FindingText[];
}

/** The satisfaction report of a study: everything its results hold, from the summary to the code book. Parts without
 *  data are left out, or say in a sentence why they are empty.
 *  @throws RangeError if the results' primary weighting does not exist */
export function satisfactionReport(results: StudyResults, language: Language, options: ReportOptions): ReportDocument {
  const context = reportContext(results, language, options.findings);
  const body = [
    methodSection(context),
    keyFiguresSection(context),
    dimensionsSection(context),
    itemsSection(context),
    groupsSection(context),
    matrixSection(context),
    driversSection(context),
    wavesSection(context),
    weightingsSection(context),
    analysesSection(context),
    appendixSection(context),
  ]
    .filter((section) => section !== null)
    .map((section) => explainHidden(section, context.messages));
  // The summary comes first but points at the sections that follow.
  const sections = numberSections([summarySection(context, anchorNumbers(body)), ...body]);
  return cleanTexts({ language, ...cover(context, options.producedOn), sections });
}

/** Number that each section gets when the summary stands before it. */
function anchorNumbers(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  return new Map(drafts.map((draft, index) => [draft.anchor, `${index + 2}`]));
}

function cover(context: ReportContext, producedOn: string): Omit<ReportDocument, "language" | "sections"> {
  const { messages, results, shown } = context;
  const { meta, metaUnweighted, subtitle, subtitleWithPeriod } = messages.summary;
  const { organisation, period } = results.study;
  const organisationName = organisation === null ? null : clipName(fullName(organisation, context));
  const periodText = period === null ? null : messages.common.period(period.from, period.to);
  const weighting =
    shown.weighting.column === null ? metaUnweighted : clipName(fullName(shown.weighting.label, context));
  return {
    title: clipName(fullName(results.study.title, context) || results.study.id),
    subtitle: periodText === null ? subtitle : subtitleWithPeriod(periodText),
    organisation: organisationName,
    producedOn,
    meta: [
      ...(periodText === null ? [] : [{ term: meta.period, text: periodText }]),
      { term: meta.respondents, text: count(results.data.respondents) },
      { term: meta.weighting, text: weighting },
      { term: meta.produced, text: producedOn },
      { term: meta.product, text: `${results.product.name} ${results.product.version}` },
    ],
  };
}
