import { count } from "@manyi/analysis/format/number";
import type { FindingText } from "@manyi/analysis/results/finding";
import type { Block, FindingLine } from "../document/block.ts";
import type { Draft } from "../document/report-document.ts";
import { plain } from "../document/run.ts";
import { keyNumber } from "./key-figures/key-number.ts";
import { clipName, confidencePercent, fullName, type ReportContext } from "./report-context.ts";
import { sectionAnchors } from "./section-anchors.ts";

/** What the report says on one page: findings in words, key figures, and what they rest on.
 *  @param numbers number of each section that follows, by anchor */
export function summarySection(context: ReportContext, numbers: ReadonlyMap<string, string>): Draft {
  const { messages, shown } = context;
  const { summary } = messages;
  if (context.results.data.respondents === 0) {
    return {
      anchor: "summary",
      heading: summary.heading,
      blocks: [{ kind: "note", tone: "caution", runs: [plain(summary.noRespondents)] }],
    };
  }
  const findings: Block =
    context.findings.length === 0
      ? { kind: "note", tone: "note", runs: [plain(summary.noFindings)] }
      : { kind: "findings", findings: context.findings.map((finding) => findingLine(finding, context, numbers)) };
  const keyFigures: Block =
    shown.keyFigures.length === 0
      ? { kind: "note", tone: "note", runs: [plain(summary.noKeyFigures)] }
      : { kind: "key-figures", figures: shown.keyFigures.map((figure) => keyNumber(figure, context)) };
  const basis: Block = { kind: "paragraph", runs: [plain(basisText(context))] };
  return { anchor: "summary", heading: summary.heading, blocks: [...tooFew(context), findings, keyFigures, basis] };
}

/** A study smaller than the least group shows hardly a figure, and says so first. */
function tooFew({ messages, results }: ReportContext): readonly Block[] {
  const { data, minimumGroup } = results;
  if (data.respondents >= minimumGroup) return [];
  const text = messages.summary.tooFewRespondents(count(data.respondents), count(minimumGroup));
  return [{ kind: "note", tone: "caution", runs: [plain(text)] }];
}

function basisText(context: ReportContext): string {
  const { messages, results, shown } = context;
  const { summary } = messages;
  const { column, label } = shown.weighting;
  return messages.common.sentences([
    summary.sample(count(results.data.respondents), count(results.data.rowsRead)),
    column === null ? summary.unweighted : summary.weighted(clipName(fullName(label, context) || column)),
    summary.intervals(confidencePercent(context)),
  ]);
}

function findingLine(finding: FindingText, context: ReportContext, numbers: ReadonlyMap<string, string>): FindingLine {
  const { summary } = context.messages;
  const anchor = sectionAnchors[finding.evidence.section];
  const number = numbers.get(anchor);
  return {
    tone: finding.tone,
    toneWord: summary.tones[finding.tone],
    text: finding.text,
    evidence: number === undefined ? null : { anchor, text: summary.seeEvidence(number) },
  };
}
