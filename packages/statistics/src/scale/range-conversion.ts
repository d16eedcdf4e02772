/**
 * (x − minimum)/(maximum − minimum) · 100: the lowest answer is 0 and the highest 100, on every scale.
 * @throws RangeError if maximum ≤ minimum or the value is outside [minimum, maximum]
 * Source: percent of maximum possible, Cohen, Cohen, Aiken & West 1999. Golden values:
 * golden/example/expected/synth_public_scale_conversion.json
 */
export function rangeConversion(value: number, minimum: number, maximum: number): number {
  if (!(maximum > minimum)) throw new RangeError(`a scale needs minimum < maximum, got ${minimum} and ${maximum}`);
  if (!(value >= minimum && value <= maximum)) throw new RangeError(`${value} is outside ${minimum}–${maximum}`);
  return ((value - minimum) / (maximum - minimum)) * 100;
}
