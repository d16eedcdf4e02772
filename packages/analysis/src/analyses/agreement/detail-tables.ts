import { cohensKappa } from "@manyi/statistics/agreement/cohens-kappa";
import { fleissKappa } from "@manyi/statistics/agreement/fleiss-kappa";
import { ratingPairs } from "@manyi/statistics/agreement/rating-pairs";
import type { AnalysisTable } from "../../results/analyses.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { isHidden } from "../result/estimate-cell.ts";
import { terms } from "../words/terms.ts";
import { type Asked, agreementWeights } from "./coefficient-table.ts";
import { choices, type RatedCases } from "./rated-cases.ts";
import { agreementTerms as own, agreementWords as words } from "./words.ts";

const mostCategories = 12;
const mostPairs = 30;

/** Who said what: the categories of two raters against each other. Null where there are too many to read. */
export function confusionTable({ raters, categories, places }: RatedCases): AnalysisTable | null {
  if (raters.length !== 2 || categories.length > mostCategories) return null;
  const { counts } = ratingPairs(places[0], places[1], categories.length);
  return {
    caption: words.confusion(raters[0], raters[1]),
    n: counts.reduce((sum, count) => sum + count, 0),
    columns: [
      nameColumn(own.category),
      ...categories.map(({ code, label: heading }) => numberColumn({ code, heading })),
    ],
    rows: categories.map((category, i) =>
      row(label(category.label), ...categories.map((_, j) => number(counts[i * categories.length + j], "count"))),
    ),
    notes: [words.confusionNote],
  };
}

/** Of several raters, each two; null for two alone. */
export function pairTable(cases: RatedCases, { measure, confidence, minimum }: Asked): AnalysisTable | null {
  const { raters, places, categories, weights } = cases;
  if (raters.length < 3) return null;
  const pairs = raters.flatMap((second, j) =>
    raters.slice(0, j).map((first, i) => {
      const table = ratingPairs(places[i], places[j], categories.length, weights);
      return { name: words.pairOf(first, second), kappa: cohensKappa(table, agreementWeights[measure], confidence) };
    }),
  );
  const value = ({ kappa }: (typeof pairs)[number]) => (kappa.kind === "estimated" ? kappa.value : 2);
  const left = pairs.length - mostPairs;
  return {
    caption: words.pairs,
    n: null,
    columns: [nameColumn(own.raters), ...[own.kappa, terms.n].map(numberColumn)],
    rows: pairs
      .toSorted((a, b) => value(a) - value(b))
      .slice(0, mostPairs)
      .map(({ name, kappa }) => {
        if (isHidden(kappa.n, minimum)) return row(label(name), none("too-few"), none("too-few"));
        const cell =
          kappa.kind === "estimated" ? estimate(kappa.value, kappa.interval, "coefficient") : none(kappa.kind);
        return row(label(name), cell, number(kappa.n, "count"));
      }),
    notes: [words.pairsNote, ...(left > 0 ? [words.leftOut(mostPairs, left)] : [])],
  };
}

/** Which category is judged alike; null where Fleiss' κ cannot be had. */
export function categoryTable(cases: RatedCases, { confidence, minimum }: Asked): AnalysisTable | null {
  const { raters, categories, weights } = cases;
  if (raters.length < 3 || categories.length > 2 * mostCategories) return null;
  const kappa = fleissKappa(choices(cases, "all-raters"), weights, confidence);
  if (kappa.kind !== "estimated" || isHidden(kappa.n, minimum)) return null;
  return {
    caption: words.byCategory,
    n: kappa.n,
    columns: [nameColumn(own.category), numberColumn(own.kappa)],
    rows: categories.map((category, j) => {
      const value = kappa.byCategory[j];
      return row(label(category.label), value === null ? none("no-variation") : number(value, "coefficient"));
    }),
    notes: [words.byCategoryNote],
  };
}
