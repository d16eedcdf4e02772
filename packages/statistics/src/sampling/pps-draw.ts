import { randomFromSeed } from "../random/xoshiro.ts";
import { type Draw, drawOf, type FrameTooSmall } from "./draw.ts";

/**
 * Draw with chances proportional to size (customers of a store, turnover of a client), without replacement: the frame is put in
 * random order and every k-th unit of size is taken. A unit larger than k is certain to be in, and the rest is drawn from the
 * others. If as many customers are asked in each store drawn, all customers have the same chance.
 * @param sizes one for each unit, ≥ 0; 0 has no chance
 * @returns frame-too-small where fewer than n units have a size
 * @throws RangeError if a size is negative or not finite, n no whole number ≥ 0, or the seed is none
 * Source: Hartley & Rao 1962, Annals of Mathematical Statistics 33
 */
export function ppsDraw(sizes: Float64Array, n: number, seed: number): Draw | FrameTooSmall {
  for (const size of sizes) if (!(size >= 0 && size < Number.POSITIVE_INFINITY)) throw new RangeError(`size ${size}`);
  const chances = inclusionChances(sizes, n);
  if (!(chances instanceof Float64Array)) return chances;
  const random = randomFromSeed(seed);
  const uncertain = Array.from(chances.keys()).filter((row) => chances[row] > 0 && chances[row] < 1);
  for (let last = uncertain.length - 1; last > 0; last--) {
    const other = random.nextBelow(last + 1);
    [uncertain[last], uncertain[other]] = [uncertain[other], uncertain[last]];
  }
  const certain = Array.from(chances.keys()).filter((row) => chances[row] === 1);
  const drawn: (readonly [row: number, weight: number])[] = certain.map((row) => [row, 1]);
  const missing = n - drawn.length;
  let next = random.nextUnit();
  let through = 0;
  let taken = 0;
  for (const row of uncertain) {
    through += chances[row];
    // Rounding must not lose the last one.
    const isLast = row === uncertain[uncertain.length - 1];
    if (taken < missing && (through > next || (isLast && taken + 1 === missing))) {
      drawn.push([row, 1 / chances[row]]);
      taken += 1;
      next += 1;
    }
  }
  return drawOf(drawn, seed, "pps");
}

/**
 * Chances to be drawn, by unit, adding up to n: n · size ÷ total, and 1 for units that would have more.
 * @throws RangeError if n is no whole number ≥ 0
 */
export function inclusionChances(sizes: Float64Array, n: number): Float64Array | FrameTooSmall {
  if (!(Number.isSafeInteger(n) && n >= 0)) throw new RangeError(`a whole number is needed, got ${n}`);
  const available = sizes.filter((size) => size > 0).length;
  if (n > available) return { kind: "frame-too-small", available, requested: n, stratum: null };
  const chances = new Float64Array(sizes.length);
  if (n === available) return chances.map((_, row) => Number(sizes[row] > 0));
  const isCertain = new Uint8Array(sizes.length);
  for (;;) {
    let total = 0;
    let certain = 0;
    for (let row = 0; row < sizes.length; row++) {
      certain += isCertain[row];
      if (isCertain[row] === 0) total += sizes[row];
    }
    let added = 0;
    for (let row = 0; row < sizes.length; row++) {
      chances[row] = isCertain[row] === 1 || n === certain ? isCertain[row] : (sizes[row] / total) * (n - certain);
      if (isCertain[row] === 1 || chances[row] < 1) continue;
      isCertain[row] = 1;
      added += 1;
    }
    if (added === 0) return chances;
  }
}
