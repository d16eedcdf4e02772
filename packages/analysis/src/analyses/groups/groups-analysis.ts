/** Do groups differ, and which? By means, by ranks, or as two answers of the same people. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { readGroups } from "../reading/read-groups.ts";
import { compareGroups } from "./compare-groups.ts";
import { comparePairs } from "./compare-pairs.ts";
import type { Comparator } from "./comparison.ts";
import { clusteredMeansComparator, weightedMeansComparator } from "./design-means.ts";
import { clusteredRanks, weightedRanks } from "./design-ranks.ts";
import { plainMeans } from "./plain-means.ts";
import { plainRanks } from "./plain-ranks.ts";
import { groupsWords as words } from "./words.ts";

type Sampling = "plain" | "weighted" | "clustered";

const comparators: Readonly<Record<"means" | "ranks", Readonly<Record<Sampling, Comparator>>>> = {
  means: { plain: plainMeans, weighted: weightedMeansComparator, clustered: clusteredMeansComparator },
  ranks: { plain: plainRanks, weighted: weightedRanks, clustered: clusteredRanks },
};

export function groupsAnalysis(context: AnalysisContext, analysis: AnalysisOf<"groups">): FamilyAnswer {
  const { test = "means", by, clusters } = analysis;
  const isWeighted = context.weight !== null;
  if (test === "paired" || by === undefined) {
    const method = words.pairedMethod(isWeighted ? "weighted" : "plain");
    return { title: words.pairedTitle, method, outcome: comparePairs(context, analysis) };
  }
  const groups = readGroups(context, by);
  const sampling = clusters !== undefined ? "clustered" : isWeighted ? "weighted" : "plain";
  return {
    title: words.title(groups.label),
    method: words.methods[test][sampling],
    outcome: compareGroups(context, analysis, groups, comparators[test][sampling]),
  };
}
