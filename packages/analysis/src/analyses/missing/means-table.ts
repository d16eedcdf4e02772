/** Means under different treatments of missing answers. */
import type { CombinedEstimate } from "@manyi/statistics/missing/combined-estimate";
import { emMoments } from "@manyi/statistics/missing/em-moments";
import { neutralValueRule } from "@manyi/statistics/missing/neutral-value";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { AnalysisCell, AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredIn } from "../reading/key-question.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { caution, tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import type { MissingItems } from "./read-items.ts";
import { missingTerms as own, missingWords as words } from "./words.ts";

/** Middle of 0–100. */
const neutral = 50;

/** @param imputed by question; null where none were asked for */
export function meansParts(
  { plan }: AnalysisContext,
  items: MissingItems,
  imputed: readonly (CombinedEstimate | null)[] | null,
): readonly AnalysisPart[] {
  const { names, labels, columns, weights, formats } = items;
  const { confidence, minimumGroup } = plan;
  const shown = names.map((_, i) => answeredIn(columns[i]) >= minimumGroup);
  const usable = names.map((_, i) => i).filter((i) => shown[i]);
  if (usable.length === 0) return [];
  const em = emMoments(
    { variables: usable.map((i) => names[i]), columns: usable.map((i) => columns[i]) },
    weights,
    confidence,
  );
  const hasEm = em.kind === "estimated" && em.converged;
  const table = tablePart({
    caption: words.means,
    n: null,
    columns: [
      nameColumn(terms.item),
      ...[
        terms.n,
        own.available,
        own.em,
        ...(imputed === null ? [] : [own.imputed, own.fromMissing]),
        own.neutral,
        own.bias,
      ].map(numberColumn),
    ],
    rows: names.map((_, i) => {
      const width = imputed === null ? 5 : 7;
      if (!shown[i])
        return row(
          label(labels[i]),
          ...Array(width).fill(none(answeredIn(columns[i]) === 0 ? "too-few-answers" : "too-few")),
        );
      const column = columns[i];
      const mean = meanEstimate(sumsOfColumn(column, weights, column.length), confidence);
      const byEm = hasEm ? em.means[usable.indexOf(i)] : null;
      return row(
        label(labels[i]),
        number(answeredIn(column), "count"),
        mean.kind === "estimated" ? estimate(mean.value, mean.interval, formats[i]) : none("too-few-answers"),
        byEm?.kind === "estimated" ? estimate(byEm.value, byEm.interval, formats[i]) : none("not-estimable"),
        ...(imputed === null ? [] : imputedCells(imputed[i], formats[i])),
        ...neutralCells(items, i, confidence),
      );
    }),
    notes: [words.meansNote],
  });
  const blamed = em.kind === "estimated" ? [] : em.variables.map((name) => bilingual(labels[names.indexOf(name)]));
  return [table, ...(blamed.length > 0 ? [caution(words.noEm(blamed))] : []), caution(words.neutralWarning)];
}

function imputedCells(imputed: CombinedEstimate | null, format: "index" | "points"): readonly AnalysisCell[] {
  if (imputed === null) return [none("not-estimable"), none("not-estimable")];
  return [estimate(imputed.value, imputed.interval, format), number(imputed.shareFromMissing, "share")];
}

/** Only ratings have a middle. */
function neutralCells({ columns, weights, formats }: MissingItems, i: number, confidence: number) {
  if (formats[i] !== "index") return [none(), none()];
  const rule = neutralValueRule(columns[i], neutral, weights, confidence);
  if (rule.kind !== "biased") return [none("too-few-answers"), none("too-few-answers")];
  return [number(rule.withNeutralValue, "index"), number(rule.bias, "points")];
}
