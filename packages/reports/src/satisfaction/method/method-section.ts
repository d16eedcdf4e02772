import { count, fixed } from "@manyi/analysis/format/number";
import { inUnit, share } from "@manyi/analysis/format/unit-format";
import type { Reliability } from "@manyi/analysis/results/items";
import type { Block, Definition } from "../../document/block.ts";
import type { Draft } from "../../document/report-document.ts";
import { plain } from "../../document/run.ts";
import { reliabilityText } from "../reliability-text.ts";
import { confidencePercent, fullName, type ReportContext } from "../report-context.ts";
import { noRatingText } from "./no-rating-text.ts";
import { sampleTable } from "./sample-table.ts";

/** How the numbers came about, and what they do not carry. */
export function methodSection(context: ReportContext): Draft {
  const { method } = context.messages;
  const limits: Draft = {
    anchor: "limits",
    heading: method.limitsHeading,
    blocks: [{ kind: "list", items: limitTexts(context).map((text) => [plain(text)]) }],
  };
  const blocks: readonly Block[] = [
    { kind: "definitions", entries: designEntries(context) },
    { kind: "table", table: sampleTable(context) },
    { kind: "note", tone: invitedKnown(context) ? "note" : "caution", runs: [plain(responseText(context))] },
    ...factTexts(context).map((text): Block => ({ kind: "paragraph", runs: [plain(text)] })),
  ];
  return { anchor: "method", heading: method.heading, blocks, subsections: [limits] };
}

function designEntries(context: ReportContext): readonly Definition[] {
  const { messages, results } = context;
  const { purpose, population, method, period, source } = results.study;
  const { design, notStated } = messages.method;
  const stated = (text: typeof purpose): string => (text === null ? notStated : fullName(text, context) || notStated);
  return [
    { term: design.purpose, runs: [plain(stated(purpose))] },
    { term: design.population, runs: [plain(stated(population))] },
    { term: design.method, runs: [plain(stated(method))] },
    {
      term: design.period,
      runs: [plain(period === null ? notStated : messages.common.period(period.from, period.to))],
    },
    { term: design.source, runs: [plain(stated(source))] },
  ];
}

function invitedKnown({ results }: ReportContext): boolean {
  const { invited, respondents } = results.data;
  return invited !== null && invited >= respondents && invited > 0;
}

function responseText(context: ReportContext): string {
  const { method } = context.messages;
  const { invited, respondents } = context.results.data;
  if (invited === null) return method.responseRateUnknown;
  if (!invitedKnown(context)) return method.responseRateImpossible(count(invited));
  return method.invited(count(invited), share(respondents / invited, invited));
}

function factTexts(context: ReportContext): readonly string[] {
  const { messages, results } = context;
  const { method } = messages;
  const setAside = results.data.setAside === 0 ? [] : [method.setAside(count(results.data.setAside))];
  return [weightingText(context), ...setAside, ...noRatingText(context), ...marginText(context)];
}

function weightingText(context: ReportContext): string {
  const { method } = context.messages;
  const { column, label, respondents, weightedBase, effectiveN, designEffect } = context.shown.weighting;
  if (column === null) return method.weightingUnweighted(count(respondents));
  const name = fullName(label, context) || column;
  return method.weighting(name, fixed(weightedBase, 1), fixed(effectiveN, 1), fixed(designEffect, 2));
}

function marginText(context: ReportContext): readonly string[] {
  const csi = context.shown.keyFigures.find((keyFigure) => keyFigure.id === "csi")?.figure;
  if (csi === undefined || csi.result.kind !== "estimated" || csi.result.interval.method === "no-variation") return [];
  const { interval, n } = csi.result;
  const margin = inUnit((interval.upper - interval.lower) / 2, csi.unit, n);
  return [context.messages.method.margins(confidencePercent(context), margin, count(n))];
}

function reliabilityLimit(reliability: Reliability, { messages }: ReportContext): string {
  const { limits } = messages.method;
  if (reliability.kind === "none") return limits.noReliability;
  return limits.reliability(reliabilityText(reliability), count(reliability.n));
}

function limitTexts(context: ReportContext): readonly string[] {
  const { limits } = context.messages.method;
  const { drivers, matrices, groups, waves, index } = context.shown;
  return [
    limits.sampling(confidencePercent(context)),
    limits.frame,
    ...(index === null ? [] : [reliabilityLimit(index.reliability, context)]),
    ...(drivers.kind === "estimated" || matrices.length > 0 ? [limits.association] : []),
    ...(groups.length > 0 ? [limits.groups(count(context.results.minimumGroup))] : []),
    ...(groups.length > 0 || waves !== null ? [limits.multiple] : []),
  ];
}
