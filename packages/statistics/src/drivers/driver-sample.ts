/** What a bootstrap of driver shares draws from. */
export interface DriverSample {
  readonly variables: readonly string[];
  /** Complete cases, one column a variable, all of one length; no NaN. */
  readonly columns: readonly Float64Array[];
  /** One a row, or null. */
  readonly caseWeights: Float64Array | null;
  /** Place of the outcome. */
  readonly target: number;
}
