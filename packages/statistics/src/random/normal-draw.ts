import type { Random } from "./xoshiro.ts";

/** A standard normal number. Source: Box & Muller 1958 */
export function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.nextUnit())) * Math.cos(2 * Math.PI * random.nextUnit());
}

/** A χ² of any degrees of freedom ≥ 2/3. Source: Marsaglia & Tsang 2000, for a gamma of half the degrees of freedom. */
export function chiSquareDraw(degreesOfFreedom: number, random: Random): number {
  // A shape below 1 takes one more and is drawn back by a power.
  const shape = degreesOfFreedom / 2;
  const boost = shape < 1 ? random.nextUnit() ** (1 / shape) : 1;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random.nextUnit()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return 2 * d * v * boost;
  }
}
