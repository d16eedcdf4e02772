import { changeIntervalInUnit, changeInUnit } from "../format/unit-format.ts";
import type { ItemChange, TrackedMeasure, WaveResults } from "../results/compare.ts";
import type { Finding } from "../results/finding.ts";
import type { WeightingResults } from "../results/study-results.ts";
import { textIn } from "../results/text-in.ts";
import { finding } from "./finding.ts";
import { name, names } from "./wording.ts";

/** What changed from the wave before to the last one; measures without evidence are said to have none, together. */
export function changeFindings({ waves }: WeightingResults): readonly Finding[] {
  if (waves === null) return [];
  const last = waves.waves.length - 1;
  const tested = waves.measures.filter((measure) => measure.differences[last]?.difference.kind === "estimated");
  const changed = tested.filter((measure) => measure.differences[last]?.evidence !== "none");
  const unchanged = tested.filter((measure) => !changed.includes(measure));
  return [
    ...changed.flatMap((measure) => changeFinding(waves, measure, last)),
    ...noChangeFinding(waves, unchanged, last),
    ...itemFindings(waves, last),
  ];
}

const evidence = { section: "waves", subject: null } as const;

function changeFinding(waves: WaveResults, measure: TrackedMeasure, last: number): readonly Finding[] {
  const tested = measure.differences[last];
  const { result } = measure.figures[last];
  if (tested?.difference.kind !== "estimated" || result.kind !== "estimated") return [];
  const { value, interval } = tested.difference;
  // Told as a rise or a fall by so much: the limits turn with the direction, and keep their signs.
  const [lower, upper] = value > 0 ? [interval.lower, interval.upper] : [-interval.upper, -interval.lower];
  const size = changeInUnit(Math.abs(value), measure.unit, result.n).replace("+", "");
  const change = `${size} (${changeIntervalInUnit(lower, upper, measure.unit, result.n)})`;
  const up = value > 0;
  return [
    finding(up ? "change-up" : "change-down", { kind: "change", tone: up ? "good" : "bad", evidence }, (language) => ({
      measure: textIn(measure.label, language),
      ...between(waves, last, language),
      change,
    })),
  ];
}

function noChangeFinding(waves: WaveResults, measures: readonly TrackedMeasure[], last: number): readonly Finding[] {
  if (measures.length === 0) return [];
  return [
    finding("change-none", { kind: "no-change", tone: "neutral", evidence }, (language) => ({
      measures: names(
        measures.map((measure) => measure.label),
        language,
      ),
      ...between(waves, last, language),
    })),
  ];
}

function itemFindings(waves: WaveResults, last: number): readonly Finding[] {
  const say = (code: "item-change-up" | "item-change-down", items: readonly ItemChange[]) =>
    items.length === 0
      ? []
      : [
          finding(code, { kind: "change", tone: code === "item-change-up" ? "good" : "bad", evidence }, (language) => ({
            items: names(
              items.map((item) => item.label),
              language,
            ),
            ...between(waves, last, language),
          })),
        ];
  return [
    ...say(
      "item-change-up",
      waves.items.filter((item) => item.change.evidence === "higher"),
    ),
    ...say(
      "item-change-down",
      waves.items.filter((item) => item.change.evidence === "lower"),
    ),
  ];
}

function between(waves: WaveResults, last: number, language: "zh" | "en") {
  return { from: name(waves.waves[last - 1].label, language), to: name(waves.waves[last].label, language) };
}
