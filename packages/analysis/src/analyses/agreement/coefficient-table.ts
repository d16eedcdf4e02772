import {
  type AgreementWeight,
  exactAgreement,
  linearAgreement,
  quadraticAgreement,
} from "@manyi/statistics/agreement/agreement-weight";
import { cohensKappa } from "@manyi/statistics/agreement/cohens-kappa";
import { fleissKappa } from "@manyi/statistics/agreement/fleiss-kappa";
import { type Intraclass, intraclassCorrelations } from "@manyi/statistics/agreement/intraclass-correlation";
import { krippendorffAlpha } from "@manyi/statistics/agreement/krippendorff-alpha";
import { percentAgreement } from "@manyi/statistics/agreement/percent-agreement";
import {
  intervalDifference,
  nominalDifference,
  ordinalDifference,
  type RatingDifference,
} from "@manyi/statistics/agreement/rating-difference";
import { ratingPairs } from "@manyi/statistics/agreement/rating-pairs";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell, AnalysisRow, AnalysisTable, NumberFormat } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { baseCell, isHidden } from "../result/estimate-cell.ts";
import { terms } from "../words/terms.ts";
import { choices, type RatedCases } from "./rated-cases.ts";
import { type AgreementMeasure, agreementRows as rowNames, agreementWords as words } from "./words.ts";

export const agreementWeights: Readonly<Record<AgreementMeasure, AgreementWeight>> = {
  unweighted: exactAgreement,
  linear: linearAgreement,
  quadratic: quadraticAgreement,
};

const differences: Readonly<Record<AgreementMeasure, RatingDifference>> = {
  unweighted: nominalDifference,
  linear: ordinalDifference,
  quadratic: intervalDifference,
};

export interface Asked {
  readonly measure: AgreementMeasure;
  readonly confidence: number;
  readonly minimum: number;
}

/** What is said of all raters together, computed once: α of many cases takes seconds. */
export interface MeasuredAgreement {
  readonly percent: ReturnType<typeof percentAgreement>;
  /** Cohen's of two raters, Fleiss' of several. */
  readonly kappa: ReturnType<typeof cohensKappa> | ReturnType<typeof fleissKappa>;
  readonly alpha: ReturnType<typeof krippendorffAlpha>;
}

export function measuredAgreement(cases: RatedCases, { measure, confidence }: Asked): MeasuredAgreement {
  const { places, categories, ratings, weights } = cases;
  const [first, second] = places;
  const units = ratings ?? places.map((own) => Float64Array.from(own, (place) => (place < 0 ? Number.NaN : place)));
  return {
    percent: percentAgreement(choices(cases, "any-two"), weights, confidence),
    kappa:
      places.length > 2
        ? fleissKappa(choices(cases, "all-raters"), weights, confidence)
        : cohensKappa(ratingPairs(first, second, categories.length, weights), agreementWeights[measure], confidence),
    alpha: krippendorffAlpha(units, weights, differences[measure], confidence),
  };
}

export function coefficientTable(
  cases: RatedCases,
  { percent, kappa, alpha }: MeasuredAgreement,
  asked: Asked,
): AnalysisTable {
  const { measure, confidence, minimum } = asked;
  const { places, ratings, weights } = cases;
  const isTwo = places.length === 2;
  return {
    caption: words.table,
    n: null,
    columns: [nameColumn(terms.measure), numberColumn(terms.value), numberColumn(terms.n)],
    rows: [
      found(rowNames.percent, percent, "share", minimum),
      found(isTwo ? rowNames.cohen(measure) : rowNames.fleiss, kappa, "coefficient", minimum),
      alpha.kind === "one-unit-varies"
        ? row(label(rowNames.alpha(measure)), number(alpha.value, "coefficient"), baseCell(cases.n, minimum))
        : found(rowNames.alpha(measure), alpha, "coefficient", minimum),
      ...(ratings === null ? [] : intraclassRows(ratings, confidence, minimum)),
    ],
    notes: [words.tableNote, ...(ratings !== null && weights !== null ? [words.unweightedIcc] : [])],
  };
}

type Found =
  | { readonly kind: "estimated"; readonly value: number; readonly n: number; readonly interval: Bounds }
  | { readonly kind: "too-few-answers" | "no-variation" | "unequal-ratings" };

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

function found(name: LocalText, result: Found, format: NumberFormat, minimum: number): AnalysisRow {
  if (result.kind !== "estimated") {
    const because = none(result.kind === "unequal-ratings" ? "not-applicable" : result.kind);
    return row(label(name), because, because);
  }
  if (isHidden(result.n, minimum)) return row(label(name), none("too-few"), none("too-few"));
  return row(label(name), estimate(result.value, result.interval, format), baseCell(result.n, minimum));
}

function intraclassRows(ratings: readonly Float64Array[], confidence: number, minimum: number): readonly AnalysisRow[] {
  const all = intraclassCorrelations(ratings, confidence);
  const { singleAgreement, singleConsistency, averageAgreement, averageConsistency } = rowNames;
  const names = [singleAgreement, singleConsistency, averageAgreement, averageConsistency];
  if (all.kind !== "estimated") return names.map((name) => row(label(name), none(all.kind), none(all.kind)));
  if (isHidden(all.n, minimum)) return names.map((name) => row(label(name), none("too-few"), none("too-few")));
  const forms = [all.single.agreement, all.single.consistency, all.average.agreement, all.average.consistency];
  return forms.map((form, i) => row(label(names[i]), intraclassCell(form), number(all.n, "count")));
}

function intraclassCell(form: Intraclass): AnalysisCell {
  return form.kind === "estimated" ? estimate(form.value, form.interval, "coefficient") : none("not-estimable");
}
