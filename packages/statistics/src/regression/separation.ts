/**
 * Whether a likelihood has its maximum at infinity. A model of choices does if some direction d of its coefficients lowers no row's
 * chance of what was chosen and raises one's: z′d ≥ 0 for every margin z, > 0 for one (complete or quasi-complete separation). Whether
 * there is one is decided, not guessed from large coefficients: there is none exactly where the margins, each with a factor above 0,
 * can add up to 0 (Stiemke), that is where Σz + cone(z) reaches 0. Where it does not, its point nearest to 0 is such a direction.
 * Source: Albert & Anderson 1984, Biometrika 71; Konis 2007 (by linear programme; R's detectseparation).
 */
import type { SeparatedOutcome, SingularPredictors } from "../design-variance/regression-problem.ts";
import { apartFromOrigin, norm } from "../linear-algebra/cone-distance.ts";

/** The margins of a model, by what is asked of them. */
export interface Margins {
  /** Places of each predictor's coefficients; those of no predictor, as intercepts, are never left out. */
  readonly predictors: readonly (readonly number[])[];
  /** Σz and Σ|z|. */
  readonly sum: Float64Array;
  readonly scale: number;
  /** The margin that lies furthest against a direction. */
  readonly lowest: (direction: Float64Array) => Float64Array;
}

/**
 * @returns predictors that separate together and no longer do without any one of them; null where there is no separation. Where
 *   several sets separate, the one of earlier predictors
 */
export function separatingPredictors(margins: Margins): readonly number[] | null {
  const all = Array.from(margins.predictors.keys());
  if (!separates(margins, all)) return null;
  return all.reduceRight<readonly number[]>((kept, predictor) => {
    const fewer = kept.filter((each) => each !== predictor);
    return separates(margins, fewer) ? fewer : kept;
  }, all);
}

function separates({ predictors, sum, scale, lowest }: Margins, kept: readonly number[]): boolean {
  const left = predictors.filter((_, predictor) => !kept.includes(predictor)).flat();
  const masked = (vector: Float64Array) => {
    for (const place of left) vector[place] = 0;
    return vector;
  };
  return apartFromOrigin(masked(sum.slice()), scale, (direction) => masked(lowest(direction))) !== null;
}

/**
 * Whether the likelihood falls, in the end, in every direction that raises `functional`: then a likelihood limit of it exists on that
 * side (Farkas: −functional lies in the cone of margins).
 */
export function isBoundedAbove(functional: Float64Array, { lowest }: Margins): boolean {
  return apartFromOrigin(functional, norm(functional), lowest) === null;
}

/**
 * Margins of a multinomial logit, of which the logit of two answers is one: of the answer given over each of the others.
 * @param codes answers, 0 … levels − 1, one a row
 * @param counts people or weight a row; rows of none do not count
 * @param columns without the intercept. Coefficients: of each answer but 0 its intercept and its slopes
 */
export function choiceMargins(
  codes: ArrayLike<number>,
  levels: number,
  counts: Float64Array,
  columns: readonly Float64Array[],
): Margins {
  const width = columns.length + 1;
  const size = (levels - 1) * width;
  const rows = Int32Array.from(counts.keys()).filter((row) => counts[row] > 0);
  const addRow = (into: Float64Array, row: number, answer: number, sign: number) => {
    if (answer === 0) return;
    const first = (answer - 1) * width;
    into[first] += sign;
    for (let j = 1; j < width; j++) into[first + j] += sign * columns[j - 1][row];
  };
  const marginOf = (row: number, other: number) => {
    const margin = new Float64Array(size);
    addRow(margin, row, codes[row], 1);
    addRow(margin, row, other, -1);
    return margin;
  };
  const lengths = new Float64Array(counts.length);
  const sum = new Float64Array(size);
  for (const row of rows) {
    lengths[row] = Math.sqrt(columns.reduce((squares, column) => squares + column[row] ** 2, 1));
    for (let other = 0; other < levels; other++) {
      addRow(sum, row, codes[row], 1);
      addRow(sum, row, other, -1);
    }
  }
  const along = new Float64Array(levels);
  const lowest = (direction: Float64Array) => {
    let [least, leastRow, leastOther] = [Number.POSITIVE_INFINITY, rows[0], codes[rows[0]] === 0 ? 1 : 0];
    for (const row of rows) {
      for (let answer = 1; answer < levels; answer++) {
        const first = (answer - 1) * width;
        along[answer] = direction[first];
        for (let j = 1; j < width; j++) along[answer] += direction[first + j] * columns[j - 1][row];
      }
      for (let other = 0; other < levels; other++) {
        const margin = (along[codes[row]] - along[other]) / lengths[row];
        if (other !== codes[row] && margin < least) [least, leastRow, leastOther] = [margin, row, other];
      }
    }
    return marginOf(leastRow, leastOther);
  };
  const predictors = columns.map((_, j) => Array.from({ length: levels - 1 }, (_each, a) => a * width + j + 1));
  return { predictors, sum, scale: lengths.reduce((total, length) => total + levels * length, 0), lowest };
}

export function separatedBy(
  places: readonly number[],
  columns: readonly { readonly variable: string }[],
): SeparatedOutcome {
  return { kind: "separated", variables: places.map((place) => columns[place].variable) };
}

/** @param places of predictors, once for each of their coefficients; a negative one is of no predictor */
export function singularIn(
  places: readonly number[],
  columns: readonly { readonly variable: string }[],
): SingularPredictors {
  const own = new Set(places.filter((place) => place >= 0));
  return { kind: "singular", variables: [...own].map((place) => columns[place].variable) };
}
