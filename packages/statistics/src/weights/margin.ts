/** Known numbers of the population by the categories of one variable: region, age band, segment. */
export interface Margin {
  readonly name: string;
  /** Category of each row; −1 = not known. */
  readonly codes: Int32Array;
  /** Population of each category. All margins of one population add up to the same total. */
  readonly targets: Float64Array;
}

/** The margins speak of different populations: no weights can meet them all. */
export interface MarginsDisagree {
  readonly kind: "margins-disagree";
  readonly totals: readonly { readonly margin: string; readonly total: number }[];
}

/** The population has such people, but nobody with a weight is among the respondents: merge the category with another. */
export interface EmptyCategory {
  readonly kind: "empty-category";
  readonly margin: string;
  readonly category: number;
}

/** There are respondents whom the population does not have: one of the two is wrong. */
export interface CategoryWithoutPopulation {
  readonly kind: "category-without-population";
  readonly margin: string;
  readonly category: number;
  readonly n: number;
}

/** Rows with a weight whose category is not known. */
export interface UnknownCategory {
  readonly kind: "unknown-category";
  readonly margin: string;
  readonly n: number;
}

export type MarginProblem = MarginsDisagree | EmptyCategory | CategoryWithoutPopulation | UnknownCategory;

/** Totals that differ by less than this, relatively, are one total: published shares are rounded. */
const sameTotal = 1e-9;

/**
 * What stands in the way of meeting the margins, or null.
 * @throws RangeError if lengths differ, a weight or target is negative or not finite, a code has no target, or there is no margin
 */
export function marginProblem(weights: Float64Array, margins: readonly Margin[]): MarginProblem | null {
  if (margins.length === 0) throw new RangeError("at least one margin is needed");
  requireWeights(weights);
  for (const margin of margins) requireMargin(margin, weights.length);
  const totals = margins.map(({ name, targets }) => ({
    margin: name,
    total: targets.reduce((sum, each) => sum + each, 0),
  }));
  const highest = Math.max(...totals.map(({ total }) => total));
  const lowest = Math.min(...totals.map(({ total }) => total));
  if (highest - lowest > sameTotal * highest) return { kind: "margins-disagree", totals };
  for (const margin of margins) {
    const problem = categoryProblem(weights, margin);
    if (problem !== null) return problem;
  }
  return null;
}

/** @throws RangeError if a weight is negative or not finite */
export function requireWeights(weights: Float64Array): void {
  for (let row = 0; row < weights.length; row++) {
    const isWeight = weights[row] >= 0 && weights[row] < Number.POSITIVE_INFINITY;
    if (!isWeight) throw new RangeError(`weight ${weights[row]} in row ${row}`);
  }
}

function categoryProblem(weights: Float64Array, { name, codes, targets }: Margin): MarginProblem | null {
  const counts = new Float64Array(targets.length);
  let unknown = 0;
  for (let row = 0; row < codes.length; row++) {
    if (weights[row] === 0) continue;
    if (codes[row] < 0) unknown += 1;
    else counts[codes[row]] += 1;
  }
  if (unknown > 0) return { kind: "unknown-category", margin: name, n: unknown };
  for (let category = 0; category < targets.length; category++) {
    const n = counts[category];
    if (n === 0 && targets[category] > 0) return { kind: "empty-category", margin: name, category };
    if (n > 0 && targets[category] === 0) return { kind: "category-without-population", margin: name, category, n };
  }
  return null;
}

function requireMargin({ name, codes, targets }: Margin, rows: number): void {
  if (codes.length !== rows) throw new RangeError(`${name}: one category for each row is needed`);
  for (let row = 0; row < rows; row++) {
    if (codes[row] < -1 || codes[row] >= targets.length) throw new RangeError(`${name}: category ${codes[row]}`);
  }
  for (const target of targets) {
    if (!(target >= 0 && target < Number.POSITIVE_INFINITY)) throw new RangeError(`${name}: target ${target}`);
  }
  if (!targets.some((target) => target > 0)) throw new RangeError(`${name}: no population at all`);
}
