/** The index, and what a point more of each construct is worth for it. */
import { constructIndices } from "@manyi/statistics/path-model/construct-index";
import type { AnalysisCell, AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, totalRow } from "../result/cells.ts";
import { caution, reading, tablePart } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import type { FittedModel, FoundStatistic } from "./fitted-model.ts";
import { isClear } from "./is-clear.ts";
import { pathTerms as own, pathWords as words } from "./words.ts";

export function indexParts(fitted: FittedModel, context: AnalysisContext): readonly AnalysisPart[] {
  const { asked, fit } = fitted;
  const { confidence } = context.plan;
  const indices = constructIndices(fit, asked.sample, asked.scales, confidence);
  const withoutIndex = indices.flatMap((index) => (index.kind === "non-positive-weights" ? [index] : []));
  const rows = fit.model.constructs.map(({ name, items }, j) => {
    const index = indices[j];
    const indexed = fitted.found({ kind: "index", construct: name });
    const value = index.kind === "estimated" ? index.value : null;
    const indexCell = value === null ? none("not-estimable") : estimate(value, indexed?.interval ?? null, "index");
    const cells = [
      label(asked.nameOf(name)),
      number(items.length, "count"),
      indexCell,
      fit.rSquared[j] === null
        ? none()
        : resampled(fitted.found({ kind: "r-squared", construct: name }), "share", fit.rSquared[j]),
      effectCell(fitted, name),
    ];
    return name === asked.target ? totalRow(...cells) : row(...cells);
  });
  return [
    ...verdicts(fitted),
    tablePart({
      caption: words.indices,
      n: fit.n,
      columns: [
        nameColumn(own.construct),
        ...[own.items, own.index, own.rSquared, own.effectOn(asked.nameOf(asked.target))].map(numberColumn),
      ],
      rows,
      notes: [words.indexNote, words.effectNote],
    }),
    ...withoutIndex.map(({ construct, items }) =>
      caution(words.noIndex(asked.nameOf(construct), listed(items.map((item) => labelOf(context, item))))),
    ),
  ];
}

function effectCell({ asked, found, bootstrap }: FittedModel, from: string): AnalysisCell {
  const to = asked.target;
  const isReached = bootstrap === null || found({ kind: "total-effect", from, to }) !== null;
  if (from === to || !isReached) return none();
  return resampled(found({ kind: "impact", from, to }), "points", null);
}

/** @param otherwise of the model itself, where nothing was resampled */
function resampled(
  statistic: FoundStatistic | null,
  format: "share" | "points",
  otherwise: number | null,
): AnalysisCell {
  return statistic === null ? number(otherwise, format) : estimate(statistic.value, statistic.interval, format);
}

/** The index in a sentence, and the driver that moves it most where one does. */
function verdicts({ asked, fit, found: statistic, bootstrap }: FittedModel): readonly AnalysisPart[] {
  const { target, nameOf } = asked;
  const index = statistic({ kind: "index", construct: target });
  const drivers = fit.model.constructs
    .flatMap(({ name }) => {
      const impact = statistic({ kind: "impact", from: name, to: target });
      return impact === null || impact.value <= 0 || isClear(impact) !== true ? [] : [{ name, value: impact.value }];
    })
    .toSorted((a, b) => b.value - a.value);
  const [first] = drivers;
  const sentence = index === null ? null : reading(words.indexIs(nameOf(target), index, fit.n));
  if (bootstrap === null) return sentence === null ? [] : [sentence];
  const strongest =
    first === undefined
      ? words.noDriver(nameOf(target))
      : words.strongest(nameOf(first.name), nameOf(target), first.value);
  return [...(sentence === null ? [] : [sentence]), reading(strongest)];
}
