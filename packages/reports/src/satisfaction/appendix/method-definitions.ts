import type { TestedDifference } from "@manyi/analysis/results/compare";
import type { Definition } from "../../document/block.ts";
import { plain } from "../../document/run.ts";
import type { ReportContext } from "../report-context.ts";
import { allFigures } from "./all-figures.ts";

/** The intervals and tests that this report used, each in a sentence, with the version that computed them. */
export function methodDefinitions(context: ReportContext): readonly Definition[] {
  const { appendix } = context.messages;
  const used = new Set([...figureMethods(context), ...differenceMethods(context)]);
  const version = appendix.methodsVersion(context.results.product.methods);
  const intervals = Object.entries(appendix.intervalMethods).flatMap(([method, { name, words }]) =>
    used.has(method) ? [{ term: name, runs: [plain(words)] }] : [],
  );
  if (intervals.length === 0) return [];
  const tested = context.shown.groups.length > 0 || context.shown.waves !== null;
  return [
    ...intervals,
    ...(tested ? [{ term: appendix.holm.name, runs: [plain(appendix.holm.words)] }] : []),
    { term: version, runs: [plain(methodNames(context))] },
  ];
}

function figureMethods(context: ReportContext): readonly string[] {
  return allFigures(context.shown).flatMap(({ result }) =>
    result.kind === "estimated" ? [result.interval.method] : [],
  );
}

function differenceMethods({ shown }: ReportContext): readonly string[] {
  const { groups, waves } = shown;
  const measures = [...groups.flatMap((breakdown) => breakdown.measures), ...(waves?.measures ?? [])];
  const tested: readonly (TestedDifference | null)[] = [
    ...measures.flatMap(({ differences }) => differences),
    ...(waves?.items ?? []).map(({ change }) => change),
  ];
  return tested.flatMap((each) => (each?.difference.kind === "estimated" ? [each.difference.interval.method] : []));
}

/** Estimators as the figures name them, e.g. `mean/t`. */
function methodNames(context: ReportContext): string {
  const names = allFigures(context.shown).flatMap(({ result }) => (result.kind === "estimated" ? [result.method] : []));
  return context.messages.common.listed([...new Set(names)].toSorted());
}
