import { describe, expect, it } from "vitest";
import { buildLoadedStudy, type Respondent } from "../../test-support/build-loaded-study.ts";
import { analyseStudy } from "../analyse-study.ts";

const answers = [
  [1, 2],
  [2, 2],
  [3, 4],
  [4, 3],
  [5, 5],
] as const;

function people(times: number, change: (speed: number, care: number) => Partial<Respondent> = () => ({})) {
  return Array.from({ length: times }, () => answers)
    .flat()
    .map(([speed, care]) => ({ overall: 3, speed, care, group: "all", wave: "1", ...change(speed, care) }));
}

const resultsOf = (of: readonly Respondent[], changes = {}) =>
  analyseStudy(buildLoadedStudy(of, changes), { productVersion: "test" });
const ofIndex = (of: readonly Respondent[]) => resultsOf(of).weightings[0].index?.reliability;
const codesOf = (of: readonly Respondent[]) => resultsOf(of).findings.map(({ code }) => code);

describe("the reliability of the index", () => {
  it("is Cronbach's α of the items of those who rated all of them", () => {
    // Sums of squares 10 and 6.8, of products 7: α = 2 (1 − 16.8 / 30.8).
    const some = [...people(4), ...people(3, () => ({ care: null }))];
    const found = ofIndex(some);
    expect(found).toMatchObject({ kind: "estimated", n: 20, items: 2 });
    expect(found?.kind === "estimated" ? found.alpha : 0).toBeCloseTo(2 * (1 - 16.8 / 30.8), 12);
    expect(found?.kind === "estimated" && found.lower < found.alpha && found.alpha < found.upper).toBe(true);
  });

  it("says why there is none", () => {
    expect(ofIndex(people(1))).toEqual({ kind: "none", reason: "too-few-answers" });
    expect(ofIndex(people(9, () => ({ care: null })))).toEqual({ kind: "none", reason: "too-few-answers" });
    expect(ofIndex(people(9, () => ({ speed: 3, care: 3 })))).toEqual({ kind: "none", reason: "no-variation" });
    const indicators = [{ code: "speed", label: { zh: "速度", en: "Speed" }, question: "speed" }];
    const one = resultsOf(people(9), { indicators });
    expect(one.weightings[0].index?.reliability).toEqual({ kind: "none", reason: "one-item" });
  });

  it("below 0.7 is told to the reader of the index (mistake 12)", () => {
    expect(codesOf(people(8))).not.toContain("caution-unreliable");
    expect(codesOf(people(8, (speed) => ({ care: 1 + ((speed * 2) % 5) })))).toContain("caution-unreliable");
  });
});
