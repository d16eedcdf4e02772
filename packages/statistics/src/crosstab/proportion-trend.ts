import { chiSquareUpper } from "../distribution/chi-square.ts";
import type { NotTestable } from "./table.ts";

export interface ProportionTrend {
  readonly kind: "tested";
  /** χ² with one degree of freedom. */
  readonly statistic: number;
  readonly pValue: number;
}

/**
 * Cochran and Armitage's test of a linear trend in shares over ordered groups.
 * @param successes in each group
 * @param sizes of the groups
 * @param scores of the groups, by default 1, 2, 3 …
 * @returns not-testable where all or none succeed, or all people share one score
 * @throws RangeError if lengths differ or successes exceed a size
 * Source: Armitage 1955; R's `prop.trend.test`. Golden values: golden/published/expected/textbook_crosstabs.json (smokers)
 */
export function proportionTrend(
  successes: readonly number[],
  sizes: readonly number[],
  scores: readonly number[] = sizes.map((_, index) => index + 1),
): ProportionTrend | NotTestable {
  if (successes.length !== sizes.length || scores.length !== sizes.length) throw new RangeError("lengths differ");
  if (successes.some((count, index) => !(count >= 0 && count <= sizes[index])))
    throw new RangeError("successes > size");
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return { kind: "not-testable", reason: "no-answers" };
  const share = successes.reduce((sum, count) => sum + count, 0) / total;
  const meanScore = sizes.reduce((sum, size, index) => sum + size * scores[index], 0) / total;
  const products = successes.reduce((sum, count, i) => sum + (count - sizes[i] * share) * (scores[i] - meanScore), 0);
  const spread = share * (1 - share) * sizes.reduce((sum, size, i) => sum + size * (scores[i] - meanScore) ** 2, 0);
  if (!(spread > 0)) return { kind: "not-testable", reason: "no-variation" };
  const statistic = products ** 2 / spread;
  return { kind: "tested", statistic, pValue: chiSquareUpper(statistic, 1) };
}
