/**
 * Distribution of the first cell of a 2 × 2 table given both margins: noncentral hypergeometric, with the odds ratio as
 * its parameter. Source: Agresti 2013, Categorical Data Analysis, 7.3.
 */
export interface Hypergeometric {
  /** Smallest value of the first cell. */
  readonly lowest: number;
  /** log of the number of tables, up to a constant, for each value from `lowest`. */
  readonly logCounts: Float64Array;
}

/** @param cells a, b, c, d row by row, whole numbers */
export function hypergeometric([a, b, c, d]: readonly [number, number, number, number]): Hypergeometric {
  const firstRow = a + b;
  const firstColumn = a + c;
  const lowest = Math.max(0, firstColumn - (c + d));
  const highest = Math.min(firstRow, firstColumn);
  const logCounts = new Float64Array(highest - lowest + 1);
  for (let x = lowest + 1; x <= highest; x++) {
    // Ratio of neighbouring terms: no factorials, so no cancellation at large n.
    const ratio = ((firstRow - x + 1) * (firstColumn - x + 1)) / (x * (c + d - firstColumn + x));
    logCounts[x - lowest] = logCounts[x - lowest - 1] + Math.log(ratio);
  }
  return { lowest, logCounts };
}

/** Probability of each value from `lowest`, given the log of the odds ratio. */
export function probabilities({ logCounts }: Hypergeometric, logOddsRatio: number): Float64Array {
  const logs = logCounts.map((log, index) => log + index * logOddsRatio);
  const largest = logs.reduce((max, log) => Math.max(max, log), Number.NEGATIVE_INFINITY);
  const terms = logs.map((log) => Math.exp(log - largest));
  const total = terms.reduce((sum, term) => sum + term, 0);
  return terms.map((term) => term / total);
}

/** Expected place (value − lowest) of the first cell. */
export function meanPlace(distribution: Hypergeometric, logOddsRatio: number): number {
  return probabilities(distribution, logOddsRatio).reduce((sum, probability, index) => sum + index * probability, 0);
}

/** Probability of a place up to and with `place`. */
export function upTo(distribution: Hypergeometric, logOddsRatio: number, place: number): number {
  return sumOf(probabilities(distribution, logOddsRatio).subarray(0, place + 1));
}

/** Probability of `place` and above. */
export function from(distribution: Hypergeometric, logOddsRatio: number, place: number): number {
  return sumOf(probabilities(distribution, logOddsRatio).subarray(place));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
