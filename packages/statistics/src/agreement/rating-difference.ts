/**
 * How far two ratings are apart, for Krippendorff's α: squared differences δ², by the places of two values.
 * @param values distinct, ascending
 * @param frequencies how often each occurs among the ratings that can be paired
 */
export type RatingDifference = (
  values: Float64Array,
  frequencies: Float64Array,
) => (first: number, second: number) => number;

/** Names: the same or not. */
export const nominalDifference: RatingDifference = () => (first, second) => (first === second ? 0 : 1);

/** Ranks: how many ratings lie between, half of each of the two values counted, which is the difference of their mid-ranks. */
export const ordinalDifference: RatingDifference = (values, frequencies) => {
  let below = 0;
  const middle = values.map((_, place) => {
    const own = frequencies[place];
    below += own;
    return below - own / 2;
  });
  return (first, second) => (middle[first] - middle[second]) ** 2;
};

/** Numbers whose differences mean the same everywhere: most rating scales, read as numbers. */
export const intervalDifference: RatingDifference = (values) => (first, second) =>
  (values[first] - values[second]) ** 2;

/** Amounts with a true zero, such as minutes: ((a − b)/(a + b))². @throws RangeError if a value is negative */
export const ratioDifference: RatingDifference = (values) => {
  if (values.some((value) => value < 0)) throw new RangeError("amounts are not negative");
  return (first, second) =>
    first === second ? 0 : ((values[first] - values[second]) / (values[first] + values[second])) ** 2;
};
