import { chiSquareUpper } from "../distribution/chi-square.ts";
import { normalTwoSided } from "../distribution/normal.ts";
import type { Interval } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";
import { cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import { type Matrix, submatrix } from "../linear-algebra/matrix.ts";
import type { Moments } from "../moments/moments.ts";
import { itemScale, type NoScale, type SingularItems } from "../reliability/item-scale.ts";
import type { NotConverged, NotIdentified } from "../reliability/one-factor.ts";
import { derivativesOf } from "./confirmatory-derivatives.ts";
import { fitConfirmatory } from "./confirmatory-fit.ts";
import {
  impliedBy,
  type MeasurementLayout,
  type MeasurementModel,
  type MeasurementParameter,
  type MeasurementValues,
  measurementLayout,
} from "./confirmatory-model.ts";

export interface ParameterEstimate {
  readonly parameter: MeasurementParameter;
  /** In the items' units; a factor has the unit of its first item, whose loading is 1. */
  readonly value: number;
  /** For items and factors of variance 1. */
  readonly standardised: number;
  /** Null for the loadings that are fixed at 1. */
  readonly uncertainty: {
    readonly standardError: number;
    readonly interval: Interval;
    readonly statistic: number;
    readonly pValue: number;
  } | null;
}

export interface ConfirmatoryFactors {
  readonly kind: "estimated";
  readonly layout: MeasurementLayout;
  /** Loadings and uniquenesses in the order of the items, then factor (co)variances, the diagonal first. */
  readonly parameters: readonly ParameterEstimate[];
  readonly values: MeasurementValues;
  /** The same for items and factors of variance 1. */
  readonly standardised: MeasurementValues;
  /** Of the items, by n. */
  readonly sample: Matrix;
  readonly implied: Matrix;
  readonly discrepancy: number;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** That the model is right; null where no degree of freedom is left. */
  readonly pValue: number | null;
  /** Of items that have nothing in common. */
  readonly baseline: { readonly chiSquare: number; readonly degreesOfFreedom: number };
  /** Items with a negative uniqueness, pairs of factors with a correlation beyond 1: the model does not fit, or answers are too few. */
  readonly improper: { readonly items: readonly string[]; readonly factors: readonly string[] };
  readonly converged: true;
  readonly iterations: number;
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  readonly method: string;
}

export type NoConfirmatoryFactors = NoScale | SingularItems | NotIdentified | NotConverged;

/**
 * Confirmatory factors by maximum likelihood: are the items explained by the factors that the questionnaire was built on? Each item
 * loads on one factor, factors correlate freely. Standard errors from the expected information; with case weights weighted covariances
 * and Kish's effective n.
 * @param moments of at least the items of the model, in any order; complete rows
 * @returns not-identified where the information is singular (one factor of two items); not-converged where there is no such solution
 * @throws RangeError for a model without factors, a factor with fewer than two items, an item without moments, or a confidence outside (0, 1)
 * Source: Jöreskog 1969; Bollen 1989. Golden values: golden/second/expected/mobile_cfa.json (lavaan)
 */
export function confirmatoryFactors(
  moments: Moments,
  model: MeasurementModel,
  confidence: number,
): ConfirmatoryFactors | NoConfirmatoryFactors {
  requireConfidence(confidence);
  const layout = measurementLayout(model);
  const places = layout.items.map((item) => {
    const place = moments.variables.indexOf(item);
    if (place < 0) throw new RangeError(`no moments of item ${item}`);
    return place;
  });
  const scale = itemScale(momentsAt(moments, places), layout.items.length + 1);
  if (scale.kind !== "scale") return scale;
  const own = cholesky(scale.correlation);
  if (own.kind === "singular") return { kind: "singular", variables: own.dependent.map((row) => layout.items[row]) };
  const size = layout.items.length;
  const k = layout.factors.length;
  const degreesOfFreedom = (size * (size + 1)) / 2 - 2 * size - (k * (k - 1)) / 2;
  if (degreesOfFreedom < 0) return { kind: "not-identified" };
  const fit = fitConfirmatory(layout, scale.correlation, own);
  if (fit.kind === "not-converged") return fit;
  const spread = Float64Array.from(layout.items, (_, i) => Math.sqrt(scale.covariance.values[i * size + i]));
  const values = withMarkers(layout, fit.values, spread);
  if (values === null) return { kind: "not-identified" };
  const { n, weightedBase, effectiveN } = scale;
  const standardised = standardisedValues(layout, fit.values);
  const parameters = estimatesOf(layout, values, standardised, scale.covariance, effectiveN, confidence);
  if (parameters === null) return { kind: "not-identified" };
  const chiSquare = effectiveN * fit.discrepancy;
  return {
    kind: "estimated",
    layout,
    parameters,
    values,
    standardised,
    sample: scale.covariance,
    implied: impliedBy(layout, values),
    discrepancy: fit.discrepancy,
    chiSquare,
    degreesOfFreedom,
    pValue: degreesOfFreedom > 0 ? chiSquareUpper(chiSquare, degreesOfFreedom) : null,
    baseline: { chiSquare: -effectiveN * logDeterminant(own.lower), degreesOfFreedom: (size * (size - 1)) / 2 },
    improper: improperParts(layout, standardised),
    converged: true,
    iterations: fit.iterations,
    n,
    weightedBase,
    effectiveN,
    method: "confirmatory-factors/maximum-likelihood",
  };
}

/** Lower triangle L of S = L L′: ln|S|. */
function logDeterminant(lower: Matrix): number {
  let sum = 0;
  for (let i = 0; i < lower.rows; i++) sum += 2 * Math.log(lower.values[i * lower.rows + i]);
  return sum;
}

function momentsAt(moments: Moments, places: readonly number[]): Moments {
  const { variables, means, crossProducts } = moments;
  const all = { rows: variables.length, columns: variables.length, values: crossProducts };
  return {
    ...moments,
    variables: places.map((place) => variables[place]),
    means: Float64Array.from(places, (place) => means[place]),
    crossProducts: submatrix(all, places).values,
  };
}

/** From factors of variance 1 and standardised items to items as asked and first loadings of 1; null where such a loading is 0. */
function withMarkers(
  { factorOf, markers }: MeasurementLayout,
  values: MeasurementValues,
  spread: Float64Array,
): MeasurementValues | null {
  const units = Float64Array.from(markers, (marker) => values.loadings[marker] * spread[marker]);
  if (markers.some((marker) => Math.abs(values.loadings[marker]) < 1e-6)) return null;
  const k = units.length;
  return {
    loadings: values.loadings.map((loading, item) => (loading * spread[item]) / units[factorOf[item]]),
    uniquenesses: values.uniquenesses.map((uniqueness, item) => uniqueness * spread[item] ** 2),
    factorCovariances: {
      ...values.factorCovariances,
      values: values.factorCovariances.values.map(
        (value, cell) => value * units[Math.floor(cell / k)] * units[cell % k],
      ),
    },
  };
}

/** Items get the variance 1 that the model implies; factors are turned so that their first item's loading is positive. */
function standardisedValues({ factorOf, markers }: MeasurementLayout, values: MeasurementValues): MeasurementValues {
  const signs = Float64Array.from(markers, (marker) => (values.loadings[marker] < 0 ? -1 : 1));
  const totals = values.loadings.map((loading, item) => loading * loading + values.uniquenesses[item]);
  const k = signs.length;
  return {
    loadings: values.loadings.map((loading, item) => (signs[factorOf[item]] * loading) / Math.sqrt(totals[item])),
    uniquenesses: values.uniquenesses.map((uniqueness, item) => uniqueness / totals[item]),
    factorCovariances: {
      ...values.factorCovariances,
      values: values.factorCovariances.values.map(
        (value, cell) => value * signs[Math.floor(cell / k)] * signs[cell % k],
      ),
    },
  };
}

/** Null where the information is singular. */
function estimatesOf(
  layout: MeasurementLayout,
  values: MeasurementValues,
  standardised: MeasurementValues,
  sample: Matrix,
  n: number,
  confidence: number,
): readonly ParameterEstimate[] | null {
  const all = allParameters(layout);
  const isFixed = (parameter: MeasurementParameter) =>
    parameter.kind === "loading" && layout.markers[layout.factorOf[parameter.item]] === parameter.item;
  const free = all.filter((parameter) => !isFixed(parameter));
  const own = cholesky(sample);
  if (own.kind === "singular") return null;
  const derivatives = derivativesOf(layout, values, free, sample, own);
  if (derivatives === null) return null;
  const information = cholesky(derivatives.expected, 1e-9);
  if (information.kind === "singular") return null;
  const inverse = choleskyInverse(information).values;
  return all.map((parameter): ParameterEstimate => {
    const value = parameterValue(values, parameter);
    const place = free.indexOf(parameter);
    const shown = { parameter, value, standardised: parameterValue(standardised, parameter) };
    if (place < 0) return { ...shown, uncertainty: null };
    const standardError = Math.sqrt((2 * inverse[place * free.length + place]) / n);
    const statistic = value / standardError;
    const interval = normalInterval(value, standardError, confidence, "wald");
    return { ...shown, uncertainty: { standardError, interval, statistic, pValue: normalTwoSided(statistic) } };
  });
}

function allParameters({ items, factors }: MeasurementLayout): readonly MeasurementParameter[] {
  const covariance = (first: number, second: number): MeasurementParameter => ({
    kind: "factor-covariance",
    first,
    second,
  });
  return [
    ...items.map((_, item): MeasurementParameter => ({ kind: "loading", item })),
    ...items.map((_, item): MeasurementParameter => ({ kind: "uniqueness", item })),
    ...factors.map((_, f) => covariance(f, f)),
    ...factors.flatMap((_, first) => factors.slice(first + 1).map((_, k) => covariance(first, first + 1 + k))),
  ];
}

function parameterValue(values: MeasurementValues, parameter: MeasurementParameter): number {
  if (parameter.kind === "loading") return values.loadings[parameter.item];
  if (parameter.kind === "uniqueness") return values.uniquenesses[parameter.item];
  return values.factorCovariances.values[parameter.first * values.factorCovariances.columns + parameter.second];
}

function improperParts({ items, factors }: MeasurementLayout, { uniquenesses, factorCovariances }: MeasurementValues) {
  const beyond = factors.filter((_, f) =>
    factors.some((_, g) => f !== g && Math.abs(factorCovariances.values[f * factors.length + g]) > 1),
  );
  return { items: items.filter((_, item) => uniquenesses[item] < 0), factors: beyond };
}
