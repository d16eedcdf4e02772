import type { AnalysisTable } from "../../results/analyses.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import type { FittedWeights } from "./fitted-weights.ts";
import { weightsTerms as own, weightsWords as words } from "./words.ts";

/** Each category's part of the sample before and after, beside that of the population. */
export function makeupTable(fitted: FittedWeights): AnalysisTable {
  const { margins, counts, base, adjusted, trimmed } = fitted;
  const sets = [counts, base, adjusted, ...(trimmed === null ? [] : [trimmed])];
  return {
    caption: words.makeup,
    n: null,
    columns: [
      nameColumn(own.category),
      ...[terms.n, own.unweighted, own.before, own.target, own.after, ...(trimmed === null ? [] : [own.trimmed])].map(
        numberColumn,
      ),
    ],
    rows: margins.flatMap(({ label: name, categories, margin }) => {
      const sums = sets.map((weights) => sharesOf(weights, margin.codes, categories.length));
      const people = countsOf(counts, margin.codes, categories.length);
      return categories.map((category, c) => {
        const target = number(margin.targets[c], "share");
        const [unweighted, before, ...after] = sums.map((shares) => shares[c]);
        const text = label(margins.length === 1 ? category.label : named(name, category.label));
        if (category.hidden !== null) {
          const because = none(category.hidden);
          return row(text, because, because, because, target, ...after.map(() => because));
        }
        return row(
          text,
          number(people[c], "count"),
          number(unweighted, "share"),
          number(before, "share"),
          target,
          ...after.map((share) => number(share, "share")),
        );
      });
    }),
    notes: [],
  };
}

function named(margin: { zh?: string; en?: string }, category: { zh: string; en: string }) {
  return { zh: `${margin.zh ?? margin.en}：${category.zh}`, en: `${margin.en ?? margin.zh}: ${category.en}` };
}

function countsOf(weights: Float64Array, codes: Int32Array, count: number): Float64Array {
  const people = new Float64Array(count);
  for (let i = 0; i < codes.length; i++) if (codes[i] !== -1 && weights[i] > 0) people[codes[i]] += 1;
  return people;
}

function sharesOf(weights: Float64Array, codes: Int32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < codes.length; i++) if (codes[i] !== -1) sums[codes[i]] += weights[i];
  const total = sums.reduce((a, b) => a + b, 0);
  return total > 0 ? sums.map((sum) => sum / total) : sums;
}
