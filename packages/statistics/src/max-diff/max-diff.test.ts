import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../test-support/expect-close.ts";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated } from "../../test-support/variants.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { bestWorstLogit } from "./best-worst-logit.ts";
import { bestWorstScores } from "./best-worst-scores.ts";
import type { BestWorstAnswers, BestWorstTask } from "./best-worst-task.ts";

const items = ["price", "speed", "staff", "opening hours", "parking"];

/** Respondent, four items, best, worst; drawn in R with set.seed(3). */
// biome-ignore format: a table
const table = [[0, 1, 2, 3, 4, 2, 4], [0, 0, 1, 2, 3, 0, 2], [0, 1, 2, 3, 4, 3, 4], [1, 1, 2, 3, 4, 3, 2], [1, 0, 2, 3, 4, 0, 4], [1, 0, 1, 2, 4, 1, 4], [2, 0, 1, 2, 4, 4, 1], [2, 0, 1, 3, 4, 0, 3], [2, 1, 2, 3, 4, 1, 3], [3, 1, 2, 3, 4, 1, 4], [3, 0, 1, 3, 4, 0, 4], [3, 1, 2, 3, 4, 1, 4], [4, 0, 1, 2, 4, 0, 2], [4, 1, 2, 3, 4, 3, 4], [4, 0, 1, 2, 3, 0, 3], [5, 0, 1, 2, 4, 1, 4], [5, 0, 1, 2, 3, 0, 3], [5, 0, 1, 2, 4, 1, 4], [6, 0, 1, 2, 4, 2, 1], [6, 0, 1, 2, 4, 4, 0], [6, 0, 1, 3, 4, 0, 4], [7, 0, 1, 2, 4, 0, 4], [7, 0, 2, 3, 4, 3, 4], [7, 0, 1, 2, 3, 0, 3], [8, 0, 1, 2, 3, 0, 3], [8, 0, 1, 2, 4, 0, 4], [8, 0, 1, 2, 3, 0, 3], [9, 0, 2, 3, 4, 2, 4], [9, 0, 1, 3, 4, 0, 4], [9, 1, 2, 3, 4, 2, 4], [10, 1, 2, 3, 4, 1, 2], [10, 0, 2, 3, 4, 0, 2], [10, 0, 1, 2, 3, 3, 1], [11, 1, 2, 3, 4, 1, 2], [11, 0, 2, 3, 4, 0, 4], [11, 0, 1, 2, 3, 1, 3]];
const tasks = table.map(([respondent, a, b, c, d, best, worst]) => ({ respondent, items: [a, b, c, d], best, worst }));
const own: BestWorstAnswers = { items, tasks, weights: null };

const utilities = [0.9, 0.4, 0, -0.3, -1];

/** Every respondent answers as many screens as `screens` says; choices by the logit of the utilities. */
function simulated(random: Random, respondents: number, screens: (respondent: number) => number): BestWorstTask[] {
  const drawn = (shown: readonly number[], sign: number) => {
    const exponents = shown.map((item) => Math.exp(sign * utilities[item]));
    let left = random.nextUnit() * exponents.reduce((sum, each) => sum + each, 0);
    const place = exponents.findIndex((each) => {
      left -= each;
      return left < 0;
    });
    return shown[Math.max(0, place)];
  };
  return Array.from({ length: respondents }, (_, respondent) =>
    Array.from({ length: screens(respondent) }, () => {
      const hidden = random.nextBelow(5);
      const shown = [0, 1, 2, 3, 4].filter((item) => item !== hidden);
      const best = drawn(shown, 1);
      return {
        respondent,
        items: shown,
        best,
        worst: drawn(
          shown.filter((item) => item !== best),
          -1,
        ),
      };
    }),
  ).flat();
}

