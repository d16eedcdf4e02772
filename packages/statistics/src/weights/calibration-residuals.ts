import { cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { CalibratedStep, CalibrationStep, PostStratifiedStep, RakedStep } from "./calibration-step.ts";

/** Sweeps over the margins, as many as `survey::svyrecvar` takes; what a further sweep would change is far below the error. */
const sweeps = 10;

/**
 * Replaces the influences (weight included) by their residuals on what the weights were adjusted to. Rows without weight keep 0.
 * @throws RangeError if there is not one influence for each row
 */
export function residualsOfCalibration(step: CalibrationStep, influence: Float64Array): void {
  if (influence.length !== step.weights.length) throw new RangeError("one influence for each row is needed");
  if (step.kind === "post-stratified") postStratifiedResiduals(step, influence);
  else if (step.kind === "raked") rakedResiduals(step, influence);
  else calibratedResiduals(step, influence);
}

/** Per unit of weight, minus the mean of the cell, taken with the weights from before. */
function postStratifiedResiduals(step: PostStratifiedStep, influence: Float64Array): void {
  const { cellOf, weights, weightsBefore } = step;
  const sums = new Float64Array(step.cells);
  const bases = new Float64Array(step.cells);
  for (let row = 0; row < influence.length; row++) {
    if (weights[row] === 0) continue;
    sums[cellOf[row]] += (influence[row] * weightsBefore[row]) / weights[row];
    bases[cellOf[row]] += weightsBefore[row];
  }
  for (let row = 0; row < influence.length; row++) {
    if (weights[row] !== 0) influence[row] -= (sums[cellOf[row]] / bases[cellOf[row]]) * weights[row];
  }
}

/**
 * Per unit of weight, minus margin after margin the mean of the category, each row counted once. All rows of a cell lose the same,
 * so the sweeps run over cells.
 */
function rakedResiduals(step: RakedStep, influence: Float64Array): void {
  const { cellOf, weights } = step;
  const counts = new Float64Array(step.cells);
  const sums = new Float64Array(step.cells);
  for (let row = 0; row < influence.length; row++) {
    if (weights[row] === 0) continue;
    counts[cellOf[row]] += 1;
    sums[cellOf[row]] += influence[row] / weights[row];
  }
  const taken = new Float64Array(step.cells);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const categoryOf of step.categoryOf) subtractCategoryMeans(categoryOf, counts, sums, taken);
  }
  for (let row = 0; row < influence.length; row++) {
    if (weights[row] !== 0) influence[row] -= taken[cellOf[row]] * weights[row];
  }
}

function subtractCategoryMeans(
  categoryOf: Int32Array,
  counts: Float64Array,
  sums: Float64Array,
  taken: Float64Array,
): void {
  const categories = categoryOf.reduce((highest, category) => Math.max(highest, category + 1), 0);
  const sum = new Float64Array(categories);
  const count = new Float64Array(categories);
  for (let cell = 0; cell < counts.length; cell++) {
    sum[categoryOf[cell]] += sums[cell] - taken[cell] * counts[cell];
    count[categoryOf[cell]] += counts[cell];
  }
  for (let cell = 0; cell < counts.length; cell++) {
    if (counts[cell] > 0) taken[cell] += sum[categoryOf[cell]] / count[categoryOf[cell]];
  }
}

/** Per unit of weight, the residuals of a least-squares fit on the auxiliary variables with the weights from before. */
function calibratedResiduals({ columns, weights, weightsBefore }: CalibratedStep, influence: Float64Array): void {
  const size = columns.length;
  const products = zeroMatrix(size, size);
  const right = new Float64Array(size);
  for (let row = 0; row < influence.length; row++) {
    if (weights[row] === 0) continue;
    for (let a = 0; a < size; a++) {
      const weighted = weightsBefore[row] * columns[a][row];
      right[a] += (weighted * influence[row]) / weights[row];
      for (let b = 0; b < size; b++) products.values[a * size + b] += weighted * columns[b][row];
    }
  }
  const factor = cholesky(products, 1e-12);
  if (factor.kind === "singular") throw new RangeError("auxiliary variables of a step are linearly independent");
  const slopes = choleskySolve(factor, right);
  for (let row = 0; row < influence.length; row++) {
    let fitted = 0;
    for (let a = 0; a < size; a++) fitted += slopes[a] * columns[a][row];
    influence[row] -= fitted * weights[row];
  }
}
