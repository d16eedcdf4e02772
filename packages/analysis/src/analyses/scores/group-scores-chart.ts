import type { IntervalsChart } from "../../results/analyses.ts";
import { type Bilingual, bilingual, listed } from "../words/bilingual.ts";
import type { QuestionByGroup, ScoredGroup } from "./group-scores.ts";
import { scoreFormats } from "./question-scores.ts";
import { scoreWords as words } from "./words.ts";

/** The groups of one question, the best first; null where fewer than two can be shown. */
export function groupScoresChart({ item, score, total, groups }: QuestionByGroup): IntervalsChart | null {
  const rows = groups
    .flatMap(({ group, n, score: own }) =>
      own?.kind === "estimated"
        ? [{ label: group.label, n, point: { value: own.value, lower: own.interval.lower, upper: own.interval.upper } }]
        : [],
    )
    .toSorted((a, b) => b.point.value - a.point.value);
  if (rows.length < 2) return null;
  const question = bilingual(item.label);
  return {
    kind: "intervals",
    title: words.chartTitle(question, namesOf(groups, "higher"), namesOf(groups, "lower")),
    measure: words.measures[score],
    format: scoreFormats[score],
    rows,
    reference: total.kind === "estimated" ? { value: total.value, label: words.total } : null,
  };
}

function namesOf(groups: readonly ScoredGroup[], evidence: "higher" | "lower"): Bilingual | null {
  const found = groups.filter((group) => group.evidence === evidence).map(({ group }) => group.label);
  return found.length === 0 ? null : listed(found);
}
