import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { type BestWorstAnswers, type NeverShown, neverShown, weightedTasks } from "./best-worst-task.ts";

export interface BestWorstScore extends Estimated {
  readonly item: string;
  /** Times shown, chosen as best and as worst; unweighted. */
  readonly shown: number;
  readonly best: number;
  readonly worst: number;
}

export interface BestWorstScores {
  readonly kind: "estimated";
  /** In the order of the items. */
  readonly scores: readonly BestWorstScore[];
  readonly respondents: number;
  readonly tasks: number;
}

/**
 * Count score of each item: (times best − times worst)/times shown, −1 … 1. Standard errors by linearisation over respondents, whose
 * screens are not independent; t interval, kept within −1 … 1.
 * @returns too-few-answers below two respondents; never-shown by name
 * @throws RangeError if a task or weight cannot be, or confidence is outside (0, 1)
 * Source: Louviere, Flynn & Marley 2015, Best-Worst Scaling, 2
 */
export function bestWorstScores(
  answers: BestWorstAnswers,
  confidence: number,
): BestWorstScores | TooFewAnswers | NeverShown {
  requireConfidence(confidence);
  const { used, weightOf, respondents, weight, squaredWeight } = weightedTasks(answers);
  const count = respondents.length;
  if (count < 2) return tooFewAnswers(count, 2);
  const unseen = neverShown(answers.items, used);
  if (unseen.length > 0) return { kind: "never-shown", items: unseen };
  const placeOf = new Map(respondents.map((respondent, place) => [respondent, place]));
  const scores = answers.items.map((item, k): BestWorstScore => {
    const shown = new Float64Array(count);
    const net = new Float64Array(count);
    const times = { shown: 0, best: 0, worst: 0 };
    for (const task of used) {
      if (!task.items.includes(k)) continue;
      const place = placeOf.get(task.respondent) ?? 0;
      times.shown += 1;
      times.best += task.best === k ? 1 : 0;
      times.worst += task.worst === k ? 1 : 0;
      shown[place] += weightOf(task.respondent);
      net[place] += weightOf(task.respondent) * ((task.best === k ? 1 : 0) - (task.worst === k ? 1 : 0));
    }
    const total = shown.reduce((sum, each) => sum + each, 0);
    const value = net.reduce((sum, each) => sum + each, 0) / total;
    const squares = net.reduce((sum, each, place) => sum + (each - value * shown[place]) ** 2, 0);
    const root = Math.sqrt((squares * count) / (count - 1)) / total;
    const standardError = root > 1e-12 ? root : 0;
    const { lower, upper, ...interval } = studentInterval(value, standardError, count - 1, confidence, "linearised-t");
    return {
      kind: "estimated",
      value,
      standardError,
      interval: { ...interval, lower: Math.max(-1, lower), upper: Math.min(1, upper) },
      n: count,
      weightedBase: weight,
      effectiveN: effectiveSampleSize(weight, squaredWeight),
      method: "best-worst-count/linearised-t",
      item,
      ...times,
    };
  });
  return { kind: "estimated", scores, respondents: count, tasks: used.length };
}
