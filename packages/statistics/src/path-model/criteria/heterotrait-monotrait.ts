import type { PathModelFit } from "../fit.ts";

/** A ratio for each pair of constructs. */
export interface PairRatio {
  readonly constructs: readonly [string, string];
  /** Null where the items of one construct do not correlate at all, so that nothing can be compared with them. */
  readonly ratio: number | null;
}

/**
 * HTMT: the mean absolute correlation between the items of two constructs, over the geometric mean of the mean absolute
 * correlations within each (1 for a single item). Near 1, the two measure one thing; usual cuts are 0.85 and 0.90.
 * @returns one for each pair, i < j in the order of the model. Where an interval's upper limit stays below 1 the two are
 *   told apart. Pairs with a formative block are given like others, and mean nothing
 * Source: Henseler, Ringle & Sarstedt 2015. Golden values: `htmt` (seminr)
 */
export function heterotraitMonotrait(fit: PathModelFit): readonly PairRatio[] {
  return pairRatios(fit, (values) => values.reduce((sum, value) => sum + value, 0) / values.length);
}

/**
 * HTMT2: the same with geometric means, which does not presume equal loadings. A correlation of exactly 0 makes its mean 0.
 * Source: Roemer, Schuberth & Henseler 2021. Golden values: `htmt2_geometric`
 */
export function geometricHeterotraitMonotrait(fit: PathModelFit): readonly PairRatio[] {
  return pairRatios(fit, (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length));
}

function pairRatios(fit: PathModelFit, meanOf: (values: readonly number[]) => number): readonly PairRatio[] {
  const names = fit.model.constructs.map(({ name }) => name);
  const within = names.map((_, j) => {
    const values = absoluteCorrelations(fit, j, j);
    return values.length === 0 ? 1 : meanOf(values);
  });
  return names.flatMap((second, j) =>
    names.slice(0, j).map((first, i): PairRatio => {
      const scale = Math.sqrt(within[i] * within[j]);
      const ratio = scale > 0 ? meanOf(absoluteCorrelations(fit, i, j)) / scale : null;
      return { constructs: [first, second], ratio };
    }),
  );
}

/** Between the items of two constructs; within one, each pair once. */
function absoluteCorrelations({ layout, correlations }: PathModelFit, first: number, second: number): number[] {
  const found: number[] = [];
  for (let a = layout.starts[first]; a < layout.starts[first + 1]; a++) {
    const from = first === second ? a + 1 : layout.starts[second];
    for (let b = from; b < layout.starts[second + 1]; b++) {
      found.push(Math.abs(correlations.values[a * correlations.columns + b]));
    }
  }
  return found;
}
