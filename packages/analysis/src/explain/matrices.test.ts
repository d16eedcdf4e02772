import { randomFromSeed } from "@manyi/statistics/random/xoshiro";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../test-support/build-rated-study.ts";
import { analyseStudy } from "../analyse-study.ts";

const items = ["speed", "care", "price"];

function matrices(importanceScale: "five" | "ten", asked: readonly string[] = items) {
  const random = randomFromSeed(11);
  const draw = (highest: number) => Array.from({ length: 60 }, () => 1 + Math.floor(highest * random.nextUnit()));
  const ratings = Object.fromEntries([
    ["overall", draw(5)],
    ...items.map((name) => [name, draw(5)]),
    ...asked.map((name) => [`i-${name}`, draw(importanceScale === "ten" ? 10 : 5)]),
  ]);
  const scaleOf = Object.fromEntries(asked.map((name) => [`i-${name}`, importanceScale]));
  const study = buildRatedStudy(
    { ratings, scaleOf },
    {
      scales: { ten: { kind: "rating", minimum: 1, maximum: 10 } },
      indicators: items.map((name) => ({
        code: name,
        label: { zh: name },
        question: name,
        ...(asked.includes(name) ? { importance: `i-${name}` } : {}),
      })),
    },
  );
  return analyseStudy(study, { productVersion: "test" }).weightings[0].matrices;
}

const gaps = (of: ReturnType<typeof matrices>, importance: string) =>
  of.filter((m) => m.importance === importance).flatMap(({ points }) => points.map(({ gap }) => gap));

describe("importance–performance matrices", () => {
  it("begin with stated importance at the means, which a report shows", () => {
    expect(matrices("five").map(({ importance, crosshair }) => `${importance} ${crosshair}`)).toEqual([
      "stated means",
      "stated scale",
      "stated medians",
      "derived-correlation means",
      "derived-correlation medians",
      "derived-partial means",
    ]);
    expect(matrices("five", [])[0]).toMatchObject({ importance: "derived-correlation", crosshair: "means" });
  });

  it("take importance from performance only where both stand on one scale", () => {
    const [stated] = matrices("five");
    for (const { gap, performance, importance, aboveDiagonal } of stated.points) {
      expect(gap).toBeCloseTo(performance - importance, 12);
      expect(aboveDiagonal).toBe(importance > performance);
    }
    for (const of of [gaps(matrices("ten"), "stated"), gaps(matrices("five"), "derived-correlation")]) {
      expect(of.length).toBeGreaterThan(2);
      expect(of.every((gap) => gap === null)).toBe(true);
    }
    const derived = matrices("five").filter(({ importance }) => importance !== "stated");
    for (const { points } of derived)
      for (const point of points) expect(point).toMatchObject({ aboveDiagonal: null, importanceInterval: null });
  });

  it("leave out an item whose importance was not asked", () => {
    const [stated] = matrices("five", ["speed", "price"]);
    expect(stated.importance).toBe("stated");
    expect(stated.points.map(({ item }) => item)).toEqual(["speed", "price"]);
  });
});
