/**
 * Averages over s = √(χ²/df), the standard deviation that a Student-like statistic divides by. In u = ln s the density is
 * exp(df (u − e²ᵘ/2)) up to a constant and falls off on both sides, so the trapezoidal rule converges faster than any power
 * of its step and needs no tables; dividing by the sum of the weights spares the constant.
 * Source: Trefethen & Weideman 2014, The Exponentially Convergent Trapezoidal Rule, SIAM Review 56.
 */
import { requireDegreesOfFreedom } from "./degrees-of-freedom.ts";

/** Weights below e⁻⁸⁰ of the largest are left out: no answer above 1e-30 notices. */
const negligibleExponent = -80;
/** Nor are those that could add less than this share to the sum. */
const negligibleShare = 1e-19;
const widestStep = 0.125;

/**
 * E g(scale · s). The points at which g is asked are powers of one number and do not depend on `scale`, so a g that is slow can
 * keep what it has found.
 * @param coarsest largest step of ln s that g, smooth and between 0 and 1, allows; the density's own width bounds it as well
 * @throws RangeError unless degreesOfFreedom is positive and finite
 */
export function averageOverScaledChi(
  degreesOfFreedom: number,
  scale: number,
  coarsest: number,
  g: (scaled: number) => number,
): number {
  requireDegreesOfFreedom(degreesOfFreedom);
  const widest = Math.min(coarsest, widestStep, 0.5 / Math.sqrt(2 * degreesOfFreedom));
  const step = 2 ** Math.floor(Math.log2(widest));
  const shift = Math.log(scale);
  const middle = Math.round(shift / step);
  let weights = 0;
  let sum = 0;
  for (const direction of [1, -1]) {
    for (let index = direction === 1 ? middle : middle - 1; ; index += direction) {
      const u = index * step - shift;
      const exponent = degreesOfFreedom * (u - Math.expm1(2 * u) / 2);
      const weight = Math.exp(exponent);
      if (exponent < negligibleExponent || weight < negligibleShare * sum) break;
      weights += weight;
      sum += weight * g(Math.exp(index * step));
    }
  }
  return sum / weights;
}
