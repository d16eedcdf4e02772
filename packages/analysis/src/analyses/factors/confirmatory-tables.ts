import { factorHeterotraitMonotrait, factorReliabilities } from "@manyi/statistics/factors/factor-reliability";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import type { Confirmation } from "./confirmation.ts";
import { factorTerms as own, factorWords as words } from "./words.ts";

export function loadingTable({ fit, standardised, dimensions }: Confirmation, context: AnalysisContext): AnalysisPart {
  return tablePart({
    caption: words.standardisedLoadings,
    n: fit.n,
    columns: [nameColumn(terms.item), textColumn(terms.dimension), ...[own.loading, own.explained].map(numberColumn)],
    rows: fit.layout.items.map((item, i) => {
      const { value, interval } = standardised.loadings[i];
      const isProper = fit.standardised.uniquenesses[i] >= 0;
      return row(
        label(labelOf(context, item)),
        label(dimensions[fit.layout.factorOf[i]].label),
        estimate(value, interval, "coefficient"),
        isProper ? number(value ** 2, "share") : none("not-estimable"),
      );
    }),
    notes: [words.standardisedNote],
  });
}

export function dimensionTable({ fit, dimensions }: Confirmation): AnalysisPart {
  return tablePart({
    caption: words.dimensionReliability,
    n: fit.n,
    columns: [
      nameColumn(terms.dimension),
      ...[own.items, own.compositeReliability, own.averageVariance, own.alpha].map(numberColumn),
    ],
    rows: factorReliabilities(fit).map(({ omega, averageVarianceExtracted, alpha }, f) =>
      row(
        label(dimensions[f].label),
        number(dimensions[f].items.length, "count"),
        ...[omega, averageVarianceExtracted, alpha].map((value) => number(value, "coefficient")),
      ),
    ),
    notes: [words.reliabilityNote],
  });
}

/** Are the dimensions told apart? Null for one alone. */
export function pairTable({ fit, standardised, dimensions }: Confirmation): AnalysisPart | null {
  if (dimensions.length < 2) return null;
  const ratios = factorHeterotraitMonotrait(fit);
  const extracted = factorReliabilities(fit).map(({ averageVarianceExtracted }) => averageVarianceExtracted);
  return tablePart({
    caption: words.dimensionPairs,
    n: fit.n,
    columns: [nameColumn(own.pair), ...[terms.correlation, own.htmt].map(numberColumn), textColumn(own.fornellLarcker)],
    rows: standardised.correlations.map(({ factors: [f, g], value, interval }) => {
      const [first, second] = [bilingual(dimensions[f].label), bilingual(dimensions[g].label)];
      const ratio = ratios.find(({ factors }) => factors[0] === String(f) && factors[1] === String(g))?.ratio;
      const [one, other] = [extracted[f], extracted[g]];
      const judged = one === null || other === null ? null : value ** 2 < Math.min(one, other);
      return row(
        label({ zh: `${first.zh} ↔ ${second.zh}`, en: `${first.en} ↔ ${second.en}` }),
        estimate(value, interval, "coefficient"),
        number(ratio, "coefficient"),
        judged === null ? none("not-estimable") : label(judged ? words.met : words.notMet),
      );
    }),
    notes: [words.pairsNote],
  });
}
