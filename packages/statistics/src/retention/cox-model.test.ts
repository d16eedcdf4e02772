/** Golden values: lifts_survival.json and survey_survival.json of golden/second, through reference/families/retention. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { randomRows, simulatedTerms, within } from "../../test-support/random-terms.ts";
import { estimated } from "../../test-support/variants.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import type { Term } from "../regression/terms.ts";
import { coxBreslow, coxEfron } from "./cox-model.ts";

/** Stays in whole months, or exact ones, watched for at most 20; hazards exp(0.5 x + 0.7 few) of a tenth. */
function simulated(random: Random, n: number, round: (time: number) => number) {
  const { x, codes, terms } = simulatedTerms(random, n);
  const stays = x.map((value, k) => -Math.log(1 - random.nextUnit()) / (0.1 * Math.exp(0.5 * value + 0.7 * codes[k])));
  const watched = x.map(() => 2 + 18 * random.nextUnit());
  const ended = stays.map((stay, k) => Number(stay <= watched[k]));
  return { terms, ended, times: stays.map((stay, k) => round(Math.min(stay, watched[k]))) };
}
const exact = (time: number) => time;

describe("Cox's model", () => {
  const { terms, ...durations } = simulated(randomFromSeed(4), 150, Math.ceil);
  const own = estimated(coxEfron(durations, terms, null, 0.95));

  it("asks for the order of times only, and for neither the order of rows nor the unit of predictors", () => {
    const bent = estimated(
      coxEfron({ ...durations, times: durations.times.map((time) => time ** 2) }, terms, null, 0.95),
    );
    expect(bent.logLikelihood).toBeCloseTo(own.logLikelihood, 10);
    const turned = terms.map(
      (term): Term =>
        term.kind === "numeric"
          ? { ...term, values: term.values.map((value) => 100 * value + 7).reverse() }
          : { ...term, codes: term.codes.toReversed() },
    );
    const reversed = { times: durations.times.toReversed(), ended: durations.ended.toReversed() };
    const found = estimated(coxEfron(reversed, turned, null, 0.95));
    expect(found.coefficients[0].value).toBeCloseTo(own.coefficients[0].value / 100, 10);
    expect(found.coefficients[1].standardError).toBeCloseTo(own.coefficients[1].standardError, 9);
    expect(found.concordance).toBeCloseTo(own.concordance, 12);
  });

  it("is Breslow's without ties, and further from 0 with them", () => {
    const breslow = estimated(coxBreslow(durations, terms, null, 0.95));
    expect(Math.abs(breslow.coefficients[0].value)).toBeLessThan(Math.abs(own.coefficients[0].value));
    const { terms: predictors, ...untied } = simulated(randomFromSeed(9), 80, exact);
    const [a, b] = [coxEfron, coxBreslow].map((fit) => estimated(fit(untied, predictors, null, 0.95)));
    expect(a.coefficients[1].value).toBeCloseTo(b.coefficients[1].value, 10);
  });

  it("counts concordance over all pairs", () => {
    const { terms: predictors, ...few } = simulated(randomFromSeed(2), 40, Math.ceil);
    const found = estimated(coxEfron(few, predictors, null, 0.95));
    const [x, group] = predictors;
    if (x.kind !== "numeric" || group.kind !== "categorical") throw new Error("other terms");
    const score = x.values.map(
      (value, k) => found.coefficients[0].value * value + found.coefficients[1].value * group.codes[k],
    );
    let [pairs, concordant] = [0, 0];
    for (let i = 0; i < 40; i++) {
      for (let j = 0; j < 40; j++) {
        const isFirst = few.times[i] < few.times[j] || (few.times[i] === few.times[j] && few.ended[j] === 0);
        if (few.ended[i] === 0 || i === j || !isFirst) continue;
        pairs += 1;
        concordant += (1 + Math.sign(score[i] - score[j])) / 2;
      }
    }
    expect(found.concordance).toBeCloseTo(concordant / pairs, 12);
  });

  it("has the same coefficients with equal weights in any unit, and errors near those without", () => {
    const [one, five] = [1, 5].map((weight) =>
      estimated(coxEfron(durations, terms, new Float64Array(150).fill(weight), 0.95)),
    );
    expect(one.coefficients[0].value).toBeCloseTo(own.coefficients[0].value, 10);
    expect(five.coefficients[0].standardError).toBeCloseTo(one.coefficients[0].standardError, 10);
    expect(Math.abs(one.coefficients[0].standardError / own.coefficients[0].standardError - 1)).toBeLessThan(0.2);
    expect([own.method, one.method, one.modelTest]).toEqual(["cox/efron", "cox/efron-robust", null]);
  });

  it("covers its coefficients with a small group and with weights that go with the predictor", () => {
    const random = randomFromSeed(21);
    const runs = 300;
    let [plain, weighted] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const { terms: predictors, ...stays } = simulated(random, 200, exact);
      const weights = stays.times.map(() => (random.nextUnit() < 0.3 ? 2 : 0.5));
      const holds = (result: ReturnType<typeof coxEfron>) => {
        const { lower, upper } = estimated(result).coefficients[0].interval;
        return Number(lower <= 0.5 && upper >= 0.5);
      };
      plain += holds(coxEfron(stays, predictors, null, 0.9));
      weighted += holds(coxEfron(stays, predictors, weights, 0.9));
    }
    expect(Math.abs(plain / runs - 0.9)).toBeLessThan(within(0.9, runs));
    // The sandwich is known to be somewhat short in samples of this size: 2 points are allowed beside the binomial error.
    expect(Math.abs(weighted / runs - 0.9)).toBeLessThan(within(0.9, runs) + 0.02);
  });

  it("gives fit numbers or a variant on any small data", () => {
    fc.assert(
      fc.property(randomRows, ({ times, binary, terms: predictors, weights }) => {
        for (const used of [null, weights])
          for (const fit of [coxEfron, coxBreslow])
            expect(unfitNumbers(fit({ times, ended: binary }, predictors, used, 0.9))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("names what is missing, and refuses what a caller should not ask", () => {
    const x: Term = { kind: "numeric", name: "x", values: Float64Array.of(0, 0, 0, 1, 1, 1) };
    const times = Float64Array.of(1, 2, 3, 4, 5, 6);
    expect(coxEfron({ times, ended: Float64Array.of(1, 1, 1, 0, 0, 0) }, [x], null, 0.95)).toEqual({
      kind: "separated",
      variables: ["x"],
    });
    expect(coxEfron({ times, ended: new Float64Array(6) }, [x], null, 0.95)).toEqual({ kind: "no-variation" });
    expect(() => coxEfron({ times, ended: times }, [x], null, 0.95)).toThrow(RangeError);
    expect(() => coxEfron(durations, [], null, 0.95)).toThrow(RangeError);
    expect(() => coxEfron(durations, terms, null, 1)).toThrow(RangeError);
    expect(() => coxBreslow(durations, terms, new Float64Array(150).fill(-1), 0.95)).toThrow(RangeError);
  });
});
