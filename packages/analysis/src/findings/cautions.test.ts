import { describe, expect, it } from "vitest";
import { buildLoadedStudy } from "../../test-support/build-loaded-study.ts";
import { analyseStudy } from "../analyse-study.ts";
import type { NoRating } from "../results/items.ts";
import type { StudyResults, WeightingResults } from "../results/study-results.ts";
import { cautions } from "./cautions.ts";

const people = Array.from({ length: 200 }, (_, i) => ({
  overall: 1 + (i % 5),
  speed: 1 + ((i >> 1) % 5),
  // Close to the other, so that both may be read as one index.
  care: 1 + (((i >> 1) + (i % 7 === 0 ? 1 : 0)) % 5),
  group: "all",
  wave: "1",
}));
const results = analyseStudy(buildLoadedStudy(people, { invited: 200 }), { productVersion: "test" });
const [shown] = results.weightings;
const noNoRating: NoRating = { notShown: 0, skipped: 0, notApplicable: 0, dontKnow: 0, refused: 0, setAside: 0 };

function said(data: Partial<StudyResults["data"]>, changes: Partial<WeightingResults> = {}): Readonly<string[]> {
  // The recommendation question was asked of nobody in these people.
  const items = shown.items.filter(({ code }) => code !== "nps");
  const changed = { ...results, data: { ...results.data, ...data } };
  return cautions(changed, { ...shown, items, ...changes }).map(({ code, text }) => `${code}: ${text.en}`);
}

const withNoRating = (missing: Partial<NoRating>) => ({
  items: shown.items.slice(0, 1).map((item) => ({ ...item, noRating: { ...noNoRating, ...missing } })),
});

describe("cautions", () => {
  it("are not made where nothing calls for one", () => {
    expect(said({})).toEqual([]);
  });

  it("warn of few respondents below a hundred of them, and of nobody's not at all", () => {
    expect(said({ respondents: 99, invited: 99 })).toEqual([
      expect.stringMatching(/^caution-few: Only 99 respondents.*± 10%/),
    ]);
    expect(said({ respondents: 100, invited: 100 })).toEqual([]);
    expect(said({ respondents: 0 })).toEqual([]);
  });

  it("warn of complete cases below 70 % of the respondents", () => {
    const drivers = (n: number) => {
      if (shown.drivers.kind !== "estimated") throw new Error("no drivers");
      return { drivers: { ...shown.drivers, n } };
    };
    expect(said({}, drivers(139))).toEqual([expect.stringMatching(/^caution-complete-cases: Only 139 respondents/)]);
    expect(said({}, drivers(140))).toEqual([]);
    expect(said({}, { drivers: { kind: "not-asked" } })).toEqual([]);
  });

  it.each<keyof NoRating>(["skipped", "notApplicable", "dontKnow", "refused", "setAside"])(
    "name an item that a fifth of those who were asked did not rate: %s",
    (state) => {
      // 200 rated: 50 without a rating are a fifth of 250.
      expect(said({}, withNoRating({ [state]: 50 }))).toEqual([expect.stringMatching(/^caution-no-rating: .*speed/)]);
      expect(said({}, withNoRating({ [state]: 49 }))).toEqual([]);
    },
  );

  it("count nobody who was not shown the question as one who did not rate it", () => {
    expect(said({}, withNoRating({ notShown: 500 }))).toEqual([]);
    expect(said({}, withNoRating({ notShown: 500, dontKnow: 50 }))).toHaveLength(1);
  });

  it("warn of a design effect from 1.25 on, of weighted results only", () => {
    const weighting = (designEffect: number, column: string | null = "w") => ({
      weighting: { ...shown.weighting, column, designEffect, effectiveN: 160 },
    });
    expect(said({}, weighting(1.25))).toEqual([
      expect.stringMatching(/^caution-design-effect: .*200 respondents are worth 160 \(design effect 1.25\)/),
    ]);
    expect(said({}, weighting(1.249))).toEqual([]);
    expect(said({}, weighting(1.3, null))).toEqual([]);
  });

  it("say how many answers were set aside, where any were", () => {
    expect(said({ setAside: 1 })).toEqual([expect.stringMatching(/^caution-set-aside: 1 /)]);
    expect(said({ setAside: 0 })).toEqual([]);
  });

  it("say that other weights stand in for those the study wanted", () => {
    if (shown.index === null) throw new Error("no index");
    const index = { ...shown.index, wanted: "lmg" as const, method: "equal" as const };
    expect(said({}, { index })).toEqual([expect.stringMatching(/^caution-weights-replaced: .*Shapley/)]);
  });
});
