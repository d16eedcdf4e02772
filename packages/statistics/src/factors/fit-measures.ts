import { chiSquareQuantile } from "../distribution/chi-square.ts";
import {
  noncentralChiSquareLower,
  noncentralChiSquareUpper,
  noncentralityOfChiSquare,
} from "../distribution/noncentral-chi-square.ts";
import type { Interval } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { multiplied } from "../reliability/multiplied.ts";
import type { ConfirmatoryFactors } from "./confirmatory-factors.ts";
import { type ResidualMeasures, residualMeasures } from "./residual-measures.ts";

export interface Rmsea {
  readonly value: number;
  readonly interval: Interval;
  /** That it is 0.05 at most. */
  readonly closeP: number;
  /** That it is 0.08 or more. */
  readonly notCloseP: number;
}

/** How far a model is from what was answered. Null: has no meaning here (no degree of freedom left, or nothing that could be explained). */
export interface FitMeasures extends ResidualMeasures {
  readonly parameters: number;
  /** 1: as good as could be expected; from 0.95 usually called good. */
  readonly cfi: number | null;
  readonly tli: number | null;
  readonly nfi: number | null;
  readonly rfi: number | null;
  readonly ifi: number | null;
  readonly rni: number | null;
  readonly parsimonyNfi: number | null;
  /** Lack of fit for each degree of freedom; to 0.05 close, from 0.08 on poor. */
  readonly rmsea: Rmsea | null;
  readonly logLikelihood: number;
  readonly logLikelihoodOfSaturated: number;
  readonly aic: number;
  readonly bic: number;
  /** With n + 2 over 24 in place of n. */
  readonly adjustedBic: number;
  readonly gfi: number;
  readonly agfi: number | null;
  readonly parsimonyGfi: number;
  readonly mfi: number;
  readonly ecvi: number;
  /** The n at which this lack of fit would be significant at 5 % and at 1 % (Hoelter); null where the fit is exact. */
  readonly criticalN: { readonly five: number; readonly one: number } | null;
}

/**
 * The usual measures of fit, as lavaan defines them.
 * @param confidence of the interval of RMSEA; 0.9 is usual, as it goes with a one-sided test at 5 %
 * @throws RangeError if confidence is outside (0, 1)
 * Source: Bentler 1990 (CFI); Tucker & Lewis 1973; Steiger 1990, Browne & Cudeck 1993 (RMSEA); Hoelter 1983. Golden values:
 * golden/second/expected/mobile_cfa.json
 */
export function fitMeasures(fit: ConfirmatoryFactors, confidence: number): FitMeasures {
  requireConfidence(confidence);
  const size = fit.layout.items.length;
  const moments = (size * (size + 1)) / 2;
  const parameters = moments - fit.degreesOfFreedom;
  const n = fit.effectiveN;
  const { chiSquare, degreesOfFreedom } = fit;
  const saturated = logLikelihoodOfSaturated(fit.sample, n);
  const logLikelihood = saturated - chiSquare / 2;
  const gfi = goodnessOfFit(fit.sample, fit.implied);
  return {
    parameters,
    ...comparedWithBaseline(fit),
    rmsea: degreesOfFreedom > 0 ? rmseaOf(chiSquare, degreesOfFreedom, n, confidence) : null,
    ...residualMeasures(fit.sample, fit.implied),
    logLikelihood,
    logLikelihoodOfSaturated: saturated,
    aic: -2 * logLikelihood + 2 * parameters,
    bic: -2 * logLikelihood + parameters * Math.log(n),
    adjustedBic: -2 * logLikelihood + parameters * Math.log((n + 2) / 24),
    gfi,
    agfi: degreesOfFreedom > 0 ? 1 - (moments / degreesOfFreedom) * (1 - gfi) : null,
    parsimonyGfi: (degreesOfFreedom / moments) * gfi,
    mfi: Math.exp(-(chiSquare - degreesOfFreedom) / (2 * n)),
    ecvi: (chiSquare + 2 * parameters) / n,
    criticalN: criticalN(chiSquare, degreesOfFreedom, n),
  };
}

function criticalN(chiSquare: number, degreesOfFreedom: number, n: number) {
  if (degreesOfFreedom === 0 || !(chiSquare > 1e-9)) return null;
  const at = (probability: number) => chiSquareQuantile(probability, degreesOfFreedom) / (chiSquare / n) + 1;
  return { five: at(0.95), one: at(0.99) };
}

function comparedWithBaseline({ chiSquare, degreesOfFreedom: df, baseline }: ConfirmatoryFactors) {
  const { chiSquare: chiSquare0, degreesOfFreedom: df0 } = baseline;
  const ratio = (numerator: number, denominator: number) => (denominator > 1e-9 ? numerator / denominator : null);
  const from1 = (share: number | null) => (share === null ? null : 1 - share);
  const lack = Math.max(0, chiSquare - df);
  const nfi = ratio(chiSquare0 - chiSquare, chiSquare0);
  return {
    cfi: lack === 0 ? 1 : from1(ratio(lack, Math.max(lack, chiSquare0 - df0))),
    tli: df === 0 ? null : from1(ratio((chiSquare - df) * df0, (chiSquare0 - df0) * df)),
    nfi,
    rfi: df === 0 ? null : from1(ratio(chiSquare / df, chiSquare0 / df0)),
    ifi: ratio(chiSquare0 - chiSquare, chiSquare0 - df),
    rni: from1(ratio(chiSquare - df, chiSquare0 - df0)),
    parsimonyNfi: nfi === null ? null : (df / df0) * nfi,
  };
}

/** Steiger's RMSEA with its noncentral interval. @param n effective */
export function rmseaOf(chiSquare: number, df: number, n: number, confidence: number): Rmsea {
  const rmsea = (noncentrality: number) => Math.sqrt(noncentrality / (n * df));
  const tail = (1 - confidence) / 2;
  const lower = rmsea(noncentralityOfChiSquare(chiSquare, df, 1 - tail));
  const upper = rmsea(noncentralityOfChiSquare(chiSquare, df, tail));
  return {
    value: rmsea(Math.max(0, chiSquare - df)),
    interval: { lower, upper, confidence, method: "rmsea-noncentral" },
    closeP: noncentralChiSquareUpper(chiSquare, df, n * df * 0.05 ** 2),
    notCloseP: noncentralChiSquareLower(chiSquare, df, n * df * 0.08 ** 2),
  };
}

function logLikelihoodOfSaturated(sample: Matrix, n: number): number {
  const factor = cholesky(sample, 1e-14);
  const size = sample.rows;
  let logDeterminant = 0;
  if (factor.kind === "factored") {
    for (let i = 0; i < size; i++) logDeterminant += 2 * Math.log(factor.lower.values[i * size + i]);
  }
  return (-n / 2) * (size * Math.log(2 * Math.PI) + logDeterminant + size);
}

/** 1 − tr((Σ⁻¹S − I)²)/tr((Σ⁻¹S)²). Source: Jöreskog & Sörbom 1986 */
function goodnessOfFit(sample: Matrix, implied: Matrix): number {
  const factor = cholesky(implied, 1e-14);
  if (factor.kind === "singular") return 0;
  const size = sample.rows;
  const ratio = multiplied(choleskyInverse(factor).values, sample.values, size);
  let [apart, total] = [0, 0];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [a, b] = [ratio[i * size + j], ratio[j * size + i]];
      total += a * b;
      apart += (a - (i === j ? 1 : 0)) * (b - (i === j ? 1 : 0));
    }
  }
  return 1 - apart / total;
}
