/** The results of a small survey, of which a test of findings overrides what its finding rests on. */
import { analyseStudy } from "../src/analyse-study.ts";
import type { TestedDifference } from "../src/results/compare.ts";
import type { Figure, Reported } from "../src/results/figure.ts";
import { buildLoadedStudy } from "./build-loaded-study.ts";

const people = Array.from({ length: 240 }, (_, i) => ({
  overall: 1 + (i % 5),
  speed: 1 + ((i >> 1) % 5),
  care: 1 + ((i >> 2) % 5),
  nps: i % 11,
  group: `g${i % 2}`,
  wave: `w${i % 3}`,
}));

export const shownResults = analyseStudy(buildLoadedStudy(people), { productVersion: "test" }).weightings[0];

/** An estimate at the middle of its interval. */
function reported(lower: number, upper: number): Reported {
  const result = shownResults.items[0].index.result;
  if (result.kind !== "estimated") throw new Error("no estimate");
  return { ...result, value: (lower + upper) / 2, interval: { ...result.interval, lower, upper } };
}

export function withInterval(figure: Figure, lower: number, upper: number): Figure {
  return { ...figure, result: reported(lower, upper) };
}

/** A tested difference with its evidence. */
export function tested(
  value: number,
  lower: number,
  upper: number,
  evidence: TestedDifference["evidence"],
): TestedDifference {
  const interval = { lower, upper, confidence: 0.95, method: "wald" as const };
  const test = { standardError: 1, statistic: value, degreesOfFreedom: null, pValue: 0.01, method: "means/welch-t" };
  const side = { n: 120, weightedBase: 120, effectiveN: 120 };
  return {
    difference: { kind: "estimated", value, interval, first: side, second: side, ...test },
    adjustedPValue: 0.01,
    evidence,
  };
}
