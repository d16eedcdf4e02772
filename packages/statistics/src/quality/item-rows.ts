/** @throws RangeError where there are no items, or they differ in length; returns the number of respondents */
export function requireItems(items: readonly Float64Array[], least = 1): number {
  if (items.length < least) throw new RangeError(`${least} or more items are needed, got ${items.length}`);
  const rows = items[0].length;
  if (items.some((item) => item.length !== rows)) throw new RangeError("items differ in length");
  return rows;
}

/** Answers of a respondent in the order of the items, without the missing ones. */
export function answersOf(items: readonly Float64Array[], row: number): number[] {
  return items.map((item) => item[row]).filter((answer) => !Number.isNaN(answer));
}
