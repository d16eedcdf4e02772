/**
 * ln Γ(x + ½) − ln Γ(x), the ratio behind the mean of a standard deviation. The difference of two logarithms of Γ would lose
 * digits for large x; the asymptotic series does not, and Γ(x + 1) = x Γ(x) leads small x to it.
 * Source: Tricomi & Erdélyi 1951; DLMF 5.11.13.
 * @throws RangeError unless x is positive and finite
 */
export function logGammaRatio(x: number): number {
  if (!(x > 0 && Number.isFinite(x))) throw new RangeError(`x must be positive and finite, got ${x}`);
  let shifted = x;
  let correction = 0;
  // Γ(x + ½)/Γ(x) = x/(x + ½) · Γ(x + 3/2)/Γ(x + 1)
  while (shifted < 20) {
    correction -= Math.log1p(0.5 / shifted);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse * (-1 / 8 + square * (1 / 192 + square * (-1 / 640 + square * (17 / 14336 - (31 / 18432) * square))));
  return correction + 0.5 * Math.log(shifted) + series;
}
