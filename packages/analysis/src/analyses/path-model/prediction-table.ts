/** Would the model be right about people it has not seen? */

import { randomFolds } from "@manyi/statistics/path-model/prediction/folds";
import { pathPrediction } from "@manyi/statistics/path-model/prediction/path-prediction";
import { fromEarliestAntecedents } from "@manyi/statistics/path-model/prediction/predicted-scores";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { caution, reading, tablePart } from "../result/outcomes.ts";
import { terms } from "../words/terms.ts";
import { type FittedModel, schemeOf, seed } from "./fitted-model.ts";
import { pathTerms as own, pathWords as words } from "./words.ts";

export function predictionParts(
  { asked, fit }: FittedModel,
  context: AnalysisContext,
  analysis: AnalysisOf<"path-model">,
): readonly AnalysisPart[] {
  const { folds } = analysis;
  if (folds === undefined) return [];
  if (fit.n < folds * 2) return [caution(words.noPrediction)];
  const rows = asked.sample.columns[0].length;
  const prediction = { model: fit.model, scheme: schemeOf(analysis), predictScores: fromEarliestAntecedents };
  const found = pathPrediction(asked.sample, prediction, randomFolds(rows, folds, seed));
  if (found.kind !== "estimated") return [caution(words.noPrediction)];
  return [
    tablePart({
      caption: words.prediction,
      n: found.n,
      columns: [nameColumn(terms.item), ...[own.q2, own.modelError, own.linearError].map(numberColumn)],
      rows: found.items.map(({ item, pathModel, linear }) =>
        row(
          label(labelOf(context, item)),
          pathModel.q2 === null ? none("no-variation") : number(pathModel.q2, "coefficient"),
          number(pathModel.rootMeanSquare, "coefficient"),
          number(linear.rootMeanSquare, "coefficient"),
        ),
      ),
      notes: [words.predictionNote(folds)],
    }),
    reading(words.power[found.power]),
  ];
}
