/** Scores this close together are tied: what differs is rounding. */
const tied = 1e-12;

/** People with each outcome at each score that occurs, lowest score first. */
export interface ScoreLevels {
  readonly ones: readonly number[];
  readonly zeros: readonly number[];
}

export function scoreLevels(scores: Float64Array, outcome: Float64Array, counts: Float64Array): ScoreLevels {
  const order = Int32Array.from(scores.keys()).sort((a, b) => scores[a] - scores[b]);
  const ones: number[] = [];
  const zeros: number[] = [];
  for (let start = 0, end = 0; start < order.length; start = end) {
    let [onesHere, zerosHere] = [0, 0];
    while (end < order.length && scores[order[end]] - scores[order[start]] <= tied) {
      if (outcome[order[end]] === 1) onesHere += counts[order[end]];
      else zerosHere += counts[order[end]];
      end += 1;
    }
    ones.push(onesHere);
    zeros.push(zerosHere);
  }
  return { ones, zeros };
}

/**
 * Area under the ROC curve: the chance that of a 1 and a 0 drawn at random the 1 has the higher score, ties half.
 * @param scores one a row
 * @param outcome 0 or 1; there is at least one of each
 * @param counts people a row stands for
 * Source: Hanley & McNeil 1982 (Mann and Whitney's U over all pairs)
 */
export function areaUnderCurve(scores: Float64Array, outcome: Float64Array, counts: Float64Array): number {
  const levels = scoreLevels(scores, outcome, counts);
  let [zerosBelow, ones, area] = [0, 0, 0];
  levels.ones.forEach((onesHere, level) => {
    const zerosHere = levels.zeros[level];
    area += onesHere * (zerosBelow + zerosHere / 2);
    zerosBelow += zerosHere;
    ones += onesHere;
  });
  return area / (ones * zerosBelow);
}
