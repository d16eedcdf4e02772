/** @throws RangeError unless the number is positive and finite */
export function requireDegreesOfFreedom(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0 && Number.isFinite(degreesOfFreedom))) {
    throw new RangeError(`degrees of freedom must be positive and finite, got ${degreesOfFreedom}`);
  }
}
