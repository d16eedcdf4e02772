import type { Matrix } from "../linear-algebra/matrix.ts";

/** How far covariances and correlations are from those that a model implies. */
export interface ResidualMeasures {
  /** Root mean square of the covariances' residuals, in the items' units. */
  readonly rmr: number;
  /** The same of covariances divided by the sample's standard deviations (Bentler); to 0.08 usually called good. */
  readonly srmr: number;
  /** Of correlations, each table standardised by itself, without the diagonal (Bollen). */
  readonly crmr: number;
  /** Of correlations, with relative residuals of the variances (Mplus). */
  readonly srmrMplus: number;
}

export function residualMeasures(sample: Matrix, implied: Matrix): ResidualMeasures {
  const size = sample.rows;
  const spread = (matrix: Matrix) =>
    Float64Array.from({ length: size }, (_, i) => Math.sqrt(matrix.values[i * (size + 1)]));
  const [own, model] = [spread(sample), spread(implied)];
  let [raw, bentler, correlations, variances] = [0, 0, 0, 0];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const [s, sigma] = [sample.values[i * size + j], implied.values[i * size + j]];
      raw += (s - sigma) ** 2;
      bentler += ((s - sigma) / (own[i] * own[j])) ** 2;
      if (i === j) variances += ((s - sigma) / s) ** 2;
      else correlations += (s / (own[i] * own[j]) - sigma / (model[i] * model[j])) ** 2;
    }
  }
  const all = (size * (size + 1)) / 2;
  return {
    rmr: Math.sqrt(raw / all),
    srmr: Math.sqrt(bentler / all),
    crmr: Math.sqrt(correlations / (all - size)),
    srmrMplus: Math.sqrt((correlations + variances) / all),
  };
}
