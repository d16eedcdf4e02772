/**
 * Figures of several filters, each of enough people, can be added and subtracted until a few are left: two that differ in those few; A, B
 * and "A or B", which give "A and B"; a total less the groups that make up nearly all of it.
 */
import { type KnownUnion, smallestKnownUnion } from "./known-union.ts";
import { vennCells } from "./venn-cells.ts";

/** A base, and how many times its figure is added: −1 = subtracted once. */
export interface CombinedBase {
  /** Place among those shown before; "asked" = the one now asked for. */
  readonly base: number | "asked";
  readonly times: number;
}

export interface RevealedPeople {
  readonly kind: "revealed";
  /** Fewer than the minimum. */
  readonly people: number;
  /** The combination of figures that counts them. */
  readonly combination: readonly CombinedBase[];
}

/** So many overlapping bases that not every combination could be tried. A base of which this is said must not be shown. */
export interface NotChecked {
  readonly kind: "not-checked";
}

/**
 * Whether a base of respondents may be shown beside those that were shown before: it may not where adding and subtracting figures, in
 * whatever multiples, counts a set of at least one and fewer than `minimum` people. Exact within that, up to 200,000 combinations. It says
 * nothing of what follows from no one being counted negatively (20 in A, 19 in B and 20 in either leave at most one outside A): keep the
 * minimum above what such a guess may tell. The whole sample is a base like others: put it among those shown where its size is known.
 * @param shown rows of each base shown before, 1 = in it
 * @param asked rows of the base now asked for, of the same length; that it is large enough itself is not asked here
 * @returns the fewest people that the new base would reveal; null where it reveals none
 * @throws RangeError if lengths differ or the minimum is not an integer ≥ 1
 * Source: Hundepool et al. 2012, Statistical Disclosure Control, 4.2 and 6 (linked tables, differencing); Dobkin, Jones & Lipton 1979, ACM
 * TODS 4 (queries as linear equations)
 */
export function filterDifference(
  shown: readonly Uint8Array[],
  asked: Uint8Array,
  minimum: number,
): RevealedPeople | NotChecked | null {
  if (!(Number.isInteger(minimum) && minimum >= 1)) throw new RangeError(`a minimum of ${minimum}`);
  if (shown.some(({ length }) => length !== asked.length)) throw new RangeError("bases of one sample have one length");
  const pair = fewestBetween(shown, asked, minimum);
  // One person is the least there can be.
  if (pair?.people === 1) return pair;
  const union = smallestKnownUnion(vennCells([...shown, asked]), minimum);
  if (union === null || union.kind === "not-checked") return pair ?? union;
  return pair !== null && pair.people <= union.people ? pair : revealedBy(union, shown.length);
}

/** Of two bases, one of which holds the other, those between them. */
function fewestBetween(shown: readonly Uint8Array[], asked: Uint8Array, minimum: number): RevealedPeople | null {
  let fewest: RevealedPeople | null = null;
  for (const [base, rows] of shown.entries()) {
    let onlyShown = 0;
    let onlyAsked = 0;
    for (let row = 0; row < rows.length; row++) {
      if (rows[row] && !asked[row]) onlyShown += 1;
      else if (asked[row] && !rows[row]) onlyAsked += 1;
    }
    const people = onlyShown + onlyAsked;
    const isNested = onlyShown === 0 || onlyAsked === 0;
    if (!isNested || people === 0 || people >= Math.min(minimum, fewest?.people ?? minimum)) continue;
    const sign = onlyShown > 0 ? 1 : -1;
    const combination = [
      { base, times: sign },
      { base: "asked", times: -sign },
    ] as const;
    fewest = { kind: "revealed", people, combination };
  }
  return fewest;
}

function revealedBy({ people, times }: KnownUnion, asked: number): RevealedPeople {
  const combination = Array.from(times, (each, base): CombinedBase => {
    return { base: base === asked ? "asked" : base, times: each };
  });
  return { kind: "revealed", people, combination: combination.filter((each) => each.times !== 0) };
}
