import { chiSquareUpper } from "../distribution/chi-square.ts";
import { cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { multiply } from "../missing/vectors.ts";
import { completeRows, type NamedColumns } from "../moments/moments.ts";
import { derivativesOf, inner } from "./confirmatory-derivatives.ts";
import type { ConfirmatoryFactors } from "./confirmatory-factors.ts";
import { freeParameters, stepped } from "./confirmatory-fit.ts";
import { directionOf, type MeasurementValues } from "./confirmatory-model.ts";

/** The test and the measures of fit for answers that are not normal, as ratings never are. */
export interface RobustFit {
  readonly kind: "estimated";
  /** By how much χ² is too large: 1 for normal answers. */
  readonly scaling: number;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Null where the items have nothing in common that could be explained. */
  readonly cfi: number | null;
  readonly rmsea: number;
  readonly n: number;
  readonly method: "yuan-bentler-mplus";
}

/** No degree of freedom is left, or the observed information or the scaling is not positive. */
export interface NoRobustFit {
  readonly kind: "no-robust-test";
}

/**
 * Yuan and Bentler's scaled χ² in the variant of Mplus (lavaan's MLR), with CFI and RMSEA scaled as Brosseau-Liard & Savalei propose. Without case weights.
 * @param named the rows that the fit came from; NaN = no answer
 * @throws RangeError if an item has no column, or the rows are not those of the fit
 * Source: Yuan & Bentler 2000; Asparouhov & Muthén 2005. Golden values: golden/second/expected/mobile_cfa.json (mlr)
 */
export function robustFit(fit: ConfirmatoryFactors, named: NamedColumns): RobustFit | NoRobustFit {
  const rows = centredRows(fit, named);
  const { n, degreesOfFreedom, chiSquare, baseline } = fit;
  const size = fit.layout.items.length;
  const saturated = mardia(fit.sample, rows);
  const model = traceOfModel(fit, rows);
  if (degreesOfFreedom === 0 || saturated === null || model === null) return { kind: "no-robust-test" };
  const scaling = (saturated - model) / degreesOfFreedom;
  const scaling0 = (saturated - excessOfItems(fit.sample, rows)) / baseline.degreesOfFreedom;
  if (!(scaling > 1e-6 && scaling0 > 1e-6) || size < 2) return { kind: "no-robust-test" };
  const lack = Math.max(0, chiSquare - scaling * degreesOfFreedom);
  const lack0 = Math.max(lack, baseline.chiSquare - scaling0 * baseline.degreesOfFreedom);
  return {
    kind: "estimated",
    scaling,
    chiSquare: chiSquare / scaling,
    degreesOfFreedom,
    pValue: chiSquareUpper(chiSquare / scaling, degreesOfFreedom),
    cfi: lack0 > 0 ? 1 - lack / lack0 : null,
    rmsea: Math.sqrt(lack / (n * degreesOfFreedom)),
    n,
    method: "yuan-bentler-mplus",
  };
}

function centredRows(fit: ConfirmatoryFactors, { variables, columns }: NamedColumns): readonly Float64Array[] {
  const own = fit.layout.items.map((item) => {
    const place = variables.indexOf(item);
    if (place < 0) throw new RangeError(`no column ${item}`);
    return columns[place];
  });
  const rows = completeRows(own, null, own[0].length);
  if (rows.length !== fit.n || fit.n !== fit.weightedBase) throw new RangeError("the rows are not those of the fit");
  const means = own.map((column) => rows.reduce((sum, row) => sum + column[row] / rows.length, 0));
  return Array.from(rows, (row) => Float64Array.from(own, (column, i) => column[row] - means[i]));
}

/** tr(B A⁻¹) of free covariances: half of Mardia's kurtosis less p. */
function mardia(sample: Matrix, rows: readonly Float64Array[]): number | null {
  const factor = cholesky(sample, 1e-14);
  if (factor.kind === "singular") return null;
  const inverse = choleskyInverse(factor).values;
  const fourth = rows.reduce((sum, z) => sum + inner(z, multiply(inverse, z)) ** 2 / rows.length, 0);
  return (fourth - sample.rows) / 2;
}

/** The same of items that have nothing in common. */
function excessOfItems(sample: Matrix, rows: readonly Float64Array[]): number {
  let sum = 0;
  for (let i = 0; i < sample.rows; i++) {
    const variance = sample.values[i * (sample.rows + 1)];
    sum += rows.reduce((total, z) => total + (z[i] ** 4 / variance ** 2 - 1) / (2 * rows.length), 0);
  }
  return sum;
}

/** tr(B A⁻¹) with B the mean square of the rows' scores and A the observed information of a row. */
function traceOfModel(fit: ConfirmatoryFactors, rows: readonly Float64Array[]): number | null {
  const { layout, sample } = fit;
  // Factors of variance 1: the trace does not depend on how they are scaled.
  const values = withUnitFactors(fit);
  const parameters = freeParameters(layout);
  const own = cholesky(sample, 1e-14);
  if (own.kind === "singular") return null;
  const at = derivativesOf(layout, values, parameters, sample, own);
  if (at === null) return null;
  const directions = parameters.map((parameter) => directionOf(layout, values, parameter));
  const size = parameters.length;
  const expectedScore = directions.map(({ x, y }) => inner(x, multiply(at.inverse.values, y)));
  const squares = zeroMatrix(size, size);
  for (const z of rows) {
    const weighted = multiply(at.inverse.values, z);
    const score = directions.map(({ x, y }, a) => inner(x, weighted) * inner(y, weighted) - expectedScore[a]);
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) squares.values[a * size + b] += (score[a] * score[b]) / rows.length;
    }
  }
  const information = zeroMatrix(size, size);
  const step = 1e-5;
  for (let a = 0; a < size; a++) {
    const move = new Float64Array(size);
    const scale = scaleOf(sample, layout.factorOf.length, a);
    move[a] = step * scale;
    const below = derivativesOf(layout, stepped(values, parameters, move), parameters, sample, own);
    const above = derivativesOf(
      layout,
      stepped(
        values,
        parameters,
        move.map((each) => -each),
      ),
      parameters,
      sample,
      own,
    );
    if (below === null || above === null) return null;
    for (let b = 0; b < size; b++) {
      const slope = (above.gradient[b] - below.gradient[b]) / (4 * step * scale);
      information.values[a * size + b] += slope / 2;
      information.values[b * size + a] += slope / 2;
    }
  }
  const factor = cholesky(information, 1e-12);
  if (factor.kind === "singular") return null;
  const inverse = choleskyInverse(factor);
  return inner(inverse.values, squares.values);
}

/** A step in a parameter's own unit: loadings in standard deviations, uniquenesses in variances, correlations as they are. */
function scaleOf(sample: Matrix, items: number, place: number): number {
  if (place >= 2 * items) return 1;
  const variance = sample.values[(place % items) * (items + 1)];
  return place < items ? Math.sqrt(variance) : variance;
}

function withUnitFactors({ values, layout }: ConfirmatoryFactors): MeasurementValues {
  const k = layout.factors.length;
  const { loadings, factorCovariances } = values;
  const spread = layout.factors.map((_, f) => Math.sqrt(factorCovariances.values[f * (k + 1)]));
  return {
    ...values,
    loadings: loadings.map((loading, item) => loading * spread[layout.factorOf[item]]),
    factorCovariances: {
      ...factorCovariances,
      values: factorCovariances.values.map((value, cell) => value / (spread[Math.floor(cell / k)] * spread[cell % k])),
    },
  };
}
