/** Weights of the items from judgements in pairs of indicators or dimensions. */
import { type EigenvectorWeights, eigenvectorWeights } from "@manyi/statistics/index/ahp/eigenvector-weights";
import { matrixOfRows } from "@manyi/statistics/linear-algebra/matrix";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { Indicator } from "@manyi/study/definition/indicator";
import { leavesOf } from "@manyi/study/definition/indicator-leaves";
import { fixed } from "../../format/number.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { label, nameColumn, number, numberColumn, row } from "../result/cells.ts";
import { caution, tablePart } from "../result/outcomes.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";
import type { Weighting } from "./weightings.ts";
import { indexTerms as own, indexWords as words } from "./words.ts";

export interface JudgedWeights {
  /** Null where the judgements say two things of one pair. */
  readonly weighting: Weighting | null;
  readonly parts: readonly AnalysisPart[];
}

export function judgedWeights(
  { plan }: AnalysisContext,
  { criteria, matrix }: NonNullable<AnalysisOf<"index">["ahp"]>,
): JudgedWeights {
  const nodes = nodesOf(plan.definition.indicators ?? []);
  const judged = criteria.flatMap((code) => nodes.find((node) => node.code === code) ?? []);
  const found = eigenvectorWeights(matrixOfRows(matrix));
  if (found.kind !== "weights") {
    const pairs = found.pairs.map(({ row: i, column: j }) => pairName(judged[i], judged[j]));
    const list = { zh: pairs.map(({ zh }) => zh).join("、"), en: pairs.map(({ en }) => en).join(", ") };
    return { weighting: null, parts: [caution(words.notReciprocal(list))] };
  }
  const weightOf = new Map(judged.flatMap((node, i) => sharedByLeaves(node, found.weights[i])));
  const weights = plan.index.map(({ leaf }) => weightOf.get(leaf.question) ?? 0);
  return {
    weighting: { code: "ahp", name: words.ahp, weights, dropped: [], n: null, origin: "given" },
    parts: ahpParts(judged, found),
  };
}

function ahpParts(judged: readonly Indicator[], found: EigenvectorWeights): readonly AnalysisPart[] {
  const ratio = found.consistencyRatio === null ? "—" : fixed(found.consistencyRatio, 3);
  return [
    tablePart({
      caption: words.ahpTable,
      n: null,
      columns: [nameColumn(own.criterion), numberColumn(own.weight)],
      rows: judged.map((node, i) => row(label(node.label), number(found.weights[i], "share"))),
      notes: [words.ahpNote(fixed(found.lambdaMax, 3), ratio)],
    }),
    ...(found.verdict === "inconsistent" ? [caution(words.inconsistent(ratio))] : []),
  ];
}

function sharedByLeaves(node: Indicator, weight: number): readonly (readonly [string, number])[] {
  const leaves = leavesOf([node]);
  return leaves.map(({ question }) => [question, weight / leaves.length]);
}

function pairName(first: Indicator, second: Indicator): Bilingual {
  const [a, b] = [bilingual(first.label), bilingual(second.label)];
  return { zh: `${a.zh}与${b.zh}`, en: `${a.en} and ${b.en}` };
}

function nodesOf(indicators: readonly Indicator[]): readonly Indicator[] {
  return indicators.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);
}
