import { type LonelyPsu, type SurveyDesign, surveyDesign } from "../src/design-variance/survey-design.ts";

/** Twenty rows in nine PSUs of four strata, the last of them with one PSU; the tests' R calls name the columns the same. */
const h = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3];
const c = [0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 8];
const w = [1.5, 2, 1, 0.8, 1.2, 3, 2.2, 1, 1, 0.5, 1.7, 2.5, 1, 1.1, 0.9, 2, 1.4, 1.3, 0.7, 2.1];
const y = [4, 5, 3, 4, 2, 5, 7, 6, 8, 5, 6, 9, 7, 3, 4, 2, 5, 6, 8, 7];
const x = [1, 2, 2, 1, 3, 3, 4, 2, 5, 1, 2, 5, 4, 1, 2, 1, 3, 3, 5, 4];
const g = [0, 1, 0, 0, 1, 2, 1, 1, 0, 2, 2, 1, 0, 0, 1, 2, 0, 1, 2, 2];

export interface SmallSample {
  readonly design: SurveyDesign;
  readonly y: Float64Array;
  readonly x: Float64Array;
  /** 1 where y ≥ 5. */
  readonly z: Float64Array;
  readonly g: Int32Array;
}

/** All rows, with 10, 12, 8 and 20 PSUs in the population. */
export function wholeSmallSample(lonelyPsu: LonelyPsu): SmallSample {
  return smallSample(20, [10, 12, 8, 20], lonelyPsu);
}

/** The 17 rows of the three strata that have several PSUs, without correction. */
export function smallSampleOfThreeStrata(): SmallSample {
  return smallSample(17, null, "fail");
}

function smallSample(rows: number, psusInPopulation: readonly number[] | null, lonelyPsu: LonelyPsu): SmallSample {
  const design = surveyDesign({
    weights: Float64Array.from(w.slice(0, rows)),
    strata: Int32Array.from(h.slice(0, rows)),
    psus: Int32Array.from(c.slice(0, rows)),
    psusInPopulation,
    lonelyPsu,
  });
  const outcome = Float64Array.from(y.slice(0, rows));
  return {
    design,
    y: outcome,
    x: Float64Array.from(x.slice(0, rows)),
    z: outcome.map((value) => Number(value >= 5)),
    g: Int32Array.from(g.slice(0, rows)),
  };
}
