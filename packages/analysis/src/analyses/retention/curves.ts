/** Retention curves: of all customers, and of each group that may be shown. */
import { kaplanMeier, type SurvivalCurve } from "@manyi/statistics/retention/kaplan-meier";
import { survivalAt } from "@manyi/statistics/retention/survival-at";
import { survivalQuantile } from "@manyi/statistics/retention/survival-quantile";
import type { LocalText } from "@manyi/study/definition/local-text";
import { fixed } from "../../format/number.ts";
import type { AnalysisCell, AnalysisChart, AnalysisTable } from "../../results/analyses.ts";
import type { HiddenBecause } from "../../results/figure.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import { durationsOf, type ReadDurations } from "./read-durations.ts";
import { retentionTerms as own, type RetentionUnit, retentionWords as words } from "./words.ts";

export interface NamedCurve {
  readonly label: LocalText;
  readonly hidden: HiddenBecause | null;
  /** Null where nothing may be shown, or there are too few. */
  readonly curve: SurvivalCurve | null;
}

export function curveOf(
  durations: ReadDurations,
  text: LocalText,
  isIn: (row: number) => boolean,
  confidence: number,
): NamedCurve {
  const curve = kaplanMeier(durationsOf(durations, isIn), durations.weights, confidence);
  return { label: text, hidden: null, curve: curve.kind === "estimated" ? curve : null };
}

/** Four times up to the longest, as whole numbers where that leaves them apart. */
export function usualTimes({ times }: SurvivalCurve): readonly number[] {
  const longest = times.at(-1) ?? 0;
  const quarters = [0.25, 0.5, 0.75, 1].map((share) => share * longest);
  const whole = [...new Set(quarters.map(Math.floor))].filter((time) => time > 0);
  return whole.length === quarters.length ? whole : [...new Set(quarters)].filter((time) => time > 0);
}

export function overviewTable(
  curves: readonly NamedCurve[],
  times: readonly number[],
  unit: RetentionUnit,
): AnalysisTable {
  return {
    caption: words.overview,
    n: null,
    columns: [
      nameColumn(own.cohort),
      ...[terms.n, own.left].map(numberColumn),
      ...times.map((time) => numberColumn({ code: `after-${time}`, heading: words.after(timeText(time), unit) })),
      numberColumn(own.median),
    ],
    rows: curves.map(({ label: text, hidden, curve }) => {
      if (curve === null) return row(label(text), ...Array(3 + times.length).fill(none(hidden ?? "too-few-answers")));
      return row(
        label(text),
        number(curve.n, "count"),
        number(curve.left, "count"),
        ...times.map((time) => retainedCell(curve, time)),
        medianCell(curve),
      );
    }),
    notes: [words.overviewNote(unit)],
  };
}

function retainedCell(curve: SurvivalCurve, time: number): AnalysisCell {
  const found = survivalAt(curve, time);
  return found.kind === "estimated" ? estimate(found.value, found.interval, "share") : none("not-estimable");
}

function medianCell(curve: SurvivalCurve): AnalysisCell {
  const found = survivalQuantile(curve, 0.5);
  if (found.kind !== "estimated") return none("not-estimable");
  const { value, lower, upper } = found;
  return estimate(value, lower === null || upper === null ? null : { lower, upper }, "statistic");
}

/** The curves as steps; a point a tick of some 200, so that a hundred thousand customers draw as fast. */
export function retentionChart(curves: readonly NamedCurve[], title: LocalText, unit: RetentionUnit): AnalysisChart {
  const withBands = curves.length === 1;
  return {
    kind: "curves",
    title,
    shape: "steps",
    x: { label: words.time(unit), format: "amount", names: null },
    y: { label: words.retained, format: "share" },
    curves: curves.flatMap(({ label: text, curve }) => {
      if (curve === null) return [];
      const { steps, times } = curve;
      const stride = Math.max(1, Math.ceil(steps.length / 200));
      const taken = steps.filter((_, i) => i % stride === stride - 1 || i === steps.length - 1);
      const last = taken.at(-1);
      const end = times.at(-1) ?? 0;
      const bandOf = (step: (typeof steps)[number]) =>
        withBands && step.interval !== null ? { lower: step.interval.lower, upper: step.interval.upper } : null;
      return [
        {
          label: text,
          points: [
            { x: 0, y: 1, band: null, mark: false },
            ...taken
              .filter(({ time }) => time > 0)
              .map((step) => ({ x: step.time, y: step.survival, band: bandOf(step), mark: false })),
            ...(last !== undefined && end > last.time
              ? [{ x: end, y: last.survival, band: bandOf(last), mark: true }]
              : []),
          ],
        },
      ];
    }),
    limits: [],
  };
}

export function timeText(time: number): string {
  return fixed(time, Number.isInteger(time) ? 0 : 1);
}
