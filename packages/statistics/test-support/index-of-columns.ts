import { type Grouping, indexMoments } from "../src/index/index-moments.ts";
import { type IndexEstimate, weightedIndex } from "../src/index/weighted-index.ts";

/** The index of everybody, or of each group, straight from columns. */
export function indexOfColumns(
  items: readonly Float64Array[],
  weights: readonly number[],
  caseWeights: Float64Array | null,
  groups: Grouping | null,
  confidence: number,
): readonly IndexEstimate[] {
  const everybody = { codes: new Uint8Array(items[0]?.length ?? 0), count: 1 };
  const weighting = caseWeights === null ? "none" : "case-weights";
  return indexMoments(items, caseWeights, groups ?? everybody).map((moments) =>
    weightedIndex(moments, weights, weighting, confidence),
  );
}
