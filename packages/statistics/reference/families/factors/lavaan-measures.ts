import { chiSquareUpper } from "../../../src/distribution/chi-square.ts";
import type { ConfirmatoryFactors } from "../../../src/factors/confirmatory-factors.ts";
import { fitMeasures } from "../../../src/factors/fit-measures.ts";
import type { ReferenceTree } from "../../reference-value.ts";

/** Measures of fit under lavaan's names. @param asked of which `rmsea.ci.level` and the bounds of closeness are what was asked for */
export function lavaanMeasures(fit: ConfirmatoryFactors, asked: ReferenceTree): ReferenceTree {
  const level = asked["rmsea.ci.level"];
  const measures = fitMeasures(fit, typeof level === "number" ? level : 0.9);
  const { baseline, chiSquare } = fit;
  return {
    npar: measures.parameters,
    fmin: fit.discrepancy / 2,
    chisq: chiSquare,
    df: fit.degreesOfFreedom,
    pvalue: fit.pValue,
    "baseline.chisq": baseline.chiSquare,
    "baseline.df": baseline.degreesOfFreedom,
    "baseline.pvalue": chiSquareUpper(baseline.chiSquare, baseline.degreesOfFreedom),
    cfi: measures.cfi,
    tli: measures.tli,
    nnfi: measures.tli,
    rfi: measures.rfi,
    nfi: measures.nfi,
    pnfi: measures.parsimonyNfi,
    ifi: measures.ifi,
    rni: measures.rni,
    logl: measures.logLikelihood,
    "unrestricted.logl": measures.logLikelihoodOfSaturated,
    aic: measures.aic,
    bic: measures.bic,
    ntotal: fit.n,
    bic2: measures.adjustedBic,
    rmsea: measures.rmsea?.value ?? 0,
    "rmsea.ci.lower": measures.rmsea?.interval.lower ?? 0,
    "rmsea.ci.upper": measures.rmsea?.interval.upper ?? 0,
    "rmsea.ci.level": measures.rmsea?.interval.confidence ?? 0.9,
    "rmsea.pvalue": measures.rmsea?.closeP ?? null,
    "rmsea.close.h0": 0.05,
    "rmsea.notclose.pvalue": measures.rmsea?.notCloseP ?? null,
    "rmsea.notclose.h0": 0.08,
    rmr: measures.rmr,
    rmr_nomean: measures.rmr,
    srmr: measures.srmr,
    srmr_bentler: measures.srmr,
    srmr_bentler_nomean: measures.srmr,
    crmr: measures.crmr,
    crmr_nomean: measures.crmr,
    srmr_mplus: measures.srmrMplus,
    srmr_mplus_nomean: measures.srmrMplus,
    cn_05: measures.criticalN?.five ?? null,
    cn_01: measures.criticalN?.one ?? null,
    gfi: measures.gfi,
    agfi: measures.agfi,
    pgfi: measures.parsimonyGfi,
    mfi: measures.mfi,
    ecvi: measures.ecvi,
  };
}
