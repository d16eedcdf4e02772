import { describe, expect, it } from "vitest";
import { randomFromSeed } from "../random/xoshiro.ts";
import { indexMoments, indexMomentsWithout, sumOfIndexMoments } from "./index-moments.ts";
import { weightedIndex } from "./weighted-index.ts";

const random = randomFromSeed(21);
const length = 5000;
const items = [0, 1, 2].map(() =>
  Float64Array.from({ length }, () => (random.nextUnit() < 0.25 ? Number.NaN : 25 * random.nextBelow(5))),
);
const caseWeights = Float64Array.from({ length }, () => 0.5 + random.nextUnit());
const codes = Int8Array.from({ length }, () => random.nextBelow(3));

describe("index moments", () => {
  it("give everybody but a group the index of those respondents alone", () => {
    const groups = indexMoments(items, caseWeights, { codes, count: 3 });
    const rest = indexMomentsWithout(sumOfIndexMoments(groups), groups[1]);
    const others = codes.map((code) => (code === 1 ? -1 : 0));
    const [alone] = indexMoments(items, caseWeights, { codes: others, count: 1 });
    const [derived, direct] = [rest, alone].map((moments) => weightedIndex(moments, [1, 2, 3], "case-weights", 0.95));
    if (derived.kind !== "estimated" || direct.kind !== "estimated") throw new Error("no index");
    expect(derived.value).toBeCloseTo(direct.value, 10);
    expect(derived.standardError).toBeCloseTo(direct.standardError, 10);
    expect(derived.n).toBe(direct.n);
  });

  it("give the variance of the influences, respondent by respondent, each item with its own n_eff/(n_eff − 1)", () => {
    const [moments] = indexMoments(items, caseWeights, { codes: new Uint8Array(length), count: 1 });
    const index = weightedIndex(moments, [1, 2, 3], "case-weights", 0.95);
    if (index.kind !== "estimated") throw new Error("no index");
    const factors = items.map((item) => {
      const own = caseWeights.filter((_, row) => !Number.isNaN(item[row]));
      const weight = own.reduce((sum, w) => sum + w, 0);
      const effective = weight ** 2 / own.reduce((sum, w) => sum + w * w, 0);
      return Math.sqrt(effective / (effective - 1));
    });
    let squares = 0;
    for (let row = 0; row < length; row++) {
      const influence = items.reduce((sum, item, j) => {
        if (Number.isNaN(item[row])) return sum;
        return (
          sum +
          (((j + 1) / 6) * factors[j] * caseWeights[row] * (item[row] - (index.itemMeans[j] ?? 0))) /
            moments.itemWeight[j]
        );
      }, 0);
      squares += influence ** 2;
    }
    expect(index.standardError).toBeCloseTo(Math.sqrt(squares), 12);
  });

  it("have no variance where everybody agrees", () => {
    const same = [new Float64Array(50).fill(70), new Float64Array(50).fill(30)];
    const [moments] = indexMoments(same, null, { codes: new Uint8Array(50), count: 1 });
    expect(weightedIndex(moments, [0.3, 0.7], "none", 0.95)).toMatchObject({
      standardError: 0,
      interval: { method: "no-variation" },
    });
  });
});
