import { missingStates } from "@manyi/study/definition/scale";
import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../test-support/build-rated-study.ts";
import { estimated } from "../../test-support/estimated.ts";
import { analyseStudy } from "../analyse-study.ts";

const rated = Array.from({ length: 20 }, (_, i): Answer => 1 + (i % 5));

describe("an item without some ratings", () => {
  it("counts each way of not rating in a field of its own, and none of them as an answer", () => {
    // One not shown, two skipped … six set aside: a state in another's field would show.
    const missing = missingStates.flatMap((state, i) => Array.from({ length: i + 1 }, (): Answer => state));
    const study = buildRatedStudy({ ratings: { speed: [...rated, ...missing] } });
    const [item] = analyseStudy(study, { productVersion: "test" }).weightings[0].items;
    expect(item.noRating).toEqual({
      notShown: 1,
      skipped: 2,
      notApplicable: 3,
      dontKnow: 4,
      refused: 5,
      setAside: 6,
    });
    expect(item.distribution.map((cell) => cell.count)).toEqual([4, 4, 4, 4, 4]);
    expect(estimated(item.mean)).toMatchObject({ value: 3, n: 20 });
  });

  it("adds the set-aside answers of all items up for the record", () => {
    const aside = (count: number) => rated.map((answer, i): Answer => (i < count ? "set-aside" : answer));
    const study = buildRatedStudy({ ratings: { speed: aside(2), care: aside(3) } });
    expect(analyseStudy(study, { productVersion: "test" }).data.setAside).toBe(5);
  });
});

describe("an item of the indicator system", () => {
  it("belongs to the dimension at the top of its branch, and has the importance that was asked for it alone", () => {
    const label = { zh: "甲" };
    const question = (code: string, importance?: string) => ({
      code: `c-${code}`,
      label,
      question: code,
      ...(importance === undefined ? {} : { importance }),
    });
    const study = buildRatedStudy(
      { ratings: { overall: rated, speed: rated, care: rated, weight: rated.map(() => 4) } },
      { indicators: [{ code: "service", label, children: [question("speed", "weight")] }, question("care")] },
    );
    const [{ items }] = analyseStudy(study, { productVersion: "test" }).weightings;
    expect(items.map(({ code, dimension, weight }) => [code, dimension, weight])).toEqual([
      ["speed", "service", 0.5],
      ["care", "c-care", 0.5],
      ["overall", null, null],
    ]);
    const [speed, care] = items;
    expect(speed.statedImportance).toMatchObject({ measure: "importance", subject: "weight" });
    expect(estimated(speed.statedImportance ?? undefined).value).toBe(4);
    expect(care.statedImportance).toBeNull();
  });
});
