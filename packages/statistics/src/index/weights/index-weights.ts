/** Weights of an index: what each attribute contributes. They add up to 1. */
export interface IndexWeights {
  readonly kind: "weights";
  readonly weights: readonly number[];
  /** Attributes set to 0 because their importance came out negative. */
  readonly dropped: readonly number[];
}

export interface NoWeights {
  readonly kind: "no-weights";
  readonly reason: "no-attributes" | "no-positive-importance" | "importance-missing" | "too-few-answers";
}

export type WeightsResult = IndexWeights | NoWeights;

/** Importance ÷ sum; a negative importance becomes 0 and is reported. */
export function normalisedWeights(importance: readonly number[]): WeightsResult {
  if (importance.length === 0) return { kind: "no-weights", reason: "no-attributes" };
  if (!importance.every(Number.isFinite)) return { kind: "no-weights", reason: "importance-missing" };
  const positive = importance.map((value) => Math.max(0, value));
  const sum = positive.reduce((total, value) => total + value, 0);
  if (!(sum > 0)) return { kind: "no-weights", reason: "no-positive-importance" };
  const dropped = importance.flatMap((value, index) => (value < 0 ? [index] : []));
  return { kind: "weights", weights: positive.map((value) => value / sum), dropped };
}
