/** Which items belong to which factor. */
import { product } from "@manyi/statistics/factors/product";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { labelOf } from "../reading/read-columns.ts";
import { label, nameColumn, none, number, numberColumn, row, type Term, totalRow } from "../result/cells.ts";
import { caution, reading, tablePart } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import type { Exploration } from "./exploration.ts";
import { factorTerms as own, factorWords as words } from "./words.ts";

/** Loadings below it are usually not read (Hair et al. 2019). */
const readable = 0.3;

/** From it on an item counts as one of the factor's own. */
const marking = 0.4;

interface ItemLoadings {
  readonly item: string;
  readonly loadings: readonly number[];
  readonly communality: number;
  /** Place of the factor it loads on most. */
  readonly leading: number;
}

/** The pattern, what each factor explains, and how factors go together. */
export function loadingParts(exploration: Exploration, context: AnalysisContext): readonly AnalysisPart[] {
  const { rotated, solution } = exploration;
  const factors = factorTerms(rotated.loadings.columns);
  const explained = explainedShares(exploration);
  const table = tablePart({
    caption: words.loadings,
    n: solution.n,
    columns: [nameColumn(terms.item), ...factors.map(numberColumn), numberColumn(own.communality)],
    rows: [
      ...itemLoadings(exploration).map(({ item, loadings, communality }) =>
        row(
          label(labelOf(context, item)),
          ...loadings.map((loading) => number(loading, "coefficient")),
          number(communality, "coefficient"),
        ),
      ),
      totalRow(
        label(words.explained),
        ...explained.map((share) => number(share, "share")),
        number(
          explained.reduce((sum, share) => sum + share, 0),
          "share",
        ),
      ),
    ],
    notes: [words.loadingsNote(readable), ...(rotated.correlations === null ? [] : [words.obliqueNote])],
  });
  return [table, correlationTable(exploration, factors)].filter((part) => part !== null);
}

function correlationTable({ rotated, solution }: Exploration, factors: readonly Term[]): AnalysisPart | null {
  const { correlations } = rotated;
  if (correlations === null || factors.length < 2) return null;
  return tablePart({
    caption: words.factorCorrelations,
    n: solution.n,
    columns: [nameColumn(own.factor), ...factors.map(numberColumn)],
    rows: factors.map(({ heading }, i) =>
      row(
        label(heading),
        ...factors.map((_, j) =>
          j > i ? none() : number(i === j ? 1 : correlations.values[i * factors.length + j], "coefficient"),
        ),
      ),
    ),
    notes: [],
  });
}

/** What each factor has of its own, and what keeps a reader from a mistake. */
export function factorRemarks(exploration: Exploration, context: AnalysisContext): readonly AnalysisPart[] {
  const { solution, isPolychoric, rotated } = exploration;
  const all = itemLoadings(exploration);
  const named = (items: readonly ItemLoadings[]) => listed(items.map(({ item }) => labelOf(context, item)));
  const groups = factorTerms(rotated.loadings.columns).flatMap(({ heading }, f) => {
    const members = all.filter(({ leading, loadings }) => leading === f && Math.abs(loadings[f]) >= marking);
    return members.length === 0 ? [] : [{ heading, members: named(members) }];
  });
  const weak = all.filter(({ loadings }) => loadings.every((loading) => Math.abs(loading) < readable));
  const crossing = all.filter(({ loadings }) => loadings.filter((loading) => Math.abs(loading) >= marking).length > 1);
  const improper = solution.improper.map((item) => labelOf(context, item));
  return [
    ...(groups.length === 0 ? [] : [reading(words.members(groups, marking))]),
    ...(weak.length === 0 ? [] : [caution(words.noFactor(named(weak), readable))]),
    ...(crossing.length === 0 ? [] : [caution(words.crossing(named(crossing)))]),
    ...(improper.length === 0 ? [] : [caution(words.improper(listed(improper)))]),
    ...(solution.effectiveN < 5 * solution.items.length || solution.effectiveN < 100
      ? [caution(words.fewRespondents(solution.n, solution.items.length))]
      : []),
    ...(isPolychoric ? [caution(words.polychoricCaution)] : []),
  ];
}

function factorTerms(count: number): readonly Term[] {
  return Array.from({ length: count }, (_, f) => ({
    code: `factor-${f + 1}`,
    heading: { zh: `因子 ${f + 1}`, en: `Factor ${f + 1}` },
  }));
}

/** Items by the factor they belong to, the strongest first. */
function itemLoadings({ solution, rotated }: Exploration): readonly ItemLoadings[] {
  const { columns, values } = rotated.loadings;
  return solution.items
    .map((item, i): ItemLoadings => {
      const loadings = Array.from(values.subarray(i * columns, (i + 1) * columns));
      const sizes = loadings.map(Math.abs);
      return {
        item,
        loadings,
        communality: 1 - solution.uniquenesses[i],
        leading: sizes.indexOf(Math.max(...sizes)),
      };
    })
    .toSorted((a, b) => a.leading - b.leading || Math.abs(b.loadings[b.leading]) - Math.abs(a.loadings[a.leading]));
}

/** Share of all items' variance that each factor explains; what correlated factors share is halved between them, so that they add up. */
function explainedShares({ rotated, solution }: Exploration): readonly number[] {
  const { loadings, correlations } = rotated;
  const structure = correlations === null ? loadings : product(loadings, correlations);
  return Array.from({ length: loadings.columns }, (_, f) => {
    let sum = 0;
    for (let i = 0; i < loadings.rows; i++)
      sum += loadings.values[i * loadings.columns + f] * structure.values[i * loadings.columns + f];
    return sum / solution.items.length;
  });
}
