import { type KanoCategory, kanoCategories, kanoCategory } from "./evaluation-table.ts";

/** Both answers of each respondent to one feature. */
export interface KanoAnswers {
  /** 1 like … 5 dislike; NaN = no answer. */
  readonly functional: Float64Array;
  readonly dysfunctional: Float64Array;
  /** One a row, or null; a weight of 0 leaves the row out. */
  readonly caseWeights: Float64Array | null;
}

/** Category of each respondent; null where an answer is missing or the weight is 0.
 *  @throws RangeError if lengths differ, an answer is not 1–5, or a weight is negative or not finite */
export function respondentCategories({ functional, dysfunctional, caseWeights }: KanoAnswers): (KanoCategory | null)[] {
  if (functional.length !== dysfunctional.length) throw new RangeError("both questions need one answer a row");
  if (caseWeights !== null && caseWeights.length !== functional.length) {
    throw new RangeError("one case weight for each row is needed");
  }
  return Array.from(functional, (answer, row) => {
    const weight = caseWeights === null ? 1 : caseWeights[row];
    if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError(`case weight ${weight}`);
    const isMissing = Number.isNaN(answer) || Number.isNaN(dysfunctional[row]) || weight === 0;
    return isMissing ? null : kanoCategory(answer, dysfunctional[row]);
  });
}

/** How many respondents put a feature into each category. */
export interface KanoCounts {
  /** Respondents with both answers, unweighted. */
  readonly n: number;
  readonly counts: Readonly<Record<KanoCategory, number>>;
  /** Σw in each category; equals `counts` without weights. */
  readonly weights: Readonly<Record<KanoCategory, number>>;
  /** Σw, and (Σw)² ÷ Σw². */
  readonly weightedBase: number;
  readonly effectiveN: number;
}

/** @throws RangeError as `respondentCategories` */
export function kanoCounts(answers: KanoAnswers): KanoCounts {
  const counts = emptyCounts();
  const weights = emptyCounts();
  let n = 0;
  let sum = 0;
  let squares = 0;
  respondentCategories(answers).forEach((category, row) => {
    if (category === null) return;
    const weight = answers.caseWeights === null ? 1 : answers.caseWeights[row];
    counts[category] += 1;
    weights[category] += weight;
    n += 1;
    sum += weight;
    squares += weight * weight;
  });
  return { n, counts, weights, weightedBase: sum, effectiveN: squares > 0 ? sum ** 2 / squares : 0 };
}

function emptyCounts(): Record<KanoCategory, number> {
  return { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
}

/** Categories from the most to the least frequent; ties in the order M, O, A, I, R, Q. */
export function categoriesByFrequency(of: Readonly<Record<KanoCategory, number>>): readonly KanoCategory[] {
  return kanoCategories.toSorted((a, b) => of[b] - of[a]);
}
