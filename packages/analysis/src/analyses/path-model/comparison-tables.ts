import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import type { MeasurementInvariance } from "@manyi/statistics/path-model/comparison/measurement-invariance";
import type { StatisticDifference } from "@manyi/statistics/path-model/comparison/parametric-comparison";
import type { ComparedStatistic, PermutationTest } from "@manyi/statistics/path-model/comparison/permutation-test";
import type { AnalysisPart, AnalysisRow } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { tablePart } from "../result/outcomes.ts";
import type { Bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import type { FittedModel } from "./fitted-model.ts";
import { arrow } from "./paths-table.ts";
import { pathTerms as own, pathWords as words } from "./words.ts";

export interface ComparedPair {
  readonly names: readonly [Bilingual, Bilingual];
  readonly n: readonly [number, number];
  readonly permutations: number;
  readonly invariance: Omit<MeasurementInvariance, "method">;
  readonly permuted: Omit<PermutationTest, "method">;
  readonly parametric: readonly StatisticDifference[];
}

/** Does each construct mean the same in both groups? */
export function invarianceTable({ asked }: FittedModel, { names, n, invariance }: ComparedPair): AnalysisPart {
  return tablePart({
    caption: words.invarianceOf(...names),
    n: n[0] + n[1],
    columns: [
      nameColumn(own.construct),
      ...[own.composition, own.compositionP, own.meanP, own.varianceP].map(numberColumn),
      textColumn(terms.verdict),
    ],
    rows: invariance.constructs.map(({ construct, composition, mean, variance, invariance: verdict }) =>
      row(
        label(asked.nameOf(construct)),
        number(composition.correlation, "coefficient"),
        number(composition.pValue, "p-value"),
        number(mean.pValue, "p-value"),
        variance.kind === "compared" ? number(variance.pValue, "p-value") : none("no-variation"),
        label(words.invariance[verdict]),
      ),
    ),
    notes: [words.invarianceNote(invariance.permutations)],
  });
}

/** @param all pairs, whose tests are one family */
export function differenceTable(fitted: FittedModel, pair: ComparedPair, all: readonly ComparedPair[]): AnalysisPart {
  const { names, n, permutations } = pair;
  const wanted = all.flatMap((each) => differencesOf(fitted, each).map(({ pValue }) => pValue));
  const adjusted = holm(wanted);
  const before = all.slice(0, all.indexOf(pair)).reduce((sum, each) => sum + differencesOf(fitted, each).length, 0);
  const rows = differencesOf(fitted, pair).map((difference, i): AnalysisRow => {
    const p = adjusted[before + i];
    const isPath = difference.statistic.kind === "path";
    const format = isPath ? "coefficient" : "index";
    return row(
      label(nameOf(fitted, difference.statistic)),
      ...difference.values.map((value) => number(value, format)),
      estimate(difference.difference, intervalOf(pair, difference.statistic), format),
      number(p, "p-value"),
      label(p < 0.05 ? words.differs : words.noDifference),
    );
  });
  return tablePart({
    caption: words.differencesOf(...names),
    n: n[0] + n[1],
    columns: [
      nameColumn(terms.measure),
      ...names.map((name, g) => numberColumn({ code: `group-${g + 1}`, heading: words.groupHeading(name, n[g]) })),
      ...[terms.difference, terms.adjustedPValue].map(numberColumn),
      textColumn(terms.verdict),
    ],
    rows,
    notes: [words.differencesNote(permutations, wanted.length)],
  });
}

/** Every path, and the index that is wanted. */
function differencesOf({ asked }: FittedModel, { permuted }: ComparedPair) {
  return permuted.differences.filter(
    ({ statistic }) => statistic.kind === "path" || statistic.construct === asked.target,
  );
}

function nameOf({ asked }: FittedModel, statistic: ComparedStatistic) {
  return statistic.kind === "path" ? arrow(asked, statistic) : words.indexOf(asked.nameOf(statistic.construct));
}

/** Of Welch's t on the bootstrap's errors. */
function intervalOf({ parametric }: ComparedPair, wanted: ComparedStatistic) {
  const found = parametric.find(({ statistic }) =>
    wanted.kind === "path"
      ? statistic.kind === "path" && statistic.from === wanted.from && statistic.to === wanted.to
      : statistic.kind === "index" && statistic.construct === wanted.construct,
  );
  return found?.kind === "tested" ? found.interval : null;
}
