import { changeIntervalInUnit, changeInUnit } from "@manyi/analysis/format/unit-format";
import type { TrackedMeasure, WaveResults } from "@manyi/analysis/results/compare";
import type { Block } from "../../document/block.ts";
import { columnBase } from "../../format/column-base.ts";
import { answersOf } from "../../format/figure-text.ts";
import { countRange } from "../answers-range.ts";
import { chartedValue, unitLimits } from "../figure-cells.ts";
import { nameOf, type ReportContext } from "../report-context.ts";

/** The key figures through the waves, a small panel each. */
export function waveFigure(results: WaveResults, context: ReportContext): Block {
  const { common, waves } = context.messages;
  const names = results.waves.map(({ label, code }) => nameOf(label, code, context));
  const title = waveTitle(results, names.at(-2) ?? "", context);
  const respondents = countRange(results.waves.map(({ n }) => n).filter((n) => n !== null));
  const n = respondents === null ? [] : [common.n(respondents)];
  const missing = results.measures.some(({ figures }) => figures.some(({ result }) => result.kind !== "estimated"));
  return {
    kind: "figure",
    figure: {
      title,
      subtitle: common.subtitle([waves.measuresSubtitle(names[0] ?? "", names.at(-1) ?? ""), ...n]),
      alternative: title,
      reading: missing ? waves.missing : "",
      table: null,
      chart: {
        kind: "wave-trend",
        waves: names,
        panels: results.measures.map((measure) => ({
          label: nameOf(measure.label, measure.id, context),
          unit: measure.unit === "share" ? "share" : "points",
          limits: unitLimits(measure),
          points: measure.figures.map((figure) => chartedValue(figure, context, columnBase(measure.figures))),
        })),
      },
    },
  };
}

function waveTitle(results: WaveResults, previous: string, context: ReportContext): string {
  const { common, waves } = context.messages;
  const last = results.measures.map((measure) => ({ measure, tested: measure.differences.at(-1) ?? null }));
  if (last.every(({ tested }) => tested === null || tested.difference.kind !== "estimated")) return waves.titleHidden;
  const changed = last.flatMap(({ measure, tested }) => {
    if (tested === null || tested.evidence === "none" || tested.difference.kind !== "estimated") return [];
    const { value, interval } = tested.difference;
    const n = lastAnswers(measure);
    const change = `${changeInUnit(value, measure.unit, n)} (${changeIntervalInUnit(interval.lower, interval.upper, measure.unit, n)})`;
    return [waves.title(nameOf(measure.label, measure.id, context), change, previous)];
  });
  return changed.length === 0 ? waves.titleNone(previous) : common.phrases(changed.slice(0, 2));
}

function lastAnswers(measure: TrackedMeasure): number {
  const last = measure.figures.at(-1);
  return last === undefined ? 0 : (answersOf(last.result) ?? 0);
}
