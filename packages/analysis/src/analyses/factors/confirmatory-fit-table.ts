import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell, AnalysisPart, AnalysisRow } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { tablePart } from "../result/outcomes.ts";
import { terms } from "../words/terms.ts";
import type { Confirmation } from "./confirmation.ts";
import { factorTerms as own, factorWords as words } from "./words.ts";

/** What is called good by habit (Hu & Bentler 1999; Browne & Cudeck 1993). */
const usual = { cfi: 0.95, tli: 0.95, rmsea: 0.06, poorRmsea: 0.08, srmr: 0.08 } as const;

export function fitTable({ fit, measures, robust }: Confirmation, { weight }: AnalysisContext): AnalysisPart {
  const line = (name: LocalText, value: AnalysisCell, limit: LocalText | null): AnalysisRow =>
    row(label(name), value, none(), none(), limit === null ? none() : label(limit));
  const test = (name: LocalText, chiSquare: number, pValue: number | null): AnalysisRow =>
    row(
      label(name),
      number(chiSquare, "statistic"),
      number(fit.degreesOfFreedom, "degrees"),
      pValue === null ? none() : number(pValue, "p-value"),
      none(),
    );
  const optional = (value: number | null) => (value === null ? none() : number(value, "coefficient"));
  const { rmsea } = measures;
  return tablePart({
    caption: words.fit,
    n: fit.n,
    columns: [
      nameColumn(terms.measure),
      ...[terms.value, terms.degreesOfFreedom, terms.pValue].map(numberColumn),
      textColumn(own.usualLimit),
    ],
    rows: [
      test(words.chiSquare, fit.chiSquare, fit.pValue),
      ...(robust === null ? [] : [test(words.robustChiSquare, robust.chiSquare, robust.pValue)]),
      line(words.cfi, optional(measures.cfi), words.from(usual.cfi)),
      ...(robust === null || robust.cfi === null
        ? []
        : [line(words.robustCfi, optional(robust.cfi), words.from(usual.cfi))]),
      line(words.tli, optional(measures.tli), words.from(usual.tli)),
      line(
        words.rmsea,
        rmsea === null ? none() : estimate(rmsea.value, rmsea.interval, "coefficient"),
        words.upTo(usual.rmsea),
      ),
      line(words.srmr, number(measures.srmr, "coefficient"), words.upTo(usual.srmr)),
    ],
    notes: [words.fitNote, weight === null ? words.robustNote : words.robustUnweighted],
  });
}

/** The verdict goes by the whole interval of RMSEA, and by CFI and SRMR beside it. */
export function fitVerdict({ measures }: Confirmation): LocalText {
  const { rmsea, cfi, srmr } = measures;
  if (rmsea === null || cfi === null) return words.exactFit;
  if (rmsea.interval.lower > usual.poorRmsea || srmr > usual.srmr || cfi < 0.9) return words.poorFit;
  if (rmsea.interval.upper <= usual.poorRmsea && cfi >= usual.cfi && srmr <= usual.srmr) return words.goodFit;
  return words.undecidedFit;
}