describe("best–worst choices", () => {
  it("have the utilities and errors of a conditional logit in R", () => {
    // R 4.2.2, survival 3.5: clogit with strata and cluster(id), Efron; variance times 12/11, contrasts against the mean
    const found = estimated(bestWorstLogit(own, 0.9));
    expectClose(
      found.utilities.map(({ utility }) => utility),
      [1.397552203441921, 0.469343058327679, -0.110443277582298, -0.379565759344443, -1.376886224842859],
      1e-8,
    );
    expectClose(
      found.utilities.map(({ standardError }) => standardError),
      [0.343112008877839, 0.282158704273852, 0.274788956766159, 0.333049904353733, 0.439492015018401],
      1e-8,
    );
    expect(found.logLikelihood).toBeCloseTo(-70.9748428165557, 8);
    expect(found.logLikelihoodByChance).toBeCloseTo(-36 * Math.log(12), 10);
    expect(found.utilities.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("are counted: best less worst over times shown", () => {
    const [price] = estimated(bestWorstScores(own, 0.9)).scores;
    const shown = tasks.filter((task) => task.items.includes(0)).length;
    const best = tasks.filter((task) => task.best === 0).length;
    const worst = tasks.filter((task) => task.worst === 0).length;
    expect(price).toMatchObject({ shown, best, worst, n: 12 });
    expect(price.value).toBeCloseTo((best - worst) / shown, 12);
  });

  it("do not depend on the order of tasks or items, and equal weights are none", () => {
    const turned: BestWorstAnswers = {
      items: items.toReversed(),
      tasks: tasks.toReversed().map((task) => ({
        ...task,
        items: task.items.map((item) => 4 - item),
        best: 4 - task.best,
        worst: 4 - task.worst,
      })),
      weights: new Float64Array(12).fill(3),
    };
    const [a, b] = [estimated(bestWorstLogit(own, 0.9)), estimated(bestWorstLogit(turned, 0.9))];
    expectClose(
      b.utilities.toReversed().map(({ utility }) => utility),
      a.utilities.map(({ utility }) => utility),
      1e-8,
    );
    expectClose(
      b.utilities.toReversed().map(({ standardError }) => standardError),
      a.utilities.map(({ standardError }) => standardError),
      1e-8,
    );
    expectClose(
      b.utilities.toReversed().map(({ shareInterval }) => shareInterval.upper),
      a.utilities.map(({ shareInterval }) => shareInterval.upper),
      1e-8,
    );
    const [c, d] = [estimated(bestWorstScores(own, 0.9)), estimated(bestWorstScores(turned, 0.9))];
    expectClose(
      d.scores.toReversed().map(({ standardError }) => standardError),
      c.scores.map(({ standardError }) => standardError),
      1e-12,
    );
  });

  it("count a respondent with a weight of 2 as two respondents, and one of 0 not at all", () => {
    const weights = Float64Array.from({ length: 12 }, (_, place) => (place === 3 ? 2 : place === 5 ? 0 : 1));
    const copies = [
      ...tasks.filter(({ respondent }) => respondent !== 5),
      ...tasks.filter(({ respondent }) => respondent === 3).map((task) => ({ ...task, respondent: 12 })),
    ];
    const [weighted, rows] = [bestWorstLogit({ ...own, weights }, 0.9), bestWorstLogit({ ...own, tasks: copies }, 0.9)];
    expectClose(
      estimated(weighted).utilities.map(({ utility }) => utility),
      estimated(rows).utilities.map(({ utility }) => utility),
      1e-8,
    );
    const scores = estimated(bestWorstScores({ ...own, weights }, 0.9));
    expectClose(
      scores.scores.map(({ value }) => value),
      estimated(bestWorstScores({ ...own, tasks: copies }, 0.9)).scores.map(({ value }) => value),
      1e-12,
    );
    expect(scores.respondents).toBe(11);
    expect(scores.scores[0].effectiveN).toBeCloseTo(12 ** 2 / 14, 12);
  });

  it("have intervals that cover, with unequal numbers of screens and weights", () => {
    const random = randomFromSeed(5);
    const runs = 200;
    const mean = utilities.reduce((sum, each) => sum + each / 5, 0);
    const total = utilities.reduce((sum, each) => sum + Math.exp(each), 0);
    const covered = { utility: 0, share: 0, weighted: 0 };
    for (let run = 0; run < runs; run++) {
      const drawn = simulated(random, 60, (respondent) => (respondent < 15 ? 9 : 4));
      const weights = Float64Array.from({ length: 60 }, () => (random.nextUnit() < 0.3 ? 2 : 0.5));
      const [plain] = estimated(bestWorstLogit({ items, tasks: drawn, weights: null }, 0.9)).utilities;
      const [heavy] = estimated(bestWorstLogit({ items, tasks: drawn, weights }, 0.9)).utilities;
      const holds = ({ lower, upper }: { lower: number; upper: number }, value: number) =>
        lower <= value && value <= upper;
      if (holds(plain.interval, utilities[0] - mean)) covered.utility += 1 / runs;
      if (holds(plain.shareInterval, Math.exp(utilities[0]) / total)) covered.share += 1 / runs;
      if (holds(heavy.interval, utilities[0] - mean)) covered.weighted += 1 / runs;
    }
    for (const share of Object.values(covered)) {
      // A sandwich of 60 respondents is a percent or two too narrow.
      expect(Math.abs(share - 0.9)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / runs));
    }
  });

  it("say where utilities have no end, or an item was never shown", () => {
    const always = Array.from({ length: 6 }, (_, respondent) => ({ respondent, items: [0, 1, 2], best: 0, worst: 2 }));
    expect(bestWorstLogit({ items: ["a", "b", "c"], tasks: always, weights: null }, 0.9)).toEqual({
      kind: "separated",
    });
    expect(bestWorstScores({ items, tasks: always, weights: null }, 0.9)).toEqual({
      kind: "never-shown",
      items: ["opening hours", "parking"],
    });
    expect(bestWorstLogit({ ...own, tasks: [] }, 0.9)).toEqual({ kind: "too-few-answers", n: 0, required: 2 });
  });

  it("are a variant or all numbers for any answers", () => {
    const task = fc.record({
      respondent: fc.integer({ min: 0, max: 3 }),
      hidden: fc.integer({ min: 0, max: 3 }),
      best: fc.integer({ min: 0, max: 2 }),
      worst: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(task, { maxLength: 12 }),
        fc.option(fc.array(fc.constantFrom(0, 1, 0.5), { minLength: 4, maxLength: 4 })),
        (drawn, weights) => {
          const answers: BestWorstAnswers = {
            items: ["a", "b", "c", "d"],
            tasks: drawn.map(({ respondent, hidden, best, worst }) => {
              const shown = [0, 1, 2, 3].filter((item) => item !== hidden);
              return { respondent, items: shown, best: shown[best], worst: shown[(best + worst) % 3] };
            }),
            weights: weights === null ? null : Float64Array.from(weights),
          };
          expect(unfitNumbers([bestWorstScores(answers, 0.9), bestWorstLogit(answers, 0.9)])).toEqual([]);
        },
      ),
    );
  });

  it("are refused where no screen is like that", () => {
    const wrong = (task: Partial<BestWorstTask>) => () =>
      bestWorstLogit({ ...own, tasks: [{ ...tasks[0], ...task }] }, 0.9);
    for (const task of [{ best: 0 }, { best: 4 }, { items: [1, 1, 2, 4] }, { items: [2, 4, 9] }, { respondent: -1 }]) {
      expect(wrong(task)).toThrow(RangeError);
    }
    expect(() => bestWorstScores({ ...own, weights: Float64Array.of(1) }, 0.9)).toThrow(RangeError);
    expect(() => bestWorstScores(own, 1)).toThrow(RangeError);
  });
});
