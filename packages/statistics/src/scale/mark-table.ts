/** Marks by answer value: verbal levels are given marks that need not be evenly spaced. */
export type MarkTable = ReadonlyMap<number, number>;

/** 100/80/60/30/0 for five verbal levels, as used in Chinese surveys; "don't know" has no mark and stays out. */
export const fiveLevelMarks: MarkTable = new Map([
  [5, 100],
  [4, 80],
  [3, 60],
  [2, 30],
  [1, 0],
]);

/** @throws RangeError if the table has no mark for the value, or the mark is outside 0–100 */
export function markOf(marks: MarkTable, value: number): number {
  const mark = marks.get(value);
  if (mark === undefined) throw new RangeError(`no mark for the answer ${value}`);
  if (!(mark >= 0 && mark <= 100)) throw new RangeError(`a mark must lie in 0–100, got ${mark}`);
  return mark;
}
