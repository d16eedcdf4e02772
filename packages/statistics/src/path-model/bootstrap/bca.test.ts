import { describe, expect, it } from "vitest";
import { variant } from "../../../test-support/variants.ts";
import { quantileType6, quantileType7 } from "../../quantile/quantiles.ts";
import { acceleratedInterval } from "./bca.ts";

/** 0.1, 0.2, … 4.0 */
const sorted = Float64Array.from({ length: 40 }, (_, place) => (place + 1) / 10);
const answers = [2.1, 3.4, 5.9, 1.2, 8.8, 4.0, 6.1];
/** A tenth of the mean square without each answer. */
const values = Float64Array.from(answers, (left) => (answers.reduce((sum, x) => sum + x * x, 0) - left * left) / 60);
const jackknife = { values, multiplicities: new Uint32Array(7).fill(1) };

describe("the BCa interval", () => {
  it("is R's, from the formulas of Efron & Tibshirani", () => {
    // R 4.2.2: z0 <- qnorm(mean(t < 1.9)); a <- sum((mean(j)-j)^3)/(6*sum((mean(j)-j)^2)^1.5); quantile(t, pnorm(…), type = 7)
    const { interval, biasCorrection, acceleration } = variant(
      acceleratedInterval(1.9, sorted, jackknife, 0.9),
      "estimated",
    );
    expect(biasCorrection).toBeCloseTo(-0.125661346855074, 12);
    expect(acceleration).toBeCloseTo(0.0653386616456114, 12);
    expect(interval.lower).toBeCloseTo(0.269234810051155, 10);
    expect(interval.upper).toBeCloseTo(3.768854317501104, 10);
  });

  it("counts a row that stands for several as often", () => {
    const twice = { values: Float64Array.of(...values, ...values), multiplicities: new Uint32Array(14).fill(1) };
    const double = { values, multiplicities: new Uint32Array(7).fill(2) };
    const [one, other] = [double, twice].map((each) =>
      variant(acceleratedInterval(1.9, sorted, each, 0.9), "estimated"),
    );
    expect(one.acceleration).toBeCloseTo(other.acceleration, 12);
    expect(one.acceleration).not.toBeCloseTo(0.0653386616456114, 3);
    expect(one.interval.lower).toBeCloseTo(other.interval.lower, 12);
  });

  it("ends with the first replicate where skewness leads beyond it: six standard errors away", () => {
    const skewed = {
      values: Float64Array.of(100, ...new Float64Array(400)),
      multiplicities: new Uint32Array(401).fill(1),
    };
    const { interval, acceleration } = variant(acceleratedInterval(1.9, sorted, skewed, 1 - 1e-10), "estimated");
    expect(acceleration).toBeCloseTo(-1 / 6, 2);
    expect(interval.lower).toBe(0.1);
    expect(interval.upper).toBeLessThanOrEqual(4);
  });

  it("is not there where all replicates lie on one side, or rows left out tell nothing", () => {
    const reasonOf = (value: number, left: typeof jackknife | null) =>
      variant(acceleratedInterval(value, sorted, left, 0.9), "no-interval").reason;
    expect(reasonOf(0.05, jackknife)).toBe("one-sided");
    expect(reasonOf(0.1, jackknife)).toBe("one-sided");
    expect(reasonOf(5, jackknife)).toBe("one-sided");
    expect(reasonOf(1.9, { ...jackknife, values: new Float64Array(7).fill(3) })).toBe("leave-one-out");
    expect(reasonOf(1.9, { ...jackknife, values: new Float64Array() })).toBe("leave-one-out");
    expect(reasonOf(1.9, null)).toBe("not-asked");
  });
});

describe("quantiles", () => {
  it("are R's types 6 and 7, and stay within the values", () => {
    const five = Float64Array.of(1, 2, 4, 8, 16);
    // R 4.2.2: quantile(c(1, 2, 4, 8, 16), c(0, .1, .3, .9, 1), type = 7) and type = 6
    expect([0, 0.1, 0.3, 0.9, 1].map((p) => quantileType7(five, p))).toEqual(
      [1, 1.4, 2.4, 12.8, 16].map((x) => expect.closeTo(x, 12)),
    );
    expect([0, 0.1, 0.3, 0.9, 1].map((p) => quantileType6(five, p))).toEqual(
      [1, 1, 1.8, 16, 16].map((x) => expect.closeTo(x, 12)),
    );
    expect(quantileType7(Float64Array.of(3), 0.2)).toBe(3);
  });
});
