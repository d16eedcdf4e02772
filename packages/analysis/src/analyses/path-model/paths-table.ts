/** How strongly each construct acts on the next, and how well the whole fits. */
import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import { effectSizes } from "@manyi/statistics/path-model/criteria/explained-variance";
import { modelFit } from "@manyi/statistics/path-model/criteria/model-fit";
import { antecedentInflation } from "@manyi/statistics/path-model/criteria/variance-inflation";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisPart } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { tablePart } from "../result/outcomes.ts";
import { terms } from "../words/terms.ts";
import type { AskedModel } from "./asked-model.ts";
import type { FittedModel } from "./fitted-model.ts";
import { isClear } from "./is-clear.ts";
import { pathTerms as own, pathWords as words } from "./words.ts";

export function arrow({ nameOf }: AskedModel, { from, to }: { readonly from: string; readonly to: string }): LocalText {
  return { zh: `${nameOf(from).zh} → ${nameOf(to).zh}`, en: `${nameOf(from).en} → ${nameOf(to).en}` };
}

export function pathsTable({ asked, fit, found }: FittedModel): AnalysisPart {
  const size = fit.model.constructs.length;
  const placeOf = (name: string) => fit.model.constructs.findIndex((construct) => construct.name === name);
  const sizes = effectSizes(fit);
  const inflation = antecedentInflation(fit);
  const statistics = fit.model.paths.map(({ from, to }) => found({ kind: "path", from, to }));
  const adjusted = adjustedByHolm(statistics.map((statistic) => statistic?.pValue ?? null));
  return tablePart({
    caption: words.paths,
    n: fit.n,
    columns: [
      nameColumn(own.path),
      ...[terms.coefficient, terms.adjustedPValue, own.fSquared, own.inflation].map(numberColumn),
      textColumn(terms.verdict),
    ],
    rows: fit.model.paths.map((path, i) => {
      const { from, to } = path;
      const value = fit.paths.values[placeOf(from) * size + placeOf(to)];
      const clear = isClear(statistics[i]);
      return row(
        label(arrow(asked, path)),
        estimate(value, statistics[i]?.interval ?? null, "coefficient"),
        number(adjusted[i], "p-value"),
        number(sizes.find((each) => each.from === from && each.to === to)?.fSquared, "coefficient"),
        number(inflation.find(({ name, of }) => name === from && of === to)?.factor, "statistic"),
        clear === null
          ? none("not-estimable")
          : label(clear ? (value > 0 ? words.clear : words.clearNegative) : words.unclear),
      );
    }),
    notes: [words.pathsNote, words.fSquaredNote],
  });
}

/** Null stays null and counts for nothing. */
function adjustedByHolm(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const adjusted = holm(pValues.filter((p) => p !== null));
  let next = 0;
  return pValues.map((p) => (p === null ? null : adjusted[next++]));
}

export function modelFitTable({ fit }: FittedModel): AnalysisPart {
  const { estimated, saturated } = modelFit(fit);
  return tablePart({
    caption: words.modelFit,
    n: fit.n,
    columns: [nameColumn(terms.measure), numberColumn(terms.value)],
    rows: [
      row(label(words.srmrEstimated), number(estimated.srmr, "coefficient")),
      row(label(words.srmrSaturated), number(saturated.srmr, "coefficient")),
    ],
    notes: [words.srmrNote],
  });
}
