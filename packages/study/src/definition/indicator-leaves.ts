import type { Indicator } from "./indicator.ts";

/** An indicator that is asked: its question, its dimension, and its entered weight within the whole. */
export interface IndicatorLeaf {
  readonly indicator: Indicator;
  readonly question: string;
  /** The top-level node above it (itself, where a dimension is asked directly). */
  readonly dimension: Indicator;
  /** Product of the entered weights from the top, each relative to its siblings; the leaves sum to 1. Siblings
   *  without any entered weight share equally. 0 where all siblings were given 0. */
  readonly enteredWeight: number;
}

export function leavesOf(indicators: readonly Indicator[]): readonly IndicatorLeaf[] {
  const shares = siblingShares(indicators);
  return indicators.flatMap((dimension, i) => leavesUnder(dimension, dimension, shares[i]));
}

function leavesUnder(node: Indicator, dimension: Indicator, weight: number): readonly IndicatorLeaf[] {
  if (node.question !== undefined)
    return [{ indicator: node, question: node.question, dimension, enteredWeight: weight }];
  const children = node.children ?? [];
  const shares = siblingShares(children);
  return children.flatMap((child, i) => leavesUnder(child, dimension, weight * shares[i]));
}

/** Whether anybody entered a weight; else the tree's own shares are nobody's judgement. */
export function hasEnteredWeights(indicators: readonly Indicator[]): boolean {
  return indicators.some((node) => node.weight !== undefined || hasEnteredWeights(node.children ?? []));
}

/** An entered weight counts as written; where only some siblings have one, the others count as 0. */
function siblingShares(siblings: readonly Indicator[]): readonly number[] {
  const entered = siblings.some((node) => node.weight !== undefined);
  const weights = siblings.map((node) => (entered ? (node.weight ?? 0) : 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 0));
}
