/**
 * Draws that can be repeated: the same frame, numbers and seed give the same customers on every machine, so that anybody can check
 * that nobody was picked by hand. Each customer of a draw carries the inverse of the chance it had, its design weight.
 * Source: Särndal, Swensson & Wretman 1992, 3; Cochran 1977, 8.
 */
import { type Random, randomFromSeed } from "../random/xoshiro.ts";

export interface Draw {
  readonly kind: "drawn";
  /** Rows of the frame, ascending. */
  readonly rows: Int32Array;
  /** Inverse of the chance to be drawn, one for each of `rows`. */
  readonly weights: Float64Array;
  readonly seed: number;
  readonly method: "simple" | "systematic" | "stratified" | "cluster" | "pps";
}

/** The frame, or one of its strata, holds fewer than were asked for. */
export interface FrameTooSmall {
  readonly kind: "frame-too-small";
  readonly available: number;
  readonly requested: number;
  /** null for the frame as a whole. */
  readonly stratum: number | null;
}

/**
 * Simple random draw without replacement.
 * @param frame customers in the frame
 * @throws RangeError if frame or n is not a whole number ≥ 0, or the seed is none
 */
export function simpleDraw(frame: number, n: number, seed: number): Draw | FrameTooSmall {
  requireSizes(frame, n);
  if (n > frame) return { kind: "frame-too-small", available: frame, requested: n, stratum: null };
  const rows = pick(frame, n, randomFromSeed(seed));
  return { kind: "drawn", rows, weights: new Float64Array(n).fill(frame / n), seed, method: "simple" };
}

/**
 * Every k-th of the frame, k = frame ÷ n (need not be whole), from a random start. On a frame sorted by region or turnover it
 * spreads the draw over them; on one that repeats itself with period k it misleads.
 * @throws RangeError as `simpleDraw`
 */
export function systematicDraw(frame: number, n: number, seed: number): Draw | FrameTooSmall {
  requireSizes(frame, n);
  if (n > frame) return { kind: "frame-too-small", available: frame, requested: n, stratum: null };
  const interval = frame / n;
  const start = randomFromSeed(seed).nextUnit() * interval;
  const rows = Int32Array.from({ length: n }, (_, i) => Math.min(frame - 1, Math.floor(start + i * interval)));
  return { kind: "drawn", rows, weights: new Float64Array(n).fill(interval), seed, method: "systematic" };
}

/**
 * A simple draw in each stratum.
 * @param strata code of each customer of the frame; codes without a size are not drawn from
 * @param sizes how many to draw, by stratum code
 * @throws RangeError if a code is negative, a size no whole number ≥ 0, or the seed is none
 */
export function stratifiedDraw(strata: Int32Array, sizes: ArrayLike<number>, seed: number): Draw | FrameTooSmall {
  const members = rowsByCode(strata, sizes.length);
  const random = randomFromSeed(seed);
  const drawn: (readonly [row: number, weight: number])[] = [];
  for (let stratum = 0; stratum < members.length; stratum++) {
    const available = members[stratum].length;
    const requested = stratum < sizes.length ? sizes[stratum] : 0;
    requireSizes(available, requested);
    if (requested > available) return { kind: "frame-too-small", available, requested, stratum };
    for (const place of pick(available, requested, random)) {
      drawn.push([members[stratum][place], available / requested]);
    }
  }
  return drawOf(drawn, seed, "stratified");
}

/**
 * A simple draw of clusters (stores, buildings); all customers of a cluster drawn are in.
 * @param clusters code of each customer of the frame
 * @param n clusters to draw
 * @throws RangeError if a code is negative, n no whole number ≥ 0, or the seed is none
 */
export function clusterDraw(clusters: Int32Array, n: number, seed: number): Draw | FrameTooSmall {
  const members = rowsByCode(clusters, 0).filter((rows) => rows.length > 0);
  requireSizes(members.length, n);
  if (n > members.length) return { kind: "frame-too-small", available: members.length, requested: n, stratum: null };
  const places = pick(members.length, n, randomFromSeed(seed));
  const weight = members.length / n;
  const drawn = Array.from(places).flatMap((place) => members[place].map((row) => [row, weight] as const));
  return drawOf(drawn, seed, "cluster");
}

export function drawOf(
  drawn: readonly (readonly [row: number, weight: number])[],
  seed: number,
  method: Draw["method"],
): Draw {
  const ascending = drawn.toSorted(([a], [b]) => a - b);
  return {
    kind: "drawn",
    rows: Int32Array.from(ascending, ([row]) => row),
    weights: Float64Array.from(ascending, ([, weight]) => weight),
    seed,
    method,
  };
}

/** n different places below `frame`, ascending; every set equally likely. Source: Floyd's algorithm, Bentley & Floyd 1987. */
function pick(frame: number, n: number, random: Random): Int32Array {
  const taken = new Set<number>();
  for (let last = frame - n; last < frame; last++) {
    const place = random.nextBelow(last + 1);
    taken.add(taken.has(place) ? last : place);
  }
  return Int32Array.from(taken).sort();
}

function rowsByCode(codes: Int32Array, least: number): number[][] {
  const count = codes.reduce((highest, code) => Math.max(highest, code + 1), least);
  const members: number[][] = Array.from({ length: count }, () => []);
  codes.forEach((code, row) => {
    if (code < 0) throw new RangeError(`code ${code} in row ${row}`);
    members[code].push(row);
  });
  return members;
}

function requireSizes(frame: number, n: number): void {
  for (const size of [frame, n]) {
    if (!(Number.isSafeInteger(size) && size >= 0)) throw new RangeError(`a whole number is needed, got ${size}`);
  }
}
