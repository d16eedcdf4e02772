import {
  type DimensionAlpha,
  type DimensionAlphas,
  dimensionAlphas,
} from "@manyi/statistics/servqual/dimension-alphas";
import type { AnalysisCell, AnalysisPart, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { caution } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { completeRespondents, type MeasuredDimensions } from "./measured-dimensions.ts";
import { servqualTerms as own, servqualWords as words } from "./words.ts";

/** Below it a common score is doubtful (Nunnally 1978). */
const weakAlpha = 0.7;

export function alphaParts(context: AnalysisContext, measured: MeasuredDimensions): readonly (AnalysisPart | null)[] {
  const { confidence, minimumGroup } = context.plan;
  const alphas = dimensionAlphas(measured.answers, measured.dimensions, confidence);
  const bases = measured.dimensions.map((dimension) => completeRespondents(measured, dimension));
  const weak = alphas.flatMap(({ perceptions }, i) =>
    bases[i] >= minimumGroup && perceptions.kind === "estimated" && perceptions.value < weakAlpha
      ? [measured.dimensions[i].label]
      : [],
  );
  return [
    { kind: "table", table: alphasTable(measured, alphas, bases, minimumGroup) },
    weak.length === 0 ? null : caution(words.weakAlpha(listed(weak))),
  ];
}

function alphasTable(
  { dimensions }: MeasuredDimensions,
  alphas: readonly DimensionAlphas[],
  bases: readonly number[],
  minimum: number,
): AnalysisTable {
  const columns = [own.items, terms.n, own.alphaPerceptions, own.alphaExpectations, own.alphaGaps];
  return {
    caption: words.alphas,
    n: null,
    columns: [nameColumn(terms.dimension), ...columns.map(numberColumn)],
    rows: alphas.map(({ perceptions, expectations, gaps }, i) => {
      const n = bases[i];
      const cell = (alpha: DimensionAlpha): AnalysisCell => {
        if (n < minimum) return none(n === 0 ? "too-few-answers" : "too-few");
        if (alpha.kind === "estimated") return estimate(alpha.value, alpha.interval, "coefficient");
        return none(alpha.kind === "single-item" ? "not-applicable" : "not-estimable");
      };
      return row(
        label(dimensions[i].label),
        number(dimensions[i].items.length, "count"),
        n > 0 && n < minimum ? none("too-few") : number(n, "count"),
        cell(perceptions),
        cell(expectations),
        cell(gaps),
      );
    }),
    notes: [],
  };
}
