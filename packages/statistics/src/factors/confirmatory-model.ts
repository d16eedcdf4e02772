import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";

/** Which items are thought to measure which factor. Factors may correlate; an item belongs to one factor. */
export interface MeasurementModel {
  readonly factors: readonly { readonly name: string; readonly items: readonly string[] }[];
}

/** The same in places: items in the order of the factors. */
export interface MeasurementLayout {
  readonly factors: readonly string[];
  readonly items: readonly string[];
  /** Of each item. */
  readonly factorOf: Int32Array;
  /** Of each factor, its first item, which gives it its unit. */
  readonly markers: Int32Array;
}

/** @throws RangeError without a factor, with fewer than two items of one, or if names are not unique */
export function measurementLayout({ factors }: MeasurementModel): MeasurementLayout {
  if (factors.length === 0) throw new RangeError("a model of measurement has a factor or more");
  const items = factors.flatMap((factor) => factor.items);
  const names = factors.map(({ name }) => name);
  const small = factors.find((factor) => factor.items.length < 2);
  if (small !== undefined) throw new RangeError(`factor ${small.name} needs two items or more`);
  if (new Set(items).size !== items.length) throw new RangeError("an item belongs to one factor");
  if (new Set(names).size !== names.length) throw new RangeError("two factors have one name");
  const factorOf = Int32Array.from(factors.flatMap((factor, f) => factor.items.map(() => f)));
  return { factors: names, items, factorOf, markers: Int32Array.from(names, (_, f) => factorOf.indexOf(f)) };
}

/** Σ = ΛΦΛ′ + Ψ with one factor an item. */
export interface MeasurementValues {
  readonly loadings: Float64Array;
  readonly uniquenesses: Float64Array;
  /** Factors × factors. */
  readonly factorCovariances: Matrix;
}

export type MeasurementParameter =
  | { readonly kind: "loading"; readonly item: number }
  | { readonly kind: "uniqueness"; readonly item: number }
  | { readonly kind: "factor-covariance"; readonly first: number; readonly second: number };

export function impliedBy({ factorOf }: MeasurementLayout, values: MeasurementValues): Matrix {
  const { loadings, uniquenesses, factorCovariances } = values;
  const size = loadings.length;
  const k = factorCovariances.columns;
  const implied = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const between = factorCovariances.values[factorOf[i] * k + factorOf[j]];
      implied.values[i * size + j] = loadings[i] * loadings[j] * between + (i === j ? uniquenesses[i] : 0);
    }
  }
  return implied;
}

/** ∂Σ/∂θ = x y′ + y x′, which holds for every parameter of such a model. */
export interface Direction {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function directionOf(
  { factorOf }: MeasurementLayout,
  { loadings, factorCovariances }: MeasurementValues,
  parameter: MeasurementParameter,
): Direction {
  const size = loadings.length;
  const k = factorCovariances.columns;
  const unit = (item: number, height: number) => {
    const vector = new Float64Array(size);
    vector[item] = height;
    return vector;
  };
  const own = (factor: number, height: number) =>
    loadings.map((loading, item) => (factorOf[item] === factor ? height * loading : 0));
  if (parameter.kind === "loading") {
    const from = factorOf[parameter.item] * k;
    const y = loadings.map((loading, item) => loading * factorCovariances.values[from + factorOf[item]]);
    return { x: unit(parameter.item, 1), y };
  }
  if (parameter.kind === "uniqueness") return { x: unit(parameter.item, 1), y: unit(parameter.item, 0.5) };
  const { first, second } = parameter;
  return { x: own(first, 1), y: own(second, first === second ? 0.5 : 1) };
}
