/**
 * One index for each respondent: Σ w_j x_j / Σ w_j over the items the respondent answered.
 * @param items 0–100, one column an item; NaN = no answer
 * @param weights one an item, not negative
 * @param minimumAnsweredShare share of the items, 0–1, that must be answered; 0.5 is usual
 * @returns one number a row, 0–100; NaN (no answer) where too few items were answered
 * @throws RangeError if lengths differ, a weight is negative, or the share is outside [0, 1]
 * Golden values: golden/example/expected/synth_public_csi.json (respondent_level_csi_stated_weights_available_items)
 */
export function respondentIndex(
  items: readonly Float64Array[],
  weights: readonly number[],
  minimumAnsweredShare: number,
): Float64Array {
  if (items.length === 0 || items.length !== weights.length) throw new RangeError("one weight for each item is needed");
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight))) throw new RangeError("weights below 0");
  if (!(minimumAnsweredShare >= 0 && minimumAnsweredShare <= 1)) throw new RangeError(`${minimumAnsweredShare}`);
  const length = items[0].length;
  if (items.some((item) => item.length !== length)) throw new RangeError("items differ in length");
  const needed = minimumAnsweredShare * items.length;
  return Float64Array.from({ length }, (_, row) => indexOfRow(items, weights, row, needed));
}

function indexOfRow(items: readonly Float64Array[], weights: readonly number[], row: number, needed: number): number {
  let answered = 0;
  let weight = 0;
  let sum = 0;
  for (let j = 0; j < items.length; j++) {
    const value = items[j][row];
    if (Number.isNaN(value)) continue;
    answered += 1;
    weight += weights[j];
    sum += weights[j] * value;
  }
  return answered >= needed && weight > 0 ? sum / weight : Number.NaN;
}
