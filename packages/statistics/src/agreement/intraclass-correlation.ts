import { fQuantile, fUpper } from "../distribution/f.ts";
import type { Interval, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { completeRows } from "../moments/moments.ts";
import { type MeanSquares, meanSquares } from "./rating-mean-squares.ts";

export interface IntraclassCoefficient {
  readonly kind: "estimated";
  /** At most 1; negative where raters differ more over one thing than things do. */
  readonly value: number;
  readonly interval: Interval;
  /** Against 0; null where the raters differ in nothing that would make the denominator. */
  readonly test: {
    readonly f: number;
    readonly numerator: number;
    readonly denominator: number;
    readonly pValue: number;
  } | null;
}

/** The things' means differ so little that a share of them has no meaning. */
export interface NotDefined {
  readonly kind: "not-defined";
}

export type Intraclass = IntraclassCoefficient | NotDefined;

export interface IntraclassForms {
  /** ICC(1,·): each thing has raters of its own. */
  readonly oneWay: Intraclass;
  /** ICC(2,·): the raters are a sample of raters; their different levels count as disagreement. */
  readonly agreement: Intraclass;
  /** ICC(3,·): these raters and no others; their levels do not count. */
  readonly consistency: Intraclass;
}

export interface IntraclassCorrelations {
  readonly kind: "estimated";
  /** Of one rater. */
  readonly single: IntraclassForms;
  /** Of the mean of all of them. */
  readonly average: IntraclassForms;
  /** Things that everybody rated, and raters. */
  readonly n: number;
  readonly raters: number;
  readonly meanSquares: MeanSquares;
}

/** No thing is rated otherwise than another. */
export interface ThingsDoNotVary {
  readonly kind: "no-variation";
  readonly n: number;
}

/**
 * Shrout and Fleiss' six intraclass correlations: the share of variance in ratings that lies between the things rated.
 * @param raters one column a rater, one row a thing; NaN = not rated; things that somebody did not rate are left out
 * @returns too-few-answers below two things
 * @throws RangeError below two raters, if lengths differ, a rating is infinite, or confidence is outside (0, 1)
 * Source: Shrout & Fleiss 1979; McGraw & Wong 1996. Golden values: golden/second/expected/textbook_agreement.json (psych)
 */
export function intraclassCorrelations(
  raters: readonly Float64Array[],
  confidence: number,
): IntraclassCorrelations | TooFewAnswers | ThingsDoNotVary {
  requireConfidence(confidence);
  const k = raters.length;
  if (k < 2) throw new RangeError("an intraclass correlation needs two raters or more");
  if (raters.some(({ length }) => length !== raters[0].length)) throw new RangeError("raters differ in their things");
  if (raters.some((rater) => rater.some((rating) => Math.abs(rating) === Number.POSITIVE_INFINITY))) {
    throw new RangeError("a rating cannot be infinite");
  }
  const rows = completeRows(raters, null, raters[0].length);
  const n = rows.length;
  if (n < 2) return tooFewAnswers(n, 2);
  const squares = meanSquares(raters, rows);
  if (squares.between === 0 && squares.residual === 0) return { kind: "no-variation", n };
  const problem = { ...squares, n, k, confidence };
  const forms = (form: "single" | "average"): IntraclassForms => ({
    oneWay: byRatio(problem, squares.within, n * (k - 1), form),
    agreement: agreement(problem, form),
    consistency: byRatio(problem, squares.residual, (n - 1) * (k - 1), form),
  });
  return { kind: "estimated", single: forms("single"), average: forms("average"), n, raters: k, meanSquares: squares };
}

interface Problem extends MeanSquares {
  readonly n: number;
  readonly k: number;
  readonly confidence: number;
}

/** ICC(1,·) and ICC(3,·) follow from one ratio of mean squares, and so do their limits. */
function byRatio(
  { between, n, k, confidence }: Problem,
  error: number,
  df: number,
  form: "single" | "average",
): Intraclass {
  const coefficient = (f: number) => (form === "single" ? (f - 1) / (f + k - 1) : 1 - 1 / f);
  if (error === 0) return { kind: "estimated", value: 1, interval: pointInterval(1, confidence), test: null };
  const f = between / error;
  if (form === "average" && !(f > 1e-12)) return { kind: "not-defined" };
  const tail = 1 - (1 - confidence) / 2;
  const lower = coefficient(f / fQuantile(tail, n - 1, df));
  const upper = coefficient(f * fQuantile(tail, df, n - 1));
  return {
    kind: "estimated",
    value: coefficient(f),
    interval: { lower, upper, confidence, method: "shrout-fleiss" },
    test: { f, numerator: n - 1, denominator: df, pValue: fUpper(f, n - 1, df) },
  };
}

/** ICC(2,·), whose limits rest on Satterthwaite's degrees of freedom. */
function agreement({ between, raters, residual, n, k, confidence }: Problem, form: "single" | "average"): Intraclass {
  const single = (between - residual) / (between + (k - 1) * residual + (k * (raters - residual)) / n);
  const stepUp = (icc: number) => (form === "single" ? icc : (k * icc) / (1 + (k - 1) * icc));
  const a = k * single * raters;
  const b = (n * (1 + (k - 1) * single) - k * single) * residual;
  const df = ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a * a + b * b);
  // Perfect agreement leaves neither raters nor residual.
  if (raters === 0 && residual === 0) {
    return { kind: "estimated", value: 1, interval: pointInterval(1, confidence), test: null };
  }
  if (!(df > 1e-6)) return { kind: "not-defined" };
  const tail = 1 - (1 - confidence) / 2;
  const [upperF, lowerF] = [fQuantile(tail, n - 1, df), fQuantile(tail, df, n - 1)];
  const errors = k * raters + (k * n - k - n) * residual;
  const lower = (n * (between - upperF * residual)) / (upperF * errors + n * between);
  const upper = (n * (lowerF * between - residual)) / (errors + n * lowerF * between);
  // Below −1/(k − 1) the mean of k ratings would have a negative variance.
  if (form === "average" && !(1 + (k - 1) * Math.min(lower, single) > 1e-9)) return { kind: "not-defined" };
  const f = residual === 0 ? null : between / residual;
  const denominator = (n - 1) * (k - 1);
  return {
    kind: "estimated",
    value: stepUp(single),
    interval: { lower: stepUp(lower), upper: stepUp(upper), confidence, method: "shrout-fleiss" },
    test: f === null ? null : { f, numerator: n - 1, denominator, pValue: fUpper(f, n - 1, denominator) },
  };
}

function pointInterval(value: number, confidence: number): Interval {
  return { lower: value, upper: value, confidence, method: "no-variation" };
}
