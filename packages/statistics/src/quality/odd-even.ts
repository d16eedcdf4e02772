import { requireItems } from "./item-rows.ts";

/**
 * Odd–even consistency: for each respondent the correlation, over scales, of the mean of a scale's odd items with the mean of its even
 * items. Who reads the questions answers both halves of a scale alike and differs between scales; near 0 or below it looks random.
 * @param scales the items of each scale in their order, two or more of each; for pairs of neighbouring items give scales of two
 * @returns for each respondent −1 … 1; NaN where fewer than three scales have both halves answered, or a half is the same in all scales
 *   (a straight-liner: see `straightLining`)
 * @throws RangeError below three scales, below two items of one, or if items differ in length
 * Source: Curran 2016, Journal of Experimental Social Psychology 66. Golden values: golden/second/expected/survey_quality.json
 */
export function oddEvenConsistency(scales: readonly (readonly Float64Array[])[]): Float64Array {
  if (scales.length < 3) throw new RangeError(`three or more scales are needed, got ${scales.length}`);
  for (const scale of scales) requireItems(scale, 2);
  const rows = requireItems(scales.flat());
  const odd = new Float64Array(scales.length);
  const even = new Float64Array(scales.length);
  return Float64Array.from({ length: rows }, (_, row) => {
    let answered = 0;
    for (const scale of scales) {
      const [first, second] = [halfMean(scale, 0, row), halfMean(scale, 1, row)];
      if (Number.isNaN(first) || Number.isNaN(second)) continue;
      odd[answered] = first;
      even[answered] = second;
      answered += 1;
    }
    return answered < 3 ? Number.NaN : correlationOf(odd.subarray(0, answered), even.subarray(0, answered));
  });
}

/** Mean of the items at places start, start + 2, …; NaN where none was answered. */
function halfMean(scale: readonly Float64Array[], start: number, row: number): number {
  let sum = 0;
  let answered = 0;
  for (let place = start; place < scale.length; place += 2) {
    if (Number.isNaN(scale[place][row])) continue;
    sum += scale[place][row];
    answered += 1;
  }
  return answered === 0 ? Number.NaN : sum / answered;
}

function correlationOf(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let k = 0; k < x.length; k++) {
    xx += (x[k] - meanX) ** 2;
    yy += (y[k] - meanY) ** 2;
    xy += (x[k] - meanX) * (y[k] - meanY);
  }
  const isConstant = xx <= 1e-20 * (1 + meanX * meanX) || yy <= 1e-20 * (1 + meanY * meanY);
  return isConstant ? Number.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
