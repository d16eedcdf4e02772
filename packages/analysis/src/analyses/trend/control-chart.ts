/** Is a wave outside its usual coming and going? */
import { type EwmaChart, ewmaChart } from "@manyi/statistics/trend/ewma-chart";
import { laneyChart, type ProportionChart, proportionChart } from "@manyi/statistics/trend/p-chart";
import { type Limits, runsOnOneSide } from "@manyi/statistics/trend/run-rules";
import { xmrChart } from "@manyi/statistics/trend/xmr-chart";
import { fixed } from "../../format/number.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import { label, nameColumn, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { caution, chartPart, reading, tablePart } from "../result/outcomes.ts";
import { terms } from "../words/terms.ts";
import type { FollowedQuestion } from "./waves-of-question.ts";
import { type ControlChartKind, trendTerms as own, trendWords as words } from "./words.ts";

/** Fewer waves have no usual coming and going. */
const leastWaves = 5;

/** Below so many points limits are provisional (Montgomery takes 20 to 25 samples). */
const settledWaves = 20;

interface Controlled {
  readonly points: ArrayLike<number>;
  readonly centre: number;
  readonly limits: readonly Limits[];
  readonly out: readonly number[];
  readonly format: "share" | "index";
  readonly sigmaZ: number | null;
}

export function controlParts(question: FollowedQuestion, kind: ControlChartKind, run: number): readonly AnalysisPart[] {
  const { axis, waves, label: name } = question;
  if (waves.length < leastWaves) return [reading(words.tooFewForChart(waves.length, leastWaves))];
  const found = chartOf[kind](question);
  if (found === null) return [reading(words.noChart)];
  const runs = runsOnOneSide(found.points, found.centre, run);
  const isBeyond = (i: number) => found.out.includes(i);
  const isInRun = (i: number) => runs.some(({ first, last }) => first <= i && i <= last);
  const signals = waves.filter((_, i) => isBeyond(i) || isInRun(i)).length;
  const signalOf = (i: number) => {
    if (isBeyond(i)) return isInRun(i) ? words.beyondAndRun(run) : words.beyond;
    return isInRun(i) ? words.run(run) : words.quiet;
  };
  const { format, limits, centre, sigmaZ } = found;
  const isWeighted = waves[0].tally.weighting === "case-weights" && format === "share";
  return [
    chartPart({
      kind: "curves",
      title: words.chartTitle(kind, name, signals),
      shape: "lines",
      x: { label: axis.label, format: "statistic", names: waves.map((wave) => wave.label) },
      y: { label: format === "share" ? own.top.heading : words.score, format },
      curves: [
        {
          label: format === "share" ? own.top.heading : words.score,
          points: waves.map((_, i) => ({ x: i, y: found.points[i], band: null, mark: isBeyond(i) || isInRun(i) })),
        },
      ],
      limits: [
        { label: own.centre.heading, values: waves.map(() => centre) },
        { label: own.lower.heading, values: limits.map(({ lower }) => lower) },
        { label: own.upper.heading, values: limits.map(({ upper }) => upper) },
      ],
    }),
    tablePart({
      caption: words.chartTable(kind, name),
      n: null,
      columns: [
        nameColumn({ ...terms.wave, heading: axis.label }),
        ...[terms.n, terms.value, own.lower, own.centre, own.upper].map(numberColumn),
        textColumn(own.signal),
      ],
      rows: waves.map((wave, i) =>
        row(
          label(wave.label),
          number(wave.estimate.n, "count"),
          number(found.points[i], format),
          number(limits[i].lower, format),
          number(centre, format),
          number(limits[i].upper, format),
          label(signalOf(i)),
        ),
      ),
      notes: isWeighted ? [words.effective] : [],
    }),
    ...(sigmaZ === null ? [] : [reading(words.laneySigma(fixed(sigmaZ, 2)))]),
    ...(waves.length < settledWaves ? [caution(words.fewForLimits(waves.length))] : []),
  ];
}

const chartOf: Readonly<Record<ControlChartKind, (question: FollowedQuestion) => Controlled | null>> = {
  p: (question) => ofShares(proportionChart(...sharesOf(question))),
  laney: (question) => {
    const found = laneyChart(...sharesOf(question));
    const controlled = ofShares(found);
    return controlled === null || found.kind !== "estimated" ? null : { ...controlled, sigmaZ: found.sigmaZ };
  },
  xmr: ({ waves }) => {
    const points = waves.map((wave) => wave.estimate.value);
    const found = xmrChart(points);
    if (found.kind !== "estimated" || !(found.limits.upper > found.limits.lower)) return null;
    const { mean, limits, out, jumps } = found;
    return {
      points,
      centre: mean,
      limits: points.map(() => limits),
      out: [...new Set([...out, ...jumps])],
      format: "index",
      sigmaZ: null,
    };
  },
  ewma: ({ waves }) => {
    const found = ewmaChart(waves.map((wave) => wave.estimate.value));
    return found.kind === "estimated" ? ofAverages(found) : null;
  },
};

/** Satisfied answers and answers of each wave; with weights of as many answers as the weighted share is worth. */
function sharesOf({ waves }: FollowedQuestion): [number[], number[]] {
  const sizes = waves.map(({ tally, share, kishN }) => (tally.weighting === "none" ? share.n : kishN));
  return [waves.map(({ share }, i) => share.value * sizes[i]), sizes];
}

function ofShares(found: ReturnType<typeof proportionChart>): Controlled | null {
  if (found.kind !== "estimated") return null;
  const { shares, centre, limits, out }: ProportionChart = found;
  return { points: shares, centre, limits, out, format: "share", sigmaZ: null };
}

function ofAverages({ averages, centre, limits, out }: EwmaChart): Controlled {
  return { points: averages, centre, limits, out, format: "index", sigmaZ: null };
}
