/** Do the groups' models differ, more than chance would make them? */
import { measurementInvarianceOf } from "@manyi/statistics/path-model/comparison/measurement-invariance";
import { comparedBootstraps } from "@manyi/statistics/path-model/comparison/parametric-comparison";
import { permutationTestOf } from "@manyi/statistics/path-model/comparison/permutation-test";
import { permutedGroupsAtOnce } from "@manyi/statistics/path-model/comparison/permuted-groups";
import type { PathSample } from "@manyi/statistics/path-model/path-sample";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { type AnalysedGroups, groupsToShow, readGroups } from "../reading/read-groups.ts";
import { caution } from "../result/outcomes.ts";
import { type Bilingual, bilingual, listed } from "../words/bilingual.ts";
import { type ComparedPair, differenceTable, invarianceTable } from "./comparison-tables.ts";
import { bootstrapOf, type FittedModel, schemeOf, seed } from "./fitted-model.ts";
import { pathWords as words } from "./words.ts";

/** Groups that are compared two by two without being named: six pairs. */
const mostGroups = 4;

/** Beyond so many respondents a pair gets fewer permutations. */
const [usualPermutations, leastPermutations, manyRespondents] = [1000, 200, 3000];

/** Level of the tests of invariance. */
const invarianceLevel = 0.05;

export function comparisonParts(
  fitted: FittedModel,
  context: AnalysisContext,
  analysis: AnalysisOf<"path-model">,
): readonly AnalysisPart[] {
  const { compareBy } = analysis;
  if (compareBy === undefined) return [];
  const groups = readGroups(context, compareBy);
  const { shown } = groupsToShow(groups, completeness(fitted.asked.sample));
  const wanted = shown.filter((g) => analysis.groups?.includes(groups.groups[g].code) ?? true);
  const isCut = wanted.length < (analysis.groups?.length ?? groups.groups.length);
  const by = bilingual(groups.label);
  if (wanted.length < 2 || wanted.length > mostGroups)
    return [caution(wanted.length < 2 ? words.nothingToCompare(by) : words.nameGroups(by, mostGroups))];
  const pairs = wanted.flatMap((first, i) =>
    wanted.slice(i + 1).map((second) => comparedPair(fitted, context, analysis, groups, [first, second])),
  );
  const compared = pairs.flatMap(({ pair }) => (pair === null ? [] : [pair]));
  const failed = pairs.flatMap(({ pair, names }) => (pair === null ? [both(names)] : []));
  return [
    ...compared.flatMap((pair) => [invarianceTable(fitted, pair), differenceTable(fitted, pair, compared)]),
    ...(failed.length === 0 ? [] : [caution(words.notCompared(listed(failed)))]),
    ...(isCut ? [caution(words.hiddenGroups)] : []),
  ];
}

/** 0 for who answered every item, NaN for who did not: only the former are in a model. */
function completeness({ columns, caseWeights }: PathSample): Float64Array {
  return columns[0].map((_, row) =>
    columns.some((column) => Number.isNaN(column[row])) || caseWeights?.[row] === 0 ? Number.NaN : 0,
  );
}

function sampleOf(
  { variables, columns, caseWeights }: PathSample,
  { rows }: AnalysedGroups,
  group: number,
): PathSample {
  const isIn = (_: number, row: number) => rows.codes[row] === group;
  return {
    variables,
    columns: columns.map((column) => column.filter(isIn)),
    caseWeights: caseWeights?.filter(isIn) ?? null,
  };
}

function comparedPair(
  { asked, fit }: FittedModel,
  { plan }: AnalysisContext,
  analysis: AnalysisOf<"path-model">,
  groups: AnalysedGroups,
  places: readonly [number, number],
): { readonly names: readonly [Bilingual, Bilingual]; readonly pair: ComparedPair | null } {
  const [a, b] = places;
  const names = [bilingual(groups.groups[a].label), bilingual(groups.groups[b].label)] as const;
  const samples = [sampleOf(asked.sample, groups, a), sampleOf(asked.sample, groups, b)] as const;
  const rows = samples[0].columns[0].length + samples[1].columns[0].length;
  const permutations = Math.max(
    leastPermutations,
    Math.round(usualPermutations * Math.min(1, manyRespondents / Math.max(1, rows))),
  );
  const permuted = permutedGroupsAtOnce(samples, fit.model, schemeOf(analysis), { permutations, seed });
  const bootstraps = samples.map((sample) => bootstrapOf(asked, sample, analysis, plan.confidence));
  const [first, second] = bootstraps;
  if (permuted.kind !== "pooled" || first.kind !== "estimated" || second.kind !== "estimated")
    return { names, pair: null };
  return {
    names,
    pair: {
      names,
      n: [first.n, second.n],
      permutations,
      invariance: measurementInvarianceOf(permuted, invarianceLevel),
      permuted: permutationTestOf(permuted, asked.scales),
      parametric: comparedBootstraps(first, second, plan.confidence),
    },
  };
}

function both([first, second]: readonly [Bilingual, Bilingual]): Bilingual {
  return { zh: `${first.zh}与${second.zh}`, en: `${first.en} and ${second.en}` };
}
