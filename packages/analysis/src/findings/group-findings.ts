import type { Group, GroupBreakdown, TestedDifference, TrackedMeasure } from "../results/compare.ts";
import type { Finding } from "../results/finding.ts";
import type { WeightingResults } from "../results/study-results.ts";
import { textIn } from "../results/text-in.ts";
import { finding } from "./finding.ts";
import { name, names, quoted } from "./wording.ts";

/** One sentence a grouping and direction, on its first measure (the index, or overall satisfaction without one). */
export function groupFindings(shown: WeightingResults): readonly Finding[] {
  const tested = shown.groups.flatMap((breakdown) => {
    const measure = breakdown.measures[0];
    const differences = measure?.differences.filter((d) => d?.difference.kind === "estimated") ?? [];
    return measure === undefined || differences.length < 2 ? [] : [{ breakdown, measure }];
  });
  const isEven = ({ measure }: Tested) => measure.differences.every((d) => d === null || d.evidence === "none");
  return [
    ...tested.filter((t) => !isEven(t)).flatMap(({ breakdown, measure }) => groupingFindings(breakdown, measure)),
    ...noEvidence(tested.filter(isEven)),
  ];
}

interface Tested {
  readonly breakdown: GroupBreakdown;
  readonly measure: TrackedMeasure;
}

function noEvidence(even: readonly Tested[]): readonly Finding[] {
  if (even.length === 0) return [];
  const meaning = { kind: "group", tone: "neutral", evidence: { section: "groups", subject: null } } as const;
  return [
    finding("groups-no-evidence", meaning, (language) => ({
      groupings: names(
        even.map(({ breakdown }) => breakdown.label),
        language,
      ),
      measure: textIn(even[0].measure.label, language),
    })),
  ];
}

function groupingFindings(breakdown: GroupBreakdown, measure: TrackedMeasure): readonly Finding[] {
  const evidence = { section: "groups", subject: breakdown.column } as const;
  const where = (direction: TestedDifference["evidence"]): readonly Group[] =>
    breakdown.groups.filter((_, g) => measure.differences[g]?.evidence === direction);
  const higher = where("higher");
  const lower = where("lower");
  const say = (code: "group-higher" | "group-lower", groups: readonly Group[]) =>
    groups.length === 0
      ? []
      : [
          finding(code, { kind: "group", tone: code === "group-higher" ? "good" : "bad", evidence }, (language) => ({
            grouping: name(breakdown.label, language),
            groups: quoted(
              groups.map((group) => group.label),
              language,
            ),
            measure: textIn(measure.label, language),
          })),
        ];
  return [...say("group-higher", higher), ...say("group-lower", lower)];
}
