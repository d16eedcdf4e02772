/** The judgements: for each rater the category of each case. */
import { codedColumn } from "@manyi/dataset/columns/column";
import { columns } from "@manyi/dataset/query/columns";
import { type Matrix, zeroMatrix } from "@manyi/statistics/linear-algebra/matrix";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";
import { labelOf, ratingOf } from "../reading/read-columns.ts";

export interface RatedCases {
  readonly raters: readonly LocalText[];
  readonly categories: readonly { readonly code: string; readonly label: LocalText }[];
  /** One column a rater: place of the category, −1 = not rated. */
  readonly places: readonly Int32Array[];
  /** Scale values, NaN = not rated; null where the categories have no order. */
  readonly ratings: readonly Float64Array[] | null;
  readonly weights: Float64Array | null;
  /** Cases with two judgements or more. */
  readonly n: number;
}

/** Codes found in the data may stand in another order in each column: categories go by their code. */
export function ratedCases({ plan, filter, weight, ...rest }: AnalysisContext, names: readonly string[]): RatedCases {
  const context = { plan, filter, weight, ...rest };
  const books = names.map((name) => codedColumn(plan.dataset, name).answers);
  const categories = [...new Map(books.flat().map(({ code, label }) => [code, { code, label }])).values()];
  const placeOf = new Map(categories.map(({ code }, place) => [code, place]));
  const coded = names.map((column, i) => ({ column, values: books[i].map(({ code }) => placeOf.get(code) ?? -1) }));
  const read = columns(plan.dataset, coded, filter, weight);
  const isLeftOut = (row: number) => read.weights !== null && read.weights[row] === 0;
  const places = read.variables.map((values) =>
    Int32Array.from(values, (value, row) => (Number.isNaN(value) || isLeftOut(row) ? -1 : value)),
  );
  const isRating = names.every((name) => ratingOf(context, name) !== null);
  const values = categories.map(({ code }) => books.flat().find((answer) => answer.code === code)?.value ?? 0);
  return {
    raters: names.map((name) => labelOf(context, name)),
    categories,
    places,
    ratings: isRating
      ? places.map((own) => Float64Array.from(own, (place) => (place < 0 ? Number.NaN : values[place])))
      : null,
    weights: read.weights,
    n: Array.from({ length: read.rows }, (_, row) => row).filter(
      (row) => places.filter((own) => own[row] >= 0).length > 1,
    ).length,
  };
}

/** Cases × categories: how many raters chose it. @param wanted places of raters whose judgements all of a case must have; others are left out */
export function choices({ places, categories }: RatedCases, wanted: "all-raters" | "any-two"): Matrix {
  const rows = places[0].length;
  const counts = zeroMatrix(rows, categories.length);
  for (let row = 0; row < rows; row++) {
    const given = places.flatMap((own) => (own[row] < 0 ? [] : [own[row]]));
    if (given.length < (wanted === "all-raters" ? places.length : 2)) continue;
    for (const place of given) counts.values[row * categories.length + place] += 1;
  }
  return counts;
}
