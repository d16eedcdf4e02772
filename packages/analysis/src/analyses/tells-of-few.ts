/** Whether the respondents of one analysis, held against those of the report and of the analyses before it, would tell of fewer
 *  people than the study shows: because they are so few, or because they differ from others by so few.
 *  @param mask 1 a respondent who is taken, null: everybody
 *  @param shown masks of the analyses that are shown already; everybody counts among them
 *  @param rows respondents of the study */
export function tellsOfFew(
  mask: Uint8Array | null,
  shown: readonly (Uint8Array | null)[],
  rows: number,
  minimum: number,
): boolean {
  if (mask === null) return rows < minimum;
  const taken = mask.reduce((sum, one) => sum + one, 0);
  const isFew = (n: number) => n > 0 && n < minimum;
  if (taken < minimum || isFew(rows - taken)) return true;
  return shown.some((other) => {
    if (other === null) return false;
    let both = 0;
    let ofOther = 0;
    for (let row = 0; row < rows; row++) {
      both += mask[row] & other[row];
      ofOther += other[row];
    }
    return isFew(both) || isFew(taken - both) || isFew(ofOther - both);
  });
}
