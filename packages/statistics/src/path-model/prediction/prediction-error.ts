/** Over the people left out, in the unit of the answers. */
export interface PredictionError {
  /** √ of the mean squared error. */
  readonly rootMeanSquare: number;
  readonly meanAbsolute: number;
  /** 1 − Σ error² / Σ (answer − mean of the others)²: above 0, better than the mean. Null where all answers are equal. */
  readonly q2: number | null;
}

export interface ItemPrediction {
  readonly item: string;
  readonly construct: string;
  readonly pathModel: PredictionError;
  readonly linear: PredictionError;
  readonly linearOnAllOthers: PredictionError;
}

/**
 * For how many items the path model has a smaller root mean square error than the regression on the same information: all, at least
 * half, fewer, none. Source: Shmueli et al. 2019.
 */
export type PredictivePower = "high" | "medium" | "low" | "none";

/**
 * @param rows that were predicted, at least one
 * @param predictions `mean`: of those who were not left out
 */
export function predictionError(
  observed: Float64Array,
  predicted: Float64Array,
  mean: Float64Array,
  rows: Int32Array,
  caseWeights: Float64Array | null,
): PredictionError {
  let weight = 0;
  let squared = 0;
  let absolute = 0;
  let squaredOfMean = 0;
  for (const row of rows) {
    const w = caseWeights === null ? 1 : caseWeights[row];
    const error = observed[row] - predicted[row];
    weight += w;
    squared += w * error ** 2;
    absolute += w * Math.abs(error);
    squaredOfMean += w * (observed[row] - mean[row]) ** 2;
  }
  return {
    rootMeanSquare: Math.sqrt(squared / weight),
    meanAbsolute: absolute / weight,
    q2: squaredOfMean > 0 ? 1 - squared / squaredOfMean : null,
  };
}

export function predictivePower(items: readonly ItemPrediction[]): PredictivePower {
  const better = items.filter(({ pathModel, linear }) => pathModel.rootMeanSquare < linear.rootMeanSquare).length;
  if (better === 0) return "none";
  if (better === items.length) return "high";
  return better * 2 >= items.length ? "medium" : "low";
}
