/**
 * What an adjustment of weights leaves behind for standard errors. Weights that reproduce known totals take the part of the error
 * that those totals explain away; what remains is the spread of the residuals. An estimate is linear in the rows' influences to
 * first order, so each step replaces the influences by their residuals on what was adjusted to.
 * Source: Deville & Särndal 1992, JASA 87; the residuals of each kind are those of R's `survey::svyrecvar`.
 */
export type CalibrationStep = PostStratifiedStep | RakedStep | CalibratedStep;

export interface PostStratifiedStep {
  readonly kind: "post-stratified";
  /** Row → cell. */
  readonly cellOf: Int32Array;
  readonly cells: number;
  readonly weightsBefore: Float64Array;
  readonly weights: Float64Array;
}

export interface RakedStep {
  readonly kind: "raked";
  /** Row → cell of all margins together. */
  readonly cellOf: Int32Array;
  readonly cells: number;
  /** For each margin: cell → category. */
  readonly categoryOf: readonly Int32Array[];
  readonly weights: Float64Array;
}

export interface CalibratedStep {
  readonly kind: "calibrated";
  /** Auxiliary variables, linearly independent. */
  readonly columns: readonly Float64Array[];
  readonly weightsBefore: Float64Array;
  readonly weights: Float64Array;
}
