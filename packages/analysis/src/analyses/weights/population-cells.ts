/** The known makeup of the population, beside the respondents that it is about. */
import { codedColumn } from "@manyi/dataset/columns/column";
import type { Margin } from "@manyi/statistics/weights/margin";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import { hiddenGroups, type KnownTotal } from "../../compare/shown-groups.ts";
import type { HiddenBecause } from "../../results/figure.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { codeLabels, placesOf } from "../reading/read-codes.ts";
import { answeredValues, labelOf } from "../reading/read-columns.ts";
import { readGroups } from "../reading/read-groups.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";

export interface PopulationMargin {
  readonly label: LocalText;
  readonly categories: readonly {
    readonly label: Bilingual;
    /** Why its respondents may not be shown; null where they may. */
    readonly hidden: HiddenBecause | null;
  }[];
  readonly margin: Margin;
  /** Answers that respondents gave and the population does not know. */
  readonly strangers: readonly Bilingual[];
}

/** Targets are shares, per cents or counts; they are taken as shares of one population. */
export function populationMargins(
  context: AnalysisContext,
  { margins = [], crossed }: Pick<AnalysisOf<"weights">, "margins" | "crossed">,
): readonly PopulationMargin[] {
  if (crossed !== undefined) return [crossedMargin(context, crossed)];
  return margins.map(({ column, targets }) => {
    const codes = Object.keys(targets);
    const places = placesOf(
      context,
      column,
      codes.map((code) => [code]),
    );
    const { groups } = readGroups(context, column);
    const own = hiddenBySize(context, places, codes.length);
    const name = bilingual(labelOf(context, column));
    const labels = codeLabels(context, column, codes);
    return {
      label: name,
      categories: codes.map((code, c) => ({
        label: bilingual(labels[c]),
        hidden: groups.find((group) => group.code === code)?.hidden ?? own[c],
      })),
      margin: { name: column, codes: places, targets: shares(codes.map((code) => targets[code])) },
      strangers: groups.filter(({ code }) => !codes.includes(code)).map((group) => bilingual(group.label)),
    };
  });
}

/** Each margin as shares: the same population, however its numbers are given. */
function shares(targets: readonly number[]): Float64Array {
  const total = targets.reduce((sum, target) => sum + target, 0);
  return Float64Array.from(targets, (target) => (total > 0 ? target / total : 0));
}

function crossedMargin(
  context: AnalysisContext,
  { columns, cells }: NonNullable<AnalysisOf<"weights">["crossed"]>,
): PopulationMargin {
  const places = columns.map((column) =>
    placesOf(
      context,
      column,
      codedColumn(context.plan.dataset, column).answers.map(({ code }) => [code]),
    ),
  );
  const answers = columns.map((column) => codedColumn(context.plan.dataset, column).answers);
  const keyOf = (codes: readonly string[]) => JSON.stringify(codes);
  const cellOf = new Map(cells.map(({ codes }, i) => [keyOf(codes), i]));
  const strangers = new Map<string, Bilingual>();
  const rows = places[0].length;
  const found = Int32Array.from({ length: rows }, (_, row) => {
    if (places.some((each) => each[row] === -1)) return -1;
    const given = places.map((each, c) => answers[c][each[row]]);
    const key = keyOf(given.map(({ code }) => code));
    const cell = cellOf.get(key);
    if (cell === undefined) strangers.set(key, joined(given.map((answer) => answer.label)));
    return cell ?? -1;
  });
  const totals = columns.flatMap((_, c) =>
    [...new Set(cells.map(({ codes }) => codes[c]))].map((code) => ({
      groups: cells.flatMap((cell, i) => (cell.codes[c] === code ? [i] : [])),
      others: 0,
    })),
  );
  const hidden = hiddenBySize(context, found, cells.length, totals);
  return {
    label: joined(columns.map((column) => labelOf(context, column))),
    categories: cells.map(({ codes }, i) => ({
      label: joined(codes.map((code, c) => codeLabels(context, columns[c] ?? columns[0], [code])[0])),
      hidden: hidden[i],
    })),
    margin: { name: columns.join(" × "), codes: found, targets: shares(cells.map(({ target }) => target)) },
    strangers: [...strangers.values()],
  };
}

/** By the people who count: respondents of weight 0 stand for nobody.
 *  @param places category of each respondent, −1 for none, @param totals besides that of everybody */
function hiddenBySize(
  context: AnalysisContext,
  places: Int32Array,
  count: number,
  totals: readonly KnownTotal[] = [],
): readonly (HiddenBecause | null)[] {
  const { weights } = answeredValues(context, []);
  const sizes = Array.from({ length: count }, () => 0);
  let others = 0;
  for (let i = 0; i < places.length; i++) {
    if (weights !== null && weights[i] === 0) continue;
    if (places[i] === -1) others++;
    else sizes[places[i]]++;
  }
  const everybody = { groups: sizes.map((_, i) => i), others };
  return hiddenGroups(sizes, context.plan.minimumGroup, [everybody, ...totals]);
}

function joined(labels: readonly LocalText[]): Bilingual {
  const both = labels.map(bilingual);
  return { zh: both.map(({ zh }) => zh).join(" × "), en: both.map(({ en }) => en).join(" × ") };
}
