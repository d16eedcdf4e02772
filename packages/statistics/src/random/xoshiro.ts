/**
 * Seeded random numbers for resampling. The stream depends on the seed only, on every machine: a published interval can
 * be recomputed. Generator: xoshiro128** 1.1 (Blackman & Vigna 2021, ACM TOMS 47), period 2¹²⁸ − 1; seeded by
 * SplitMix32. Not for secrets.
 */
export interface Random {
  /** An integer in [0, 2³²). */
  readonly nextUint32: () => number;
  /** A number in [0, 1) with 53 random bits. */
  readonly nextUnit: () => number;
  /** An integer in [0, limit), each equally likely. */
  readonly nextBelow: (limit: number) => number;
  /** A generator 2⁶⁴ numbers ahead: streams for parallel work that do not overlap. This one is left where it is. */
  readonly jumped: () => Random;
}

type State = readonly [number, number, number, number];

const jumpPolynomial = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b];

/** @throws RangeError unless the seed is an integer in [0, 2⁵³) */
export function randomFromSeed(seed: number): Random {
  if (!(Number.isSafeInteger(seed) && seed >= 0)) throw new RangeError(`a seed is a non-negative integer, got ${seed}`);
  let mixed = (seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b9)) | 0;
  const next = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let bits = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return bits ^ (bits >>> 15);
  };
  return randomFromState([next(), next(), next(), next()]);
}

/** Generator at a given state, four 32-bit integers not all 0; exported for the test against the published sequence. */
export function randomFromState(start: State): Random {
  let [a, b, c, d] = start;
  const nextUint32 = () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return {
    nextUint32,
    nextUnit: () => ((nextUint32() >>> 5) * 2 ** 26 + (nextUint32() >>> 6)) / 2 ** 53,
    nextBelow: (limit) => integerBelow(nextUint32, limit),
    jumped: () => jumpFrom([a, b, c, d]),
  };
}

/** Rejection keeps every integer equally likely; fewer than one draw in two is rejected even at the largest limit. All of it in
 *  unsigned 32-bit integers: a bootstrap draws tens of millions, and remainders of larger numbers take ten times as long. */
function integerBelow(nextUint32: () => number, limit: number): number {
  if (!(Number.isInteger(limit) && limit > 0 && limit <= 2 ** 32)) throw new RangeError(`limit ${limit}`);
  if (limit === 2 ** 32) return nextUint32();
  const bound = limit >>> 0;
  // 2³² mod limit numbers at the upper end are one too many.
  const lastAccepted = (0xffffffff - ((-bound >>> 0) % bound)) >>> 0;
  let drawn = nextUint32() >>> 0;
  while (drawn > lastAccepted) drawn = nextUint32() >>> 0;
  return drawn % bound;
}

function jumpFrom(state: State): Random {
  const walker = steppingState(state);
  let jumped: State = [0, 0, 0, 0];
  for (const word of jumpPolynomial) {
    for (let bit = 0; bit < 32; bit++) {
      const [w, x, y, z] = walker.current();
      if (word & (1 << bit)) jumped = [jumped[0] ^ w, jumped[1] ^ x, jumped[2] ^ y, jumped[3] ^ z];
      walker.step();
    }
  }
  return randomFromState(jumped);
}

function steppingState(start: State) {
  let [a, b, c, d] = start;
  const step = () => {
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  };
  return { step, current: (): State => [a, b, c, d] };
}
