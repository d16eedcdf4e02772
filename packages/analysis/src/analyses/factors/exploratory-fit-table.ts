import { exploratoryFit } from "@manyi/statistics/factors/exploratory-fit";
import type { FactorSolution, MaximumLikelihoodFactors } from "@manyi/statistics/factors/maximum-likelihood-factors";
import { samplingAdequacy, sphericityTest } from "@manyi/statistics/reliability/sampling-adequacy";
import type { AnalysisPart, AnalysisRow } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { tablePart } from "../result/outcomes.ts";
import { terms } from "../words/terms.ts";
import type { ItemSample } from "./item-sample.ts";
import { factorWords as words } from "./words.ts";

interface Fitted {
  readonly sample: ItemSample;
  readonly isPolychoric: boolean;
  /** Null where there is no factor. */
  readonly solution: FactorSolution | null;
}

/** Whether factors can be looked for at all, and whether so many are enough. */
export function suitabilityTable({ sample, isPolychoric, solution }: Fitted, context: AnalysisContext): AnalysisPart {
  const { moments } = sample;
  const adequacy = samplingAdequacy(moments);
  const sphericity = isPolychoric ? null : sphericityTest(moments);
  const rows: AnalysisRow[] = [
    row(
      label(words.adequacy),
      adequacy.kind === "estimated" ? number(adequacy.overall, "coefficient") : none("not-estimable"),
      none(),
      none(),
    ),
  ];
  if (sphericity?.kind === "tested") {
    const { chiSquare, degreesOfFreedom, pValue } = sphericity;
    rows.push(testRow(words.sphericity, chiSquare, degreesOfFreedom, pValue));
    if (solution !== null && isTested(solution)) {
      const { test } = solution;
      if (test !== null) rows.push(testRow(words.enoughFactors, test.chiSquare, test.degreesOfFreedom, test.pValue));
      const fit = exploratoryFit(solution, sphericity, context.plan.confidence);
      if (fit !== null) {
        rows.push(
          row(label(words.rmsea), estimate(fit.rmsea.value, fit.rmsea.interval, "coefficient"), none(), none()),
        );
        rows.push(row(label(words.tli), number(fit.tli, "coefficient"), none(), none()));
      }
    }
  }
  return tablePart({
    caption: words.suitability,
    n: moments.n,
    columns: [nameColumn(terms.measure), ...[terms.value, terms.degreesOfFreedom, terms.pValue].map(numberColumn)],
    rows,
    notes: [words.suitabilityNote, ...(isPolychoric ? [words.untestedPolychoric] : [])],
  });
}

function testRow(name: Parameters<typeof label>[0], chiSquare: number, degrees: number, pValue: number): AnalysisRow {
  return row(label(name), number(chiSquare, "statistic"), number(degrees, "degrees"), number(pValue, "p-value"));
}

function isTested(solution: FactorSolution): solution is MaximumLikelihoodFactors {
  return "test" in solution;
}
