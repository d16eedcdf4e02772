/**
 * x/maximum · 100. Legacy: a scale that starts at 1 can never reach 0 this way (a 1–5 scale not below 20), so its
 * figures are higher than, and not comparable with, those of the range conversion.
 * @throws RangeError if maximum ≤ 0 or the value is outside [0, maximum]
 */
export function maximumConversion(value: number, maximum: number): number {
  if (!(maximum > 0)) throw new RangeError(`the maximum must be positive, got ${maximum}`);
  if (!(value >= 0 && value <= maximum)) throw new RangeError(`${value} is outside 0–${maximum}`);
  return (value / maximum) * 100;
}
