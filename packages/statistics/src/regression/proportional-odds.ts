import type { ConstantOutcome, SeparatedOutcome } from "../design-variance/regression-problem.ts";
import { fitCumulative } from "./cumulative-fit.ts";
import { type CumulativeLink, logitLink } from "./cumulative-link.ts";
import { likelihoodRatioTest, type ModelTest } from "./likelihood-ratio.ts";
import { modelSample, type NoModel, requireFrequencies } from "./model-sample.ts";
import { noOrdinalMaximum, type OrdinalSample, ordinalSample } from "./ordinal-sample.ts";
import { separatedBy } from "./separation.ts";
import type { Term } from "./terms.ts";

/** Whether a term moves all thresholds alike. */
export type NominalEffect =
  | (ModelTest & {
      readonly kind: "tested";
      /** Of the model in which the term has an effect of its own on each threshold. */
      readonly logLikelihood: number;
      readonly aic: number;
    })
  /** That model has no finite maximum, as where a group has nobody at one end of the scale. */
  | SeparatedOutcome
  /** Newton's steps came to no rest, as where no answer of a group lies beside one of the thresholds. */
  | { readonly kind: "not-converged" }
  /** Two answers have one threshold only: odds are proportional by themselves. */
  | { readonly kind: "one-threshold" };

export interface ProportionalOdds {
  readonly kind: "tested";
  /** Of the model with proportional odds. */
  readonly logLikelihood: number;
  readonly aic: number;
  readonly terms: readonly { readonly term: string; readonly effect: NominalEffect }[];
  readonly n: number;
}

/**
 * Likelihood ratio test of proportional odds, term by term: the model in which the term moves each threshold by itself against that in
 * which it moves all alike. A p-value below the level says that one odds ratio does not tell the whole story of that term. With
 * hundreds of answers small departures become significant; look at the size too.
 * @param frequencies how many people each row stands for, or null
 * @throws RangeError as `ordinalLogit`
 * Source: Peterson & Harrell 1990, Applied Statistics 39; R's `ordinal::nominal_test`.
 * Golden values: golden/second/expected/survey_regression.json, tenants_ordinal.json
 */
export function proportionalOddsTest(
  outcome: Float64Array,
  terms: readonly Term[],
  frequencies: Float64Array | null,
): ProportionalOdds | NoModel | SeparatedOutcome | ConstantOutcome {
  requireFrequencies(frequencies);
  const sample = modelSample(outcome, terms, frequencies, 2);
  if (sample.kind !== "sample") return sample;
  const ordinal = ordinalSample(outcome, sample);
  if (ordinal.kind !== "ordinal") return ordinal;
  const fit = fitCumulative(ordinal.problem, logitLink);
  if (fit.kind !== "fitted") return noOrdinalMaximum(fit, ordinal);
  return {
    kind: "tested",
    logLikelihood: fit.logLikelihood,
    aic: 2 * fit.parameters.length - 2 * fit.logLikelihood,
    terms: terms.map(({ name }) => ({
      term: name,
      effect: nominalEffect(ordinal, name, fit.logLikelihood, logitLink),
    })),
    n: sample.standardised.weight,
  };
}

function nominalEffect(
  { levels, sample, problem }: OrdinalSample,
  term: string,
  proportional: number,
  link: CumulativeLink,
): NominalEffect {
  if (levels.length === 2) return { kind: "one-threshold" };
  const isNominal = (_: Float64Array, column: number) => sample.columns[column].term === term;
  const nominal = problem.shared.filter(isNominal);
  const shared = problem.shared.filter((column, place) => !isNominal(column, place));
  const fit = fitCumulative({ ...problem, shared, nominal }, link);
  if (fit.kind === "separated") {
    const columns = [false, true].flatMap((own) => sample.columns.filter((each) => (each.term === term) === own));
    return separatedBy(fit.predictors, columns);
  }
  if (fit.kind === "singular" || !fit.converged) return { kind: "not-converged" };
  const { logLikelihood } = fit;
  const test = likelihoodRatioTest(2 * (logLikelihood - proportional), nominal.length * (levels.length - 2));
  return { kind: "tested", ...test, logLikelihood, aic: 2 * fit.parameters.length - 2 * logLikelihood };
}
