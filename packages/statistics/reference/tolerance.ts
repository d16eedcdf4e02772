/**
 * How close two correct programs come. Formulas in closed form differ by the order of their sums, about 1e-13, so 1e-9 leaves room for
 * cancellation and none for another definition. What is found by iteration agrees to the accuracy of the program that made the values.
 */
export interface Tolerance {
  /** Of the expected value; either this or `absolute` has to hold. */
  readonly relative?: number;
  /** Infinity: what stands there is not compared. */
  readonly absolute?: number;
}

/** For a place in a file; by default that of closed forms. */
export type ToleranceOf = (path: readonly string[]) => Tolerance | null;

export function isPValue(path: readonly string[]): boolean {
  return path.some((key) => /^(p|p_(?!chart).*|.*_p|pvalue|p\.value|Pr\(.*)$/.test(key));
}

/** What is 0 but for the rounding of numbers near 1, as R prints a corrected χ² of 0: 8.5e-31. */
const roundingError = 1e-14;

/** Closed form: a relative 1e-9; p-values an absolute 1e-9, and a relative 1e-7 where they are below 1e-6. */
export function closedFormTolerance(path: readonly string[], expected: number): Tolerance {
  if (!isPValue(path)) return { relative: 1e-9, absolute: Math.abs(expected) < roundingError ? roundingError : 0 };
  return Math.abs(expected) < 1e-6 ? { relative: 1e-7 } : { absolute: 1e-9 };
}
