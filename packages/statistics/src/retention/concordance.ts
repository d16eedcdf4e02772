import type { SortedDurations } from "./durations.ts";
import { endOfTie } from "./durations.ts";

/** Predictors this close, of a spread of about 1, are tied: what differs is rounding. */
const tied = 1e-11;

/**
 * Harrell's concordance: over all pairs of which it is known who left first, the share in which that one has the higher predictor;
 * ties of the predictor count half. Two who left at one time are no pair; one who left and one censored at that time are. A pair
 * weighs the product of its weights. In n log n steps.
 * @returns 0.5 where there is no pair
 * Source: Harrell, Lee & Mark 1996, Statistics in Medicine 15; R's `survival::concordance`.
 * Golden values: golden/second/expected/survey_survival.json (cox_concordance)
 */
export function concordance({ times, ended, weights }: SortedDurations, predictor: Float64Array): number {
  const { ranks, count } = ranksOf(predictor);
  // Sums of weights by rank, as a binary indexed tree (Fenwick 1994), of all who stay longer.
  const tree = new Float64Array(count + 1);
  let total = 0;
  const add = (k: number) => {
    total += weights[k];
    for (let at = ranks[k] + 1; at <= count; at += at & -at) tree[at] += weights[k];
  };
  const sumBelow = (rank: number) => {
    let sum = 0;
    for (let at = rank; at > 0; at -= at & -at) sum += tree[at];
    return sum;
  };
  let [concordant, pairs] = [0, 0];
  const starts: number[] = [];
  for (let start = 0; start < times.length; start = endOfTie(times, start)) starts.push(start);
  let end = times.length;
  for (const start of starts.reverse()) {
    for (let k = start; k < end; k++) if (ended[k] === 0) add(k);
    for (let k = start; k < end; k++) {
      if (ended[k] === 0) continue;
      const below = sumBelow(ranks[k]);
      const same = sumBelow(ranks[k] + 1) - below;
      concordant += weights[k] * (below + same / 2);
      pairs += weights[k] * total;
    }
    for (let k = start; k < end; k++) if (ended[k] === 1) add(k);
    end = start;
  }
  return pairs > 0 ? concordant / pairs : 0.5;
}

function ranksOf(predictor: Float64Array): { readonly ranks: Int32Array; readonly count: number } {
  const order = Int32Array.from(predictor.keys()).sort((a, b) => predictor[a] - predictor[b]);
  const ranks = new Int32Array(predictor.length);
  let rank = 0;
  for (let place = 1; place < order.length; place++) {
    if (predictor[order[place]] - predictor[order[place - 1]] > tied) rank += 1;
    ranks[order[place]] = rank;
  }
  return { ranks, count: rank + 1 };
}
