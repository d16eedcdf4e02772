/** Two filters that differ in a few people show those people, as the difference of two figures that are each large enough. */

export interface RevealedDifference {
  readonly kind: "revealed";
  /** Place of the base, among those shown before, from which the asked one differs by too few. */
  readonly base: number;
  /** People in one of the two and not in the other. */
  readonly people: number;
}

/**
 * Whether a base of respondents may be shown beside those that were shown before: where one holds the other whole, the people
 * between them must be none or at least the minimum. Bases that merely overlap do not give a difference away.
 * @param shown rows of each base shown before, 1 = in it
 * @param asked rows of the base now asked for, of the same length
 * @returns the first difference that would be revealed, or null
 * @throws RangeError if lengths differ or the minimum is not an integer ≥ 1
 */
export function filterDifference(
  shown: readonly Uint8Array[],
  asked: Uint8Array,
  minimum: number,
): RevealedDifference | null {
  if (!(Number.isInteger(minimum) && minimum >= 1)) throw new RangeError(`a minimum of ${minimum}`);
  for (const [base, rows] of shown.entries()) {
    if (rows.length !== asked.length) throw new RangeError("bases of one sample have one length");
    let onlyShown = 0;
    let onlyAsked = 0;
    for (let row = 0; row < rows.length; row++) {
      if (rows[row] && !asked[row]) onlyShown += 1;
      else if (asked[row] && !rows[row]) onlyAsked += 1;
    }
    const isNested = onlyShown === 0 || onlyAsked === 0;
    const people = onlyShown + onlyAsked;
    if (isNested && people > 0 && people < minimum) return { kind: "revealed", base, people };
  }
  return null;
}
