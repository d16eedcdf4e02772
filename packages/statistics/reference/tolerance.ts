/**
 * How close two correct programs come. Formulas in closed form differ by the order of their sums, about 1e-13, so 1e-9 leaves room for
 * cancellation and none for another definition. What is found by iteration agrees to the accuracy of the program that made the values.
 */
export interface Tolerance {
  /** Of the expected value; either this or `absolute` has to hold. */
  readonly relative?: number;
  readonly absolute?: number;
}

/** For a place in a file; by default that of closed forms. */
export type ToleranceOf = (path: readonly string[]) => Tolerance | null;

export function isPValue(path: readonly string[]): boolean {
  return path.some((key) => /^(p|p_.*|.*_p|pvalue|p\.value|Pr\(.*)$/.test(key));
}

/** Closed form: a relative 1e-9; p-values an absolute 1e-9, and a relative 1e-7 where they are below 1e-6. */
export function closedFormTolerance(path: readonly string[], expected: number): Tolerance {
  if (!isPValue(path)) return { relative: 1e-9 };
  return Math.abs(expected) < 1e-6 ? { relative: 1e-7 } : { absolute: 1e-9 };
}
