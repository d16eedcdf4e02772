/**
 * Points in time: waves, months, days. Spacing may be unequal and the points may come in any order; they are put in the order of
 * their times.
 */
export interface OrderedPoints {
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/**
 * Points with a value, in the order of time; equal times stay in the order given.
 * @param times in any unit, for example wave numbers or years
 * @param values NaN = nothing at that time
 * @throws RangeError if lengths differ, or a time or value is infinite
 */
export function orderedPoints(times: ArrayLike<number>, values: ArrayLike<number>): OrderedPoints {
  if (times.length !== values.length) throw new RangeError("one value for each time is needed");
  const places = Array.from(times, (time, index) => {
    if (!Number.isFinite(time)) throw new RangeError(`time ${time} is not finite`);
    if (Math.abs(values[index]) === Number.POSITIVE_INFINITY)
      throw new RangeError(`the value at time ${time} is infinite`);
    return index;
  }).filter((index) => !Number.isNaN(values[index]));
  places.sort((a, b) => times[a] - times[b] || a - b);
  return {
    times: Float64Array.from(places, (index) => times[index]),
    values: Float64Array.from(places, (index) => values[index]),
  };
}
