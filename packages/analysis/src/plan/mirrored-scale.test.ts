/** A scale whose best answer is its lowest must give what its mirror gives: 1 is the best of five as 5 is elsewhere. */
import { randomFromSeed } from "@manyi/statistics/random/xoshiro";
import type { IndexWeighting } from "@manyi/study/definition/index-weightings";
import type { RatingScale } from "@manyi/study/definition/scale";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../test-support/build-rated-study.ts";
import { estimated, keyFigureOf } from "../../test-support/estimated.ts";
import { analyseStudy } from "../analyse-study.ts";
import type { WeightingResults } from "../results/study-results.ts";

const names = ["overall", "speed", "care", "price"] as const;

/** Ratings that go together: each item a little like the overall satisfaction, each differently so. */
function ratings(): Readonly<Record<string, readonly number[]>> {
  const random = randomFromSeed(7);
  const overall = Array.from({ length: 200 }, () => 1 + Math.floor(5 * random.nextUnit() ** 0.7));
  const like = (share: number, lift: number) =>
    overall.map((rating) => {
      const other = 1 + 4 * random.nextUnit();
      return Math.max(1, Math.min(5, Math.round(share * rating + (1 - share) * other + lift)));
    });
  return { overall, speed: like(0.8, 0), care: like(0.5, 0.7), price: like(0.3, -0.7) };
}

function analysed(scale: RatingScale, weights: IndexWeighting): WeightingResults {
  const given = ratings();
  const turned = (values: readonly number[]) => (scale.best === "lowest" ? values.map((v) => 6 - v) : values);
  const answers = Object.fromEntries(names.map((name) => [name, turned(given[name])]));
  const study = buildRatedStudy(
    { ratings: answers, groups: { group: given.overall.map((_, i) => `g${i % 2}`) } },
    { scales: { five: scale }, index: { weights } },
  );
  return analyseStudy(study, { productVersion: "test" }).weightings[0];
}

const five = { kind: "rating", minimum: 1, maximum: 5 } as const;
const highest = analysed(five, "lmg");
const lowest = analysed({ ...five, best: "lowest" }, "lmg");

describe("a scale whose best answer is the lowest", () => {
  it("gives the key figures of its mirror, on 0–100 and in boxes", () => {
    for (const id of ["csi", "satisfied-customer-rate", "satisfied-rating-share", "overall-index", "csat"] as const) {
      const [a, b] = [highest, lowest].map((results) => estimated(keyFigureOf(results, id).figure));
      expect(b.value).toBeCloseTo(a.value, 10);
      expect(b.standardError).toBeCloseTo(a.standardError, 10);
    }
    expect(estimated(keyFigureOf(highest, "csat").figure).value).not.toBeCloseTo(0.5, 2);
  });

  it("gives each item's index, boxes and other conversions as its mirror does, and the mean it has itself", () => {
    lowest.items.forEach((item, i) => {
      const mirror = highest.items[i];
      expect(item.code).toBe(mirror.code);
      for (const figure of ["index", "topShare", "bottomShare"] as const)
        expect(estimated(item[figure]).value).toBeCloseTo(estimated(mirror[figure]).value, 10);
      expect(estimated(item.mean).value).toBeCloseTo(6 - estimated(mirror.mean).value, 10);
      expect(item.otherConversions.map(({ conversion }) => conversion)).toEqual(["maximum", "marks"]);
      item.otherConversions.forEach((figure, c) => {
        expect(estimated(figure).value).toBeCloseTo(estimated(mirror.otherConversions[c]).value, 10);
      });
    });
  });

  it.each<IndexWeighting>(["correlation", "regression", "lmg", "johnson", "entropy"])(
    "weighs the items of the index by %s as its mirror does",
    (method) => {
      const [a, b] = [highest, lowest].map((r) => r.index?.alternatives.find((one) => one.method === method));
      expect(b?.dropped).toEqual(a?.dropped);
      expect(a?.weights.length).toBe(3);
      b?.weights.forEach(({ weight }, i) => {
        expect(weight).toBeCloseTo(a?.weights[i].weight ?? Number.NaN, 10);
      });
    },
  );

  it("finds the same drivers, each rising with satisfaction", () => {
    if (highest.drivers.kind !== "estimated" || lowest.drivers.kind !== "estimated") throw new Error("no drivers");
    expect(lowest.drivers.drivers.map(({ item }) => item)).toEqual(highest.drivers.drivers.map(({ item }) => item));
    lowest.drivers.drivers.forEach((driver, i) => {
      const mirror = highest.drivers.kind === "estimated" ? highest.drivers.drivers[i] : driver;
      expect(driver.coefficient).toBeCloseTo(mirror.coefficient, 10);
      expect(driver.correlation).toBeCloseTo(mirror.correlation, 10);
      expect(driver.correlation).toBeGreaterThan(0);
      expect(driver.lmg.share).toBeCloseTo(mirror.lmg.share, 10);
      expect(driver.lmg.interval?.lower).toBeCloseTo(mirror.lmg.interval?.lower ?? Number.NaN, 10);
    });
  });

  it("places the items in the quadrants of its mirror", () => {
    const quadrants = (results: WeightingResults) =>
      results.matrices.map(({ points }) => points.map(({ quadrant }) => quadrant));
    expect(quadrants(lowest)).toEqual(quadrants(highest));
    expect(new Set(quadrants(highest).flat()).size).toBeGreaterThan(1);
  });

  it("compares groups as its mirror does", () => {
    const values = (results: WeightingResults) =>
      results.groups[0].measures.flatMap(({ figures }) => figures.map((figure) => estimated(figure).value));
    values(lowest).forEach((value, i) => {
      expect(value).toBeCloseTo(values(highest)[i], 10);
    });
  });
});

describe("a mirrored scale by marks or by its maximum", () => {
  it("takes marks by their code, and the maximum from the best end", () => {
    const byMaximum = (best: "highest" | "lowest") =>
      estimated(keyFigureOf(analysed({ ...five, best, conversion: { kind: "maximum" } }, "equal"), "csi").figure).value;
    expect(byMaximum("lowest")).toBeCloseTo(byMaximum("highest"), 10);
    const marks = { "1": 100, "2": 80, "3": 60, "4": 30, "5": 0 };
    const marked = analysed({ ...five, best: "lowest", conversion: { kind: "marks", marks } }, "equal");
    const [item] = highest.items;
    const other = item.otherConversions.find(({ conversion }) => conversion === "marks");
    expect(estimated(marked.items[0].index).value).toBeCloseTo(estimated(other).value, 10);
  });
});
