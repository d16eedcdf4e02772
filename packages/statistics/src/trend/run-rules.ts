/** Where points of a control chart say that something has changed. Places are counted from 0. */

/** Points first … last, both included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** Places of the points beyond their limits. @throws RangeError unless there is one pair of limits a point */
export function beyondLimits(points: ArrayLike<number>, limits: readonly Limits[]): number[] {
  if (points.length !== limits.length) throw new RangeError("one pair of limits for each point is needed");
  return limits.flatMap(({ lower, upper }, place) => (points[place] < lower || points[place] > upper ? [place] : []));
}

/**
 * Runs of at least `length` points in a row on one side of the centre. A point on the centre itself ends a run.
 * @throws RangeError unless length is an integer of 2 or more
 * Source: Shewhart's and the Western Electric rules; eight in a row come by chance once in 128 starts.
 */
export function runsOnOneSide(points: ArrayLike<number>, centre: number, length: number): Run[] {
  return runsOfEqual(
    Array.from(points, (point) => Math.sign(point - centre)),
    length,
  );
}

/**
 * Runs of at least `length` points in a row, each higher than the one before, or each lower.
 * @throws RangeError unless length is an integer of 3 or more
 * Source: Nelson 1984, rule 3, with six points.
 */
export function monotoneRuns(points: ArrayLike<number>, length: number): Run[] {
  if (!(length >= 3)) throw new RangeError(`a monotone run has three points or more, got ${length}`);
  const steps = Array.from(points, (point, place) => (place === 0 ? 0 : Math.sign(point - points[place - 1])));
  return runsOfEqual(steps.slice(1), length - 1).map(({ first, last }) => ({ first, last: last + 1 }));
}

function runsOfEqual(signs: readonly number[], length: number): Run[] {
  if (!(Number.isInteger(length) && length >= 2)) throw new RangeError(`a run has two points or more, got ${length}`);
  const runs: Run[] = [];
  for (let first = 0; first < signs.length; ) {
    let next = first + 1;
    while (next < signs.length && signs[next] === signs[first]) next += 1;
    if (signs[first] !== 0 && next - first >= length) runs.push({ first, last: next - 1 });
    first = next;
  }
  return runs;
}
