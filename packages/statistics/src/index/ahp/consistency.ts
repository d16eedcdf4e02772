/** How far judgements contradict each other: with A = 2B and B = 3C, A = 6C would be consistent. */

/** Mean consistency index of random reciprocal matrices of order 1 … 15. Source: Saaty 1980, The Analytic Hierarchy Process. */
export const saatyRandomIndices: readonly number[] = [
  0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
];

/** Above this ratio Saaty asks for the judgements to be revised. */
const largestConsistencyRatio = 0.1;

export interface Consistency {
  /** (λmax − n)/(n − 1); 0 for one or two attributes, which cannot contradict each other. */
  readonly consistencyIndex: number;
  /** null beyond the order that the table of random indices covers. */
  readonly randomIndex: number | null;
  /** Consistency index ÷ random index; 0 for one or two attributes, null without a random index. */
  readonly consistencyRatio: number | null;
  /** "inconsistent": the ratio is above 0.1; show it with the weights. "unknown": there is no random index to compare with. */
  readonly verdict: "consistent" | "inconsistent" | "unknown";
}

/** @param size attributes compared; lambdaMax ≥ size but for rounding */
export function consistencyOf(lambdaMax: number, size: number, randomIndices: readonly number[]): Consistency {
  const consistencyIndex = size > 2 ? Math.max(0, (lambdaMax - size) / (size - 1)) : 0;
  const randomIndex = randomIndices[size - 1] ?? null;
  if (size <= 2) return { consistencyIndex, randomIndex, consistencyRatio: 0, verdict: "consistent" };
  if (randomIndex === null || !(randomIndex > 0)) {
    return { consistencyIndex, randomIndex: null, consistencyRatio: null, verdict: "unknown" };
  }
  const consistencyRatio = consistencyIndex / randomIndex;
  const verdict = consistencyRatio > largestConsistencyRatio ? "inconsistent" : "consistent";
  return { consistencyIndex, randomIndex, consistencyRatio, verdict };
}
