/**
 * Kano's model: what a feature does to satisfaction need not be a line. Each feature is asked twice, "how would you feel if it were
 * there?" (functional) and "if it were not?" (dysfunctional), with the answers 1 like, 2 must be so, 3 neutral, 4 can live with,
 * 5 dislike; the two answers together are a category. Source: Kano et al. 1984; table after Berger et al. 1993.
 */

/** M must-be, O one-dimensional (performance), A attractive, I indifferent, R reverse, Q questionable (the answers contradict
 *  each other). In the order in which ties are resolved. */
export const kanoCategories = ["M", "O", "A", "I", "R", "Q"] as const;

export type KanoCategory = (typeof kanoCategories)[number];

/** Rows: functional answer 1 … 5; columns: dysfunctional answer 1 … 5. */
export const evaluationTable: readonly (readonly KanoCategory[])[] = [
  ["Q", "A", "A", "A", "O"],
  ["R", "I", "I", "I", "M"],
  ["R", "I", "I", "I", "M"],
  ["R", "I", "I", "I", "M"],
  ["R", "R", "R", "R", "Q"],
];

/** Category of one person's pair of answers. @throws RangeError unless both are integers 1–5 */
export function kanoCategory(functional: number, dysfunctional: number): KanoCategory {
  const category = evaluationTable[functional - 1]?.[dysfunctional - 1];
  if (category === undefined) throw new RangeError(`answers must be 1–5, got ${functional} and ${dysfunctional}`);
  return category;
}
