import type { Figure } from "./figure.ts";
import { medianOf } from "./repeat.ts";

/** An estimator on data of one size. */
export interface Case {
  readonly name: string;
  /** CPU seconds of one run. */
  readonly measure: () => Promise<number> | number;
  readonly runs: number;
  /** Whose time, and the CPU seconds it took. */
  readonly peer?: readonly [name: string, cpuSeconds: number];
}

/** Once to warm up, then the median of the runs. */
export async function figureOf({ name, measure, runs, peer }: Case): Promise<Figure> {
  await measure();
  const value = rounded(await medianOf(runs, measure));
  const figure: Figure = { bench: "statistics", case: name, value, unit: "CPU s", better: "lower", runs };
  if (peer === undefined) return figure;
  const [package_, cpuSeconds] = peer;
  return { ...figure, baseline: { name: package_, value: cpuSeconds }, ratio: rounded(value / cpuSeconds) };
}

export function cpuSecondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
