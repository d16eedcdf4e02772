/** Do the questions of a construct agree, and are constructs told apart? GB/T 19038 asks for both (annex C). */
import { measurementTables, type ReliabilityRow } from "@manyi/statistics/path-model/criteria/measurement-tables";
import type { AnalysisCell, AnalysisPart } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { tablePart } from "../result/outcomes.ts";
import type { FittedModel } from "./fitted-model.ts";
import { pathTerms as own, pathWords as words } from "./words.ts";

export function reliabilityTable({ asked, fit }: FittedModel): AnalysisPart {
  return tablePart({
    caption: words.reliability,
    n: fit.n,
    columns: [
      nameColumn(own.construct),
      ...[own.alpha, own.rhoA, own.rhoC, own.averageVariance].map(numberColumn),
      textColumn(own.kind),
    ],
    rows: measurementTables(fit).reliability.map((each) => row(label(asked.nameOf(each.construct)), ...cellsOf(each))),
    notes: [words.reliabilityNote],
  });
}

function cellsOf(reliability: ReliabilityRow): readonly AnalysisCell[] {
  switch (reliability.kind) {
    case "reflective": {
      const { rawAlpha, rhoA, rhoC, averageVarianceExtracted, items } = reliability;
      return [
        ...[rawAlpha, rhoA, rhoC, averageVarianceExtracted].map((value) => number(value, "coefficient")),
        label(words.reflective(items)),
      ];
    }
    case "single-item":
      return [none(), none(), none(), none(), label(words.singleItem)];
    case "formative":
      return [none(), none(), none(), none(), label(words.formative(reliability.items, reliability.largestInflation))];
  }
}

export function validityTable({ asked, fit, found }: FittedModel): AnalysisPart {
  const rows = measurementTables(fit).validity.map(({ constructs, correlation, htmt, fornellLarcker }) => {
    const [first, second] = constructs.map(asked.nameOf);
    const resampled = found({ kind: "htmt", constructs });
    return row(
      label({ zh: `${first.zh} ↔ ${second.zh}`, en: `${first.en} ↔ ${second.en}` }),
      number(correlation, "coefficient"),
      htmt === null ? none("not-estimable") : estimate(htmt, resampled?.interval ?? null, "coefficient"),
      fornellLarcker === "not-judged" ? none() : label(words.fornellLarcker[fornellLarcker]),
    );
  });
  return tablePart({
    caption: words.validity,
    n: fit.n,
    columns: [nameColumn(own.pair), ...[own.correlation, own.htmt].map(numberColumn), textColumn(own.fornellLarcker)],
    rows,
    notes: [words.validityNote],
  });
}
