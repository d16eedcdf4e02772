/**
 * Golden values: R 4.2.2. `MASS:::confint.glm` (MASS 7.3-58.2) interpolates the profile by a spline, which is good to some 1e-4 here;
 * to ten digits the limits are the roots (uniroot, tol = 1e-12) of `glm.fit(X[, -j], y, offset = v * X[, j])$deviance` (epsilon = 1e-14)
 * less the lowest deviance less qchisq(level, 1).
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { normal, randomRows, within } from "../../test-support/random-terms.ts";
import { estimated } from "../../test-support/variants.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { binaryLogit } from "./binary-logit.ts";
import { type ProfiledCoefficient, profileIntervals } from "./profile-intervals.ts";
import { categoricalTerm, type Term } from "./terms.ts";

const x = Float64Array.of(
  ...[0.5, 1.2, 2.1, 2.9, 3.3, 3.8, 4.4, 4.9, 5.6, 6.1, 6.8, 7.4, 7.9, 8.5, 9.3, 1.7, 2.6, 5.2, 6.6, 8.8],
);
const groups = [..."abaababaabaabaabaaba"];
const outcome = Float64Array.of(0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0, 0, 1, 0, 1);
const terms: readonly Term[] = [{ kind: "numeric", name: "x", values: x }, categoricalTerm("g", groups)];
/** All of group b say yes: the odds ratio of b has no upper limit, everything else is that of the others. */
const allOfB = outcome.map((value, k) => (groups[k] === "b" ? 1 : value));

function limitsOf({ limits }: ProfiledCoefficient): readonly number[] {
  if (limits.kind === "estimated") return [limits.interval.lower, limits.interval.upper];
  if (limits.kind === "no-upper-limit") return [limits.lower, Number.POSITIVE_INFINITY];
  return limits.kind === "no-lower-limit"
    ? [Number.NEGATIVE_INFINITY, limits.upper]
    : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}

const inMass = {
  0.95: [
    -6.616223620151152, -0.398447150317564, 0.163552847244288, 1.268547521993238, -2.568315461362215, 2.189250281561449,
  ],
  0.9: [
    -5.926720261675492, -0.773955871074985, 0.227179300757577, 1.142252649910033, -2.15839209386598, 1.784476896190458,
  ],
} as const;
const inR = {
  0.95: [-6.616147884633, -0.39828755046, 0.163444460233, 1.268439689502, -2.5682883676, 2.189153162441],
  0.9: [-5.926145571476, -0.773515126878, 0.227098065221, 1.142178929337, -2.158379580277, 1.784427364545],
} as const;

