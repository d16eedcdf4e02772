import { expect, it } from "vitest";
import { variant } from "../../test-support/variants.ts";
import { noncentralFLower, noncentralityOfF } from "../distribution/noncentral-f.ts";
import { noncentralStudentUpper } from "../distribution/noncentral-t.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { analysisOfVariance } from "./analysis-of-variance.ts";
import { designBasedT } from "./design-based-t.ts";
import { pairedTTest } from "./paired-t-test.ts";
import { pooledTTest } from "./student-t-test.ts";
import { waldTest } from "./wald-test.ts";
import { clusteredMeans } from "./weighted-means.ts";

const sums = (...values: number[]) => sumsOfColumn(Float64Array.from(values), null, values.length);

it("answers that differ by rounding alone do not vary", () => {
  const high = sums(80, 80.00000000000001, 80);
  const low = sums(60, 60, 60);
  expect(analysisOfVariance([high, low], 0.95).kind).toBe("no-variation");
  expect(pooledTTest(high, low, 0.95).kind).toBe("no-variation");
});

it("groups that lie very far apart have their effect at once", () => {
  const found = variant(analysisOfVariance([sums(1, 1.0001), sums(3, 3.0001), sums(5, 5.0001)], 0.95), "tested");
  expect(found.statistic).toBeGreaterThan(1e8);
  // Both sides of where the mixture ends: a limit of λ moves smoothly through it.
  const [below, above] = [9.9e4, 1.01e5].map((f) => noncentralityOfF(f / 2, 2, 1000, 0.025) / f);
  expect(below).toBeCloseTo(above, 3);
  expect(noncentralFLower(1e5 / 2, 2, 1000, 1e5 + 1)).toBeCloseTo(noncentralFLower(1e5 / 2, 2, 1000, 1e5 - 1), 3);
  expect(noncentralStudentUpper(1000, 50, 1000.001)).toBeCloseTo(noncentralStudentUpper(1000, 50, 999.999), 3);
});

it("a cluster that is a whole group says nothing of how sure its mean is", () => {
  const values = Float64Array.of(1.1, 2.3, 4.7, 2.2, 3.9, 1.4);
  const groups = { codes: Uint8Array.of(0, 0, 0, 1, 1, 1), count: 2 };
  const means = clusteredMeans({ values, weights: null, groups, clusters: { codes: groups.codes, count: 10 } });
  expect(designBasedT(means, 0.95)).toEqual({ kind: "too-few-answers", n: 2, required: 3 });
});

it("clustered answers of a group that are all equal do not vary, whatever the rounding of their mean", () => {
  // The weighted mean of the second group comes to 1.9999999999999996.
  const means = clusteredMeans({
    values: Float64Array.of(5, 1, 2, 2, 3, 4),
    weights: Float64Array.of(1, 0.1, 0.10000000000000002, 0.1, 2.7, 0.3),
    groups: { codes: Uint8Array.of(2, 0, 1, 1, 2, 0), count: 3 },
    clusters: { codes: Uint8Array.of(2, 1, 0, 3, 4, 1), count: 6 },
  });
  expect(waldTest(means).kind).toBe("no-variation");
});

it("differences of pairs that are equal but for rounding do not vary", () => {
  const first = Float64Array.of(100.3, 100.2, 0.3, 80.00000000000001);
  const second = Float64Array.of(100.2, 100.1, 0.2, 79.9);
  expect(pairedTTest(first, second, null, 0.95).kind).toBe("no-variation");
  const same = Float64Array.of(80, 80.00000000000001, 80);
  expect(pairedTTest(same, Float64Array.of(80, 80, 80), null, 0.95).kind).toBe("no-variation");
});

it("an infinite answer is a caller's mistake", () => {
  expect(() => sums(1, 2, Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
