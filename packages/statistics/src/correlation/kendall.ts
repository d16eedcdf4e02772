import { normalTwoSided } from "../distribution/normal.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { type CorrelationResult, linearisedCorrelation, pairsForCorrelation, withoutRounding } from "./correlation.ts";
import { pairedAnswers } from "./paired-answers.ts";
import { type RankLevels, rankLevels } from "./rank-levels.ts";

/**
 * Kendall's τ-b over the rows that have both answers: the surplus of pairs of respondents ordered alike, corrected for ties. With case
 * weights a pair counts with the product of its weights. O(n log n). The interval is linearised, so it holds with the many ties of
 * rating scales; the test without weights is z with the variance corrected for ties, as R's `cor.test(exact = FALSE)` makes it.
 * @param x, y NaN = no answer
 * @param weights one for each row, or null; a weight of 0 leaves the row out
 * @returns too-few-answers below four rows (or an effective n below four); no-variation if a column is constant
 * @throws RangeError if lengths differ, a weight is negative, or confidence is outside (0, 1)
 * Source: Kendall 1970, Rank Correlation Methods, 3–4; pairs counted with Fenwick's tree (1994). Golden values:
 * golden/second/expected/survey_correlations.json
 */
export function kendallCorrelation(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array | null,
  confidence: number,
): CorrelationResult {
  requireConfidence(confidence);
  const answers = pairedAnswers(x, y, weights);
  const { n, weight, effectiveN } = answers;
  if (n < pairsForCorrelation || effectiveN < pairsForCorrelation) return tooFewAnswers(n, pairsForCorrelation);
  const first = rankLevels(answers.x, answers.weights);
  const second = rankLevels(answers.y, answers.weights);
  if (first.levels < 2 || second.levels < 2) return { kind: "no-variation" };
  const surplus = surplusOfRows(first, second, answers.weights);
  const total = surplus.reduce((sum, each, row) => sum + answers.weights[row] * each, 0) / (weight * weight);
  const [untiedX, untiedY] = [untiedShare(first, weight), untiedShare(second, weight)];
  const scale = Math.sqrt(untiedX * untiedY);
  const value = withoutRounding(total / scale);
  const influences = surplus.map((each, row) => {
    const ownX = 1 - first.weightOfLevel[first.codes[row]] / weight;
    const ownY = 1 - second.weightOfLevel[second.codes[row]] / weight;
    return 2 * (each / weight / scale - (value / 2) * (ownX / untiedX + ownY / untiedY));
  });
  const linearised = linearisedCorrelation(value, influences, answers, confidence);
  const base = { kind: "estimated", value, n, weightedBase: weight, effectiveN } as const;
  if (weights !== null) return { ...base, ...linearised, method: "kendall/linearised" };
  const pairs = (total * n * n) / 2;
  const statistic = pairs / Math.sqrt(varianceOfSurplus(first.weightOfLevel, second.weightOfLevel, n));
  const pValue = normalTwoSided(statistic);
  return { ...base, ...linearised, statistic, degreesOfFreedom: null, pValue, method: "kendall/z" };
}

/** Share of pairs, a row with itself included, that differ on the variable. */
function untiedShare({ weightOfLevel }: RankLevels, weight: number): number {
  return 1 - weightOfLevel.reduce((sum, each) => sum + (each / weight) ** 2, 0);
}

/** For each row the weight of the rows ordered alike with it, less that of the rows ordered oppositely. */
function surplusOfRows(first: RankLevels, second: RankLevels, weights: Float64Array): Float64Array {
  const order = rowsByLevel(first);
  const surplus = new Float64Array(weights.length);
  for (const direction of [1, -1]) {
    const tree = new Float64Array(second.levels + 1);
    const sequence = direction === 1 ? order : order.toReversed();
    let seen = 0;
    for (let start = 0; start < sequence.length; ) {
      let end = start;
      while (end < sequence.length && first.codes[sequence[end]] === first.codes[sequence[start]]) end += 1;
      for (let place = start; place < end; place++) {
        const row = sequence[place];
        const level = second.codes[row];
        const higher = seen - sumBelow(tree, level + 1);
        surplus[row] += direction * (sumBelow(tree, level) - higher);
      }
      for (let place = start; place < end; place++) {
        addAt(tree, second.codes[sequence[place]], weights[sequence[place]]);
        seen += weights[sequence[place]];
      }
      start = end;
    }
  }
  return surplus;
}

function rowsByLevel({ codes, levels }: RankLevels): Int32Array {
  const next = new Int32Array(levels + 1);
  for (const code of codes) next[code + 1] += 1;
  for (let level = 0; level < levels; level++) next[level + 1] += next[level];
  const order = new Int32Array(codes.length);
  codes.forEach((code, row) => {
    order[next[code]++] = row;
  });
  return order;
}

/** Fenwick's tree: sums over the levels below a level, and additions, each in O(log levels). */
function sumBelow(tree: Float64Array, level: number): number {
  let sum = 0;
  for (let node = level; node > 0; node &= node - 1) sum += tree[node];
  return sum;
}

function addAt(tree: Float64Array, level: number, amount: number): void {
  for (let node = level + 1; node < tree.length; node += node & -node) tree[node] += amount;
}

/** Of (pairs ordered alike) − (pairs ordered oppositely) where the variables are independent, given the ties. Kendall 1970, 4.5. */
function varianceOfSurplus(tiesX: Float64Array, tiesY: Float64Array, n: number): number {
  const sum = (ties: Float64Array, term: (t: number) => number) => ties.reduce((total, t) => total + term(t), 0);
  const triples = (t: number) => t * (t - 1) * (2 * t + 5);
  const doubles = (t: number) => t * (t - 1);
  const thirds = (t: number) => t * (t - 1) * (t - 2);
  return (
    (triples(n) - sum(tiesX, triples) - sum(tiesY, triples)) / 18 +
    (sum(tiesX, doubles) * sum(tiesY, doubles)) / (2 * doubles(n)) +
    (sum(tiesX, thirds) * sum(tiesY, thirds)) / (9 * thirds(n))
  );
}
