import { leaveOneOutFolds } from "../../../src/path-model/prediction/folds.ts";
import { type PathPrediction, pathPrediction } from "../../../src/path-model/prediction/path-prediction.ts";
import {
  fromDirectAntecedents,
  fromEarliestAntecedents,
  type ScorePredictor,
} from "../../../src/path-model/prediction/predicted-scores.ts";
import { numbersAt } from "../../options.ts";
import { isTable, type ReferenceTree, tableOf, tableOfRows } from "../../reference-value.ts";
import type { PathModelFile } from "./path-model-file.ts";

/** All that a file says of PLSpredict; the folds, `fold_of_each_row` from 1, are given. */
export function predictionValues(of: PathModelFile): ReferenceTree {
  const given = numbersAt(of.file.values, "fold_of_each_row");
  const folds = Int32Array.from(given, (fold) => fold - 1);
  const single = leaveOneOutFolds(folds.length);
  const direct = predictedBy(of, folds, fromDirectAntecedents);
  const asked = of.file.values.kfold_predictions_first5_DA;
  const rows = isTable(asked) ? asked.rows : [];
  const names = direct.items.map(({ item }) => item);
  return {
    fold_of_each_row: given,
    kfold_direct_antecedents: errorTable(direct),
    kfold_earliest_antecedents: errorTable(predictedBy(of, folds, fromEarliestAntecedents)),
    LOOCV_direct_antecedents: errorTable(predictedBy(of, single, fromDirectAntecedents)),
    LOOCV_earliest_antecedents: errorTable(predictedBy(of, single, fromEarliestAntecedents)),
    kfold_predictions_first5_DA: tableOf(rows, names, (row, _, __, item) => direct.predictions[item][Number(row) - 1]),
  };
}

function predictedBy(of: PathModelFile, folds: Int32Array, predictScores: ScorePredictor): PathPrediction {
  const { model, scheme } = of;
  const found = pathPrediction(of.sample, { model, scheme, predictScores }, folds);
  if (found.kind !== "estimated") throw new Error(JSON.stringify(found));
  return found;
}

function errorTable({ items }: PathPrediction): ReferenceTree {
  const byItem = items.map(({ item, pathModel, linear, linearOnAllOthers }): readonly [string, ReferenceTree] => [
    item,
    {
      PLS_RMSE: pathModel.rootMeanSquare,
      PLS_MAE: pathModel.meanAbsolute,
      LM_RMSE: linear.rootMeanSquare,
      LM_MAE: linear.meanAbsolute,
      LMallother_RMSE: linearOnAllOthers.rootMeanSquare,
      LMallother_MAE: linearOnAllOthers.meanAbsolute,
      Q2_predict_PLS: pathModel.q2,
      Q2_predict_LM: linear.q2,
    },
  ]);
  const table = tableOfRows(byItem);
  return tableOf(table.cols, table.rows, (_, __, i, j) => table.values[j][i]);
}
