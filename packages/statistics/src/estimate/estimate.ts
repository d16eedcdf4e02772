/**
 * An estimate is a number with its uncertainty. Where the data cannot carry one, the answer is a variant that says so;
 * it is never 0, NaN or null.
 */

/** How an interval was made; shown beside it. "no-variation": every answer equal, so the interval has no width. */
export type IntervalMethod =
  | "wilson"
  | "wilson-effective-n"
  | "clopper-pearson"
  | "wald"
  | "adjusted-wald"
  | "adjusted-wald-effective-n"
  | "linearised"
  | "linearised-t"
  | "logit-t"
  | "korn-graubard"
  | "jackknife-t"
  | "t"
  | "welch-t"
  | "newcombe"
  | "newcombe-effective-n"
  | "woodruff"
  | "woodruff-around-estimate"
  | "fisher-z"
  | "fisher-z-linearised"
  | "feldt"
  | "logit-delta"
  | "logit-delong"
  | "profile-likelihood"
  | "bootstrap-percentile"
  | "bootstrap-basic"
  | "bootstrap-normal"
  | "bootstrap-bca"
  | "conditional-exact"
  | "robins-breslow-greenland"
  | "noncentral-t"
  | "noncentral-f"
  | "studentized-range"
  | "cliff"
  | "sen"
  | "newey-west-t"
  | "cr2-t"
  | "hc3-t"
  | "greenwood"
  | "greenwood-log-log"
  | "brookmeyer-crowley"
  | "shrout-fleiss"
  | "rmsea-noncentral"
  | "rubin-t"
  | "no-variation";

export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** Nominal coverage, 0–1, for example 0.95. */
  readonly confidence: number;
  readonly method: IntervalMethod;
}

export interface Estimated {
  readonly kind: "estimated";
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** Answers, unweighted. */
  readonly n: number;
  /** Sum of weights; equals n without weights. */
  readonly weightedBase: number;
  /** The simple random sample that would be as certain: Kish's (Σw)² / Σw² for means; for shares and the Net Promoter Score, whose
   *  intervals rest on it, the smaller of that and what their variance says. Equals n without weights. */
  readonly effectiveN: number;
  /** Estimator and interval, for example "mean/t". */
  readonly method: string;
}

export interface TooFewAnswers {
  readonly kind: "too-few-answers";
  /** Answers there are, unweighted. */
  readonly n: number;
  /** Answers there must be; with case weights effective ones, (Σw)² / Σw², rounded to whole ones. */
  readonly required: number;
}

export type Estimate = Estimated | TooFewAnswers;

export function tooFewAnswers(n: number, required: number): TooFewAnswers {
  return { kind: "too-few-answers", n, required };
}
