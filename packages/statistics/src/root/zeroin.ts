/**
 * Root of f between `low` and `high` by Brent's zeroin, step for step as R's `uniroot` takes them, so that a root found
 * with R's coarse default tolerance comes out the same. For a root to full precision use a small tolerance.
 * @param tolerance absolute, of the root; R's default is 2.2e-16 ** 0.25 = 1.2e-4
 * @throws RangeError if f has one sign at both ends
 * Source: Brent 1973, Algorithms for Minimization without Derivatives, 4.
 */
export function zeroin(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa * fb > 0) throw new RangeError(`no change of sign between ${low} and ${high}`);
  if (fa === 0) return a;
  let c = a;
  let fc = fa;
  for (let iteration = 0; iteration <= 1000; iteration++) {
    const previousStep = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const smallest = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const bisection = (c - b) / 2;
    if (Math.abs(bisection) <= smallest || fb === 0) return b;
    let step = bisection;
    if (Math.abs(previousStep) >= smallest && Math.abs(fa) > Math.abs(fb)) {
      step = interpolatedStep({ a, b, c, fa, fb, fc }, previousStep, smallest) ?? bisection;
    }
    if (Math.abs(step) < smallest) step = step > 0 ? smallest : -smallest;
    a = b;
    fa = fb;
    b += step;
    fb = f(b);
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) {
      c = a;
      fc = fa;
    }
  }
  return b;
}

interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
}

/** Secant or inverse quadratic step; null where it would leave the bracket or gain too little. */
function interpolatedStep({ a, b, c, fa, fb, fc }: Bracket, previousStep: number, smallest: number): number | null {
  const width = c - b;
  let p: number;
  let q: number;
  if (a === c) {
    p = width * (fb / fa);
    q = 1 - fb / fa;
  } else {
    const [ac, bc, ba] = [fa / fc, fb / fc, fb / fa];
    p = ba * (width * ac * (ac - bc) - (b - a) * (bc - 1));
    q = (ac - 1) * (bc - 1) * (ba - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  const isInside = p < 0.75 * width * q - Math.abs(smallest * q) / 2 && p < Math.abs((previousStep * q) / 2);
  return isInside ? p / q : null;
}