describe("profile likelihood intervals", () => {
  it.each([0.95, 0.9] as const)("are R's at %d", (confidence) => {
    const found = estimated(profileIntervals(outcome, terms, null, confidence));
    const limits = found.coefficients.flatMap(limitsOf);
    limits.forEach((limit, k) => {
      expect(Math.abs(limit - inMass[confidence][k])).toBeLessThan(1e-3);
      expect(limit).toBeCloseTo(inR[confidence][k], 9);
    });
    expect(found.oddsRatios.flatMap(limitsOf)).toEqual(limits.map((limit) => Math.exp(limit)));
    expect(found).toMatchObject({ n: 20, events: 10, separating: [] });
  });

  it("keep the limits that exist where predictors separate, and say which do not", () => {
    const quasi = estimated(profileIntervals(allOfB, terms, null, 0.95));
    expect(quasi.separating).toEqual(["gb"]);
    const expected = [-7.0860902927516, 0.1063785513376, 0.0573681710967, 1.3759915043577, 1.4361024000374];
    const limits = quasi.coefficients.flatMap(limitsOf);
    expected.forEach((limit, k) => {
      expect(limits[k]).toBeCloseTo(limit, 8);
    });
    expect(quasi.coefficients[2].limits.kind).toBe("no-upper-limit");
    expect(limitsOf(quasi.oddsRatios[2])[0]).toBeCloseTo(Math.exp(1.4361024000374), 8);
    const complete = estimated(
      profileIntervals(
        x.map((value) => Number(value > 5)),
        terms,
        null,
        0.95,
      ),
    );
    const [intercept, slope, group] = complete.coefficients;
    expect([intercept, slope, group].map(({ limits: { kind } }) => kind)).toEqual([
      "no-lower-limit",
      "no-upper-limit",
      "no-limit",
    ]);
    expect(limitsOf(intercept)[1]).toBeCloseTo(-9.86286815391, 8);
    expect(limitsOf(slope)[0]).toBeCloseTo(2.02216562823, 8);
  });

  it("change sign with the answers, scale with the units, and take a frequency for as many rows", () => {
    const own = estimated(profileIntervals(outcome, terms, null, 0.9)).coefficients.map(limitsOf);
    const turned = estimated(
      profileIntervals(
        outcome.map((value) => 1 - value),
        terms,
        null,
        0.9,
      ),
    ).coefficients.map(limitsOf);
    own.forEach(([lower, upper], j) => {
      expect(turned[j][0]).toBeCloseTo(-upper, 8);
      expect(turned[j][1]).toBeCloseTo(-lower, 8);
    });
    const thousands: Term = { kind: "numeric", name: "x", values: x.map((value) => 1000 * value + 2020) };
    const scaled = estimated(profileIntervals(outcome, [thousands, terms[1]], null, 0.9)).coefficients.map(limitsOf);
    expect(scaled[1][0]).toBeCloseTo(own[1][0] / 1000, 11);
    expect(scaled[2][1]).toBeCloseTo(own[2][1], 8);
    const twice = <T>(values: Iterable<T>) => [...values].flatMap((value) => [value, value]);
    const doubled: readonly Term[] = [
      { kind: "numeric", name: "x", values: Float64Array.from(twice(x)) },
      categoricalTerm("g", twice(groups)),
    ];
    const long = estimated(profileIntervals(Float64Array.from(twice(outcome)), doubled, null, 0.9)).coefficients;
    const counted = estimated(profileIntervals(outcome, terms, new Float64Array(20).fill(2), 0.9)).coefficients;
    long.map(limitsOf).forEach(([lower, upper], j) => {
      expect(limitsOf(counted[j])[0]).toBeCloseTo(lower, 8);
      expect(limitsOf(counted[j])[1]).toBeCloseTo(upper, 8);
    });
  });

  it("give fit numbers or a variant on any small data, around the estimate where there is one", () => {
    fc.assert(
      fc.property(randomRows, (rows) => {
        for (const counts of [null, rows.frequencies]) {
          const found = profileIntervals(rows.binary, rows.terms, counts, 0.9);
          expect(unfitNumbers(found)).toEqual([]);
          const fit = binaryLogit(rows.binary, rows.terms, counts, 0.9);
          if (fit.kind === "estimated" && found.kind === "estimated") {
            found.coefficients.forEach((each, j) => {
              const [lower, upper] = limitsOf(each);
              expect(lower < fit.coefficients[j].value && fit.coefficients[j].value < upper).toBe(true);
            });
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("refuse what a caller should not ask", () => {
    expect(() => profileIntervals(outcome, [], null, 0.9)).toThrow(RangeError);
    expect(() => profileIntervals(outcome, terms, null, 1)).toThrow(RangeError);
    expect(() =>
      profileIntervals(
        outcome.map((value) => value + 1),
        terms,
        null,
        0.9,
      ),
    ).toThrow(RangeError);
    expect(() => profileIntervals(outcome, terms, new Float64Array(20).fill(0.5), 0.9)).toThrow(RangeError);
    expect(profileIntervals(new Float64Array(20), terms, null, 0.9)).toEqual({ kind: "no-variation" });
  });

  it("cover the coefficient with few answers, a small group and rare yeses, separated samples included", () => {
    const random = randomFromSeed(31);
    const runs = 600;
    let [covered, drawn] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const values = Float64Array.from({ length: 50 }, () => normal(random));
      const codes = Int32Array.from({ length: 50 }, (_, k) => Number(k < 12));
      const own: readonly Term[] = [
        { kind: "numeric", name: "x", values },
        { kind: "categorical", name: "group", codes, levels: ["many", "few"] },
      ];
      const yes = values.map((value, k) =>
        Number(random.nextUnit() < 1 / (1 + Math.exp(1.5 - 1.2 * value - codes[k]))),
      );
      const found = profileIntervals(yes, own, null, 0.9);
      if (found.kind !== "estimated") continue;
      drawn += 1;
      const [lower, upper] = limitsOf(found.coefficients[2]);
      covered += Number(lower <= 1 && 1 <= upper);
    }
    expect(drawn).toBeGreaterThan(590);
    expect(Math.abs(covered / drawn - 0.9)).toBeLessThan(within(0.9, drawn));
  });
});
