import { betaQuantile } from "../distribution/beta.ts";
import { studentQuantile } from "../distribution/student-t.ts";
import type { Interval } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { wilsonInterval } from "../scores/wilson.ts";
import type { DesignEstimate, MeanOfDesign } from "./design-mean.ts";
import { meanOfDesign } from "./design-mean.ts";
import type { Domain, NoDesignEstimate } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

/**
 * Weighted share of a domain, 0–1, with its linearised standard error and the logit interval, which stays inside 0–1. Where all
 * answers agree the linearised error is 0 and says nothing; the interval is then Wilson's at Kish's effective n.
 * @param counted one for each row: 1 = counts, 0 = does not, NaN = no answer
 * @returns a variant below two answers, at a lonely PSU the design asks to fail at, or without degrees of freedom
 * @throws RangeError if lengths differ, a value is neither 0 nor 1, or confidence is outside (0, 1)
 * Source: R's `survey::svyciprop(method = "logit")`. Golden values: synth_public_complexdesign (ci_t2_logit)
 */
export function designShare(
  design: SurveyDesign,
  counted: Float64Array,
  confidence: number,
  domain: Domain = null,
): DesignEstimate | NoDesignEstimate {
  return shareWith(logitInterval, design, counted, confidence, domain);
}

/**
 * The same with Korn and Graubard's interval: Clopper and Pearson's at the effective n, itself corrected for the degrees of
 * freedom, and never above the answers there are: a variance that came out too small by chance must not make the interval shorter than
 * that of a simple random sample. Wider, for shares near 0 or 1 and few PSUs.
 * Source: Korn & Graubard 1998, Survey Methodology 24; the bound: Parker et al. 2017, National Center for Health Statistics 2(175)
 */
export function designShareKornGraubard(
  design: SurveyDesign,
  counted: Float64Array,
  confidence: number,
  domain: Domain = null,
): DesignEstimate | NoDesignEstimate {
  return shareWith(kornGraubardInterval, design, counted, confidence, domain);
}

/**
 * The same without that bound, as `survey::svyciprop(method = "beta")` in R has it. To compare with R.
 * Golden values: ci_t2_beta_korn_graubard
 */
export function designShareBeta(
  design: SurveyDesign,
  counted: Float64Array,
  confidence: number,
  domain: Domain = null,
): DesignEstimate | NoDesignEstimate {
  return shareWith(betaInterval, design, counted, confidence, domain);
}

type ShareInterval = (share: number, found: MeanOfDesign, confidence: number) => Interval;

function shareWith(
  intervalOf: ShareInterval,
  design: SurveyDesign,
  counted: Float64Array,
  confidence: number,
  domain: Domain,
): DesignEstimate | NoDesignEstimate {
  requireConfidence(confidence);
  const odd = counted.find((value) => !(value === 0 || value === 1 || Number.isNaN(value)));
  if (odd !== undefined) throw new RangeError(`a share is made of 0 and 1, got ${odd}`);
  const found = meanOfDesign(design, counted, domain);
  if (found.kind !== "found") return found;
  const share = Math.min(1, Math.max(0, found.mean));
  const varies = found.variance > 0 && share > 0 && share < 1;
  const interval = varies ? intervalOf(share, found, confidence) : agreedInterval(share, found, confidence);
  return {
    kind: "estimated",
    value: share,
    standardError: varies ? Math.sqrt(found.variance) : 0,
    interval,
    ...found.base,
    method: `share/${interval.method}`,
  };
}

/** ln(p/(1 − p)) ± t · SE/(p(1 − p)), turned back. */
function logitInterval(share: number, { variance, degreesOfFreedom }: MeanOfDesign, confidence: number): Interval {
  const critical = -studentQuantile((1 - confidence) / 2, degreesOfFreedom);
  const half = (critical * Math.sqrt(variance)) / (share * (1 - share));
  const centre = Math.log(share / (1 - share));
  const shareAt = (logit: number) => 1 / (1 + Math.exp(-logit));
  return { lower: shareAt(centre - half), upper: shareAt(centre + half), confidence, method: "logit-t" };
}

function kornGraubardInterval(share: number, found: MeanOfDesign, confidence: number): Interval {
  return clopperPearson(share, Math.min(found.base.n, sizeOf(share, found, confidence)), confidence);
}

function betaInterval(share: number, found: MeanOfDesign, confidence: number): Interval {
  return clopperPearson(share, sizeOf(share, found, confidence), confidence);
}

/** Simple random answers that would be as certain, corrected for the degrees of freedom of the variance. */
function sizeOf(share: number, found: MeanOfDesign, confidence: number): number {
  const tail = (1 - confidence) / 2;
  const widening = studentQuantile(tail, found.base.n - 1) / studentQuantile(tail, found.degreesOfFreedom);
  return ((share * (1 - share)) / found.variance) * widening ** 2;
}

function clopperPearson(share: number, size: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const [counts, others] = [size * share, size * (1 - share)];
  // The upper limit by the mirror image: P(tail) at the small end keeps digits that 1 − tail would round away.
  const lower = betaQuantile(tail, counts, others + 1);
  const upper = 1 - betaQuantile(tail, others, counts + 1);
  return { lower, upper, confidence, method: "korn-graubard" };
}

function agreedInterval(share: number, { base }: MeanOfDesign, confidence: number): Interval {
  const wilson = wilsonInterval(share, Math.max(base.effectiveN, 1), confidence);
  return { ...wilson, method: "wilson-effective-n" };
}
