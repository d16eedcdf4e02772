/**
 * Standard bivariate normal distribution. The lower tail is exact to about 1e-15, because polychoric correlations take small
 * differences of it.
 */
import { normalLower } from "../distribution/normal.ts";

/** Nodes and weights of 20-point Gauss–Legendre quadrature on (−1, 1), positive half (symmetric). DLMF 3.5.v. */
const nodes = [
  0.9931285991850949, 0.9639719272779138, 0.912234428251326, 0.8391169718222188, 0.7463319064601508, 0.636053680726515,
  0.5108670019508271, 0.37370608871541955, 0.22778585114164507, 0.07652652113349734,
];
const weightsOfNodes = [
  0.017614007139152118, 0.04060142980038694, 0.06267204833410907, 0.08327674157670475, 0.10193011981724044,
  0.11819453196151841, 0.13168863844917664, 0.14209610931838204, 0.14917298647260374, 0.15275338713072584,
];

/** Density at (x, y). @param correlation −1 < ρ < 1 */
export function bivariateNormalDensity(x: number, y: number, correlation: number): number {
  const unexplained = (1 - correlation) * (1 + correlation);
  const exponent = -(x * x - 2 * correlation * x * y + y * y) / (2 * unexplained);
  return Math.exp(exponent) / (2 * Math.PI * Math.sqrt(unexplained));
}

/**
 * P(X ≤ x, Y ≤ y) for one correlation and many points: what depends on the correlation alone is computed once.
 * @param correlation −1 < ρ < 1
 * @returns function of finite or infinite x and y
 * @throws RangeError if the correlation is outside (−1, 1)
 * Source: Plackett 1954 by Gauss–Legendre quadrature; near ±1 the expansion of Drezner & Wesolowsky 1990 as improved by Genz 2004,
 * Statistics and Computing 14.
 */
export function bivariateNormalLower(correlation: number): (x: number, y: number) => number {
  if (!(correlation > -1 && correlation < 1)) throw new RangeError(`a correlation must lie in (-1, 1): ${correlation}`);
  const inside = Math.abs(correlation) < 0.925 ? plackett(correlation) : nearOne(correlation);
  return (x, y) => {
    if (x === Number.NEGATIVE_INFINITY || y === Number.NEGATIVE_INFINITY) return 0;
    if (x === Number.POSITIVE_INFINITY) return normalLower(y);
    if (y === Number.POSITIVE_INFINITY) return normalLower(x);
    return Math.max(0, inside(x, y));
  };
}

/** Φ(x)Φ(y) + 1/(2π) ∫ exp(−(x² + y² − 2xy sin θ)/(2 cos² θ)) dθ from 0 to asin ρ. */
function plackett(correlation: number): (x: number, y: number) => number {
  const halfAngle = Math.asin(correlation) / 2;
  const sines = new Float64Array(20);
  const inverseSquaredCosines = new Float64Array(20);
  const scaledWeights = new Float64Array(20);
  nodes.forEach((node, index) => {
    for (const [side, sign] of [1, -1].entries()) {
      const place = 2 * index + side;
      const sine = Math.sin(halfAngle * (1 + sign * node));
      sines[place] = sine;
      inverseSquaredCosines[place] = 1 / ((1 - sine) * (1 + sine));
      scaledWeights[place] = (weightsOfNodes[index] * halfAngle) / (2 * Math.PI);
    }
  });
  return (x, y) => {
    const product = x * y;
    const halfSquares = (x * x + y * y) / 2;
    let sum = normalLower(x) * normalLower(y);
    for (let node = 0; node < 20; node++) {
      sum += scaledWeights[node] * Math.exp((sines[node] * product - halfSquares) * inverseSquaredCosines[node]);
    }
    return sum;
  };
}

/** P(X > −x, Y > −y), which is the same; Genz's `bvnu` for |ρ| ≥ 0.925. */
function nearOne(correlation: number): (x: number, y: number) => number {
  const unexplained = (1 - correlation) * (1 + correlation);
  const spread = Math.sqrt(unexplained);
  return (x, y) => {
    const h = -x;
    const k = correlation < 0 ? y : -y;
    const tail = tailIntegral(h, k, unexplained, spread) / (-2 * Math.PI);
    if (correlation > 0) return tail + normalLower(-Math.max(h, k));
    return (k > h ? normalLower(k) - normalLower(h) : 0) - tail;
  };
}

function tailIntegral(h: number, k: number, unexplained: number, spread: number): number {
  const product = h * k;
  const squaredGap = (h - k) ** 2;
  const c = (4 - product) / 8;
  const d = (12 - product) / 16;
  const exponent = -(squaredGap / unexplained + product) / 2;
  let sum = 0;
  if (exponent > -100) {
    const series =
      1 - (c * (squaredGap - unexplained) * (1 - (d * squaredGap) / 5)) / 3 + (c * d * unexplained ** 2) / 5;
    sum = spread * Math.exp(exponent) * series;
  }
  if (product > -100) {
    const gap = Math.sqrt(squaredGap);
    const factor = Math.exp(-product / 2) * Math.sqrt(2 * Math.PI) * normalLower(-gap / spread) * gap;
    sum -= factor * (1 - (c * squaredGap * (1 - (d * squaredGap) / 5)) / 3);
  }
  const half = spread / 2;
  nodes.forEach((node, index) => {
    for (const sign of [1, -1]) {
      const squared = (half * (1 + sign * node)) ** 2;
      const root = Math.sqrt(1 - squared);
      const power = -(squaredGap / squared + product) / 2;
      if (power <= -100) continue;
      const exact = Math.exp((-product * squared) / (2 * (1 + root) ** 2)) / root;
      sum += half * weightsOfNodes[index] * Math.exp(power) * (exact - (1 + c * squared * (1 + d * squared)));
    }
  });
  return sum;
}
