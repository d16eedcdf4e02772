import type { AnalysisChart, AnalysisTable } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import type { FollowedQuestion } from "./waves-of-question.ts";
import { trendTerms as own, trendWords as words } from "./words.ts";

/** Waves in their order; those that may not be shown say why. */
export function wavesTable({ axis, label: name, waves, hidden, labels, format }: FollowedQuestion): AnalysisTable {
  return {
    caption: words.waves(name, axis.label),
    n: null,
    columns: [
      nameColumn({ ...terms.wave, heading: axis.label }),
      ...[terms.n, terms.estimate, own.top].map(numberColumn),
    ],
    rows: [
      ...waves.map((wave) =>
        row(
          label(wave.label),
          number(wave.estimate.n, "count"),
          estimate(wave.estimate.value, wave.estimate.interval, format === "index" ? "index" : "points"),
          estimate(wave.share.value, wave.share.interval, "share"),
        ),
      ),
      ...labels.flatMap((text, g) => {
        const reason = hidden[g];
        return reason === null ? [] : [row(label(text), none(reason), none(reason), none(reason))];
      }),
    ],
    notes: [],
  };
}

/** The waves with their intervals. */
export function wavesChart({ axis, label: name, waves }: FollowedQuestion, verdict: Bilingual): AnalysisChart {
  return {
    kind: "curves",
    title: words.trendChart(name, verdict),
    shape: "lines",
    x: { label: axis.label, format: "statistic", names: waves.map((wave) => wave.label) },
    y: { label: name, format: "index" },
    curves: [
      {
        label: words.score,
        points: waves.map(({ estimate: { value, interval } }, i) => ({
          x: i,
          y: value,
          band: { lower: interval.lower, upper: interval.upper },
          mark: false,
        })),
      },
    ],
    limits: [],
  };
}
