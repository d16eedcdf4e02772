/** Why the respondents of an analysis may not be shown; null where they may. `difference`: held against what is shown elsewhere they
 *  would tell of few people. */
export type Withheld = "too-few" | "difference" | null;

/** Whether the respondents of one analysis are too few, or differ by too few from everybody or from those of an analysis before it.
 *  @param mask 1 a respondent who is taken, null: everybody
 *  @param shown masks of the analyses that are shown already; everybody counts among them
 *  @param rows respondents of the study */
export function tellsOfFew(
  mask: Uint8Array | null,
  shown: readonly (Uint8Array | null)[],
  rows: number,
  minimum: number,
): Withheld {
  if (mask === null) return rows < minimum ? "too-few" : null;
  const taken = countOf(mask);
  const isFew = (n: number) => n > 0 && n < minimum;
  if (taken < minimum) return "too-few";
  if (isFew(rows - taken)) return "difference";
  const differs = shown.some((other) => {
    if (other === null) return false;
    let both = 0;
    let ofOther = 0;
    for (let row = 0; row < rows; row++) {
      both += mask[row] & other[row];
      ofOther += other[row];
    }
    return isFew(both) || isFew(taken - both) || isFew(ofOther - both);
  });
  return differs ? "difference" : null;
}

/** Groups of which the report shows something, with the group of each respondent, −1 for none. */
export interface ShownGroups {
  readonly codes: ArrayLike<number>;
  readonly isShown: readonly boolean[];
}

/** Whether the respondents of an analysis differ by few from groups that the report shows: from all the groups that hold them, or
 *  from all the groups that they hold. Either difference is a subtraction that a reader can do. */
export function tellsOfFewInGroups(mask: Uint8Array, { codes, isShown }: ShownGroups, minimum: number): boolean {
  const sizes = new Float64Array(isShown.length);
  const takenOf = new Float64Array(isShown.length);
  let outside = 0;
  for (let row = 0; row < mask.length; row++) {
    const group = codes[row];
    if (group < 0 || !isShown[group]) outside += mask[row];
    else {
      sizes[group]++;
      takenOf[group] += mask[row];
    }
  }
  const isFew = (n: number) => n > 0 && n < minimum;
  const sum = (of: (group: number) => number) => isShown.reduce((total, _, group) => total + of(group), 0);
  const leftInTouched = sum((group) => (takenOf[group] > 0 ? sizes[group] - takenOf[group] : 0));
  const besidesWhole = outside + sum((group) => (takenOf[group] < sizes[group] ? takenOf[group] : 0));
  return (outside === 0 && isFew(leftInTouched)) || (besidesWhole < countOf(mask) && isFew(besidesWhole));
}

function countOf(mask: Uint8Array): number {
  return mask.reduce((sum, one) => sum + one, 0);
}
