import { fixed } from "@manyi/analysis/format/number";

/** A share that is set or computed without an n of its own, such as a weight: always with one decimal. */
export function weightShare(value: number): string {
  return `${fixed(value * 100, 1)}%`;
}
