import type { Wave } from "@manyi/contract/programme/programmes";
import { describe, expect, it } from "vitest";
import { isCollecting, nextStep, stagesOf } from "./stages.ts";

const wave = (overrides: Partial<Wave> = {}): Wave => ({
  id: "w1",
  code: "1",
  name: { zh: "一期" },
  state: "open",
  responses: 0,
  excluded: 0,
  collects: true,
  ...overrides,
});
const published = { revision: 3, versions: 1, published: true };

describe("the stages of a programme", () => {
  it("are results and report where answers are imported", () => {
    const imported = { questionnaire: null, waves: [wave({ collects: false, state: "closed", responses: 600 })] };
    expect(stagesOf(imported).map(({ stage, progress }) => [stage, progress])).toEqual([
      ["results", "done"],
      ["report", "done"],
    ]);
    expect(nextStep(imported)).toBeNull();
  });

  it("begin with writing, and wait one for another", () => {
    const fresh = { questionnaire: { revision: 1, versions: 0, published: false }, waves: [] };
    expect(stagesOf(fresh).map(({ state }) => state.kind)).toEqual([
      "writing",
      "waits-for-publication",
      "waits-for-answers",
      "waits-for-answers",
    ]);
    expect(nextStep(fresh)).toEqual({ kind: "publish" });
  });

  it("lead from the link to the results to the report", () => {
    const step = (waves: Wave[], questionnaire = published) => nextStep({ questionnaire, waves })?.kind ?? null;
    expect(step([wave()])).toBe("share");
    expect(step([wave({ responses: 9 })])).toBe("share-more");
    expect(step([wave({ responses: 10 })])).toBe("look");
    expect(step([wave({ responses: 3, state: "closing" })])).toBe("look");
    expect(step([wave({ responses: 3, state: "closed" })])).toBe("report");
    expect(step([wave({ state: "closed" })])).toBeNull();
    expect(step([wave({ responses: 30, state: "closed" }), wave({ id: "w2" })])).toBe("share");
    expect(step([wave()], { ...published, published: false })).toBe("publish-changes");
  });

  it("do not count what was left out by hand", () => {
    const [, , results] = stagesOf({ questionnaire: published, waves: [wave({ responses: 2, excluded: 2 })] });
    expect(results?.state).toEqual({ kind: "waits-for-answers" });
  });

  it("collect as long as somebody may still send", () => {
    expect(isCollecting([wave({ state: "closing" })])).toBe(true);
    expect(isCollecting([wave({ state: "closed" })])).toBe(false);
    expect(isCollecting([wave({ collects: false })])).toBe(false);
  });
});
