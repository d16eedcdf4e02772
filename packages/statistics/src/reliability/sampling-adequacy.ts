import { chiSquareUpper } from "../distribution/chi-square.ts";
import { type Cholesky, cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import type { Moments } from "../moments/moments.ts";
import { type ItemScale, itemScale, type NoScale, type SingularItems } from "./item-scale.ts";

export interface SamplingAdequacy {
  readonly kind: "estimated";
  /** 0–1; from 0.5 "miserable", 0.6 "mediocre", 0.7 "middling", 0.8 "meritorious" to 0.9 "marvellous" (Kaiser 1974). */
  readonly overall: number;
  readonly items: readonly { readonly item: string; readonly value: number }[];
  readonly n: number;
}

/** No two items are correlated, so there is nothing that factors could be looked for in. */
export interface Uncorrelated {
  readonly kind: "uncorrelated";
}

/**
 * Kaiser–Meyer–Olkin measure of sampling adequacy: Σr²/(Σr² + Σq²) over pairs of items, q their partial correlation given all others.
 * @param moments of the items, complete rows
 * @returns singular where an item is a combination of others; uncorrelated where an item correlates with no other
 * @throws RangeError below two items
 * Source: Kaiser 1970, Psychometrika 35; 1974, Psychometrika 39. Golden values: golden/second/expected/mobile_reliability.json
 */
export function samplingAdequacy(moments: Moments): SamplingAdequacy | NoScale | SingularItems | Uncorrelated {
  const problem = regularScale(moments);
  if (problem.kind !== "regular") return problem;
  const { items, correlation, n } = problem.scale;
  const inverse = choleskyInverse(problem.factor).values;
  const size = items.length;
  const own = new Float64Array(size);
  const partial = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      own[i] += correlation.values[i * size + j] ** 2;
      partial[i] += inverse[i * size + j] ** 2 / (inverse[i * size + i] * inverse[j * size + j]);
    }
  }
  const total = own.reduce((sum, each) => sum + each, 0);
  const totalPartial = partial.reduce((sum, each) => sum + each, 0);
  if (own.some((each, i) => !(each + partial[i] > 1e-24))) return { kind: "uncorrelated" };
  const values = items.map((item, i) => ({ item, value: own[i] / (own[i] + partial[i]) }));
  return { kind: "estimated", overall: total / (total + totalPartial), items: values, n };
}

export interface SphericityTest {
  readonly kind: "tested";
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly n: number;
  readonly effectiveN: number;
}

/**
 * Bartlett's test that no two items are correlated: χ² = −(n − 1 − (2p + 5)/6) ln|R| on p(p − 1)/2 degrees of freedom. With a few
 * hundred respondents it nearly always rejects, so it says little; look at `samplingAdequacy`. With case weights n is Kish's effective n.
 * @param moments of the items, complete rows
 * @returns singular where an item is a combination of others; too-few-answers where the factor of ln|R| is not positive
 * @throws RangeError below two items
 * Source: Bartlett 1951, Biometrika 38. Golden values: golden/second/expected/mobile_reliability.json
 */
export function sphericityTest(moments: Moments): SphericityTest | NoScale | SingularItems {
  const problem = regularScale(moments);
  if (problem.kind !== "regular") return problem;
  const { items, n, effectiveN } = problem.scale;
  const size = items.length;
  const { lower } = problem.factor;
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) logDeterminant += 2 * Math.log(lower.values[i * size + i]);
  const chiSquare = Math.max(0, -(effectiveN - 1 - (2 * size + 5) / 6) * logDeterminant);
  const degreesOfFreedom = (size * (size - 1)) / 2;
  const pValue = chiSquareUpper(chiSquare, degreesOfFreedom);
  return { kind: "tested", chiSquare, degreesOfFreedom, pValue, n, effectiveN };
}

type RegularScale = { readonly kind: "regular"; readonly scale: ItemScale; readonly factor: Cholesky };

function regularScale(moments: Moments): RegularScale | NoScale | SingularItems {
  const size = moments.variables.length;
  const scale = itemScale(moments, Math.floor(1 + (2 * size + 5) / 6) + 1);
  if (scale.kind !== "scale") return scale;
  const factor = cholesky(scale.correlation);
  if (factor.kind === "factored") return { kind: "regular", scale, factor };
  return { kind: "singular", variables: factor.dependent.map((row) => scale.items[row]) };
}
