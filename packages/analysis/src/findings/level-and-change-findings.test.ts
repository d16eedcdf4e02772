import { describe, expect, it } from "vitest";
import { shownResults, tested, withInterval } from "../../test-support/findings-base.ts";
import type { TestedDifference } from "../results/compare.ts";
import type { WeightingResults } from "../results/study-results.ts";
import { changeFindings } from "./change-findings.ts";
import { groupFindings } from "./group-findings.ts";
import { levelFindings } from "./level-findings.ts";

describe("the NPS", () => {
  const said = (lower: number, upper: number) =>
    levelFindings(
      {
        ...shownResults,
        keyFigures: shownResults.keyFigures
          .filter(({ id }) => id === "nps")
          .map((key) => ({ ...key, figure: withInterval(key.figure, lower, upper) })),
      },
      70,
    ).map(({ code, tone }) => [code, tone]);

  it("is positive or negative only where its whole interval is, and else balanced", () => {
    expect(said(0.1, 20)).toEqual([["nps-positive", "good"]]);
    expect(said(-20, -0.1)).toEqual([["nps-negative", "bad"]]);
    expect(said(-0.1, 20)).toEqual([["nps-balanced", "neutral"]]);
    expect(said(-20, 0.1)).toEqual([["nps-balanced", "neutral"]]);
    expect(said(0, 20)).toEqual([["nps-balanced", "neutral"]]);
    expect(said(-20, 0)).toEqual([["nps-balanced", "neutral"]]);
  });
});

describe("changes from wave to wave", () => {
  const { waves } = shownResults;
  if (waves === null) throw new Error("no waves");

  function measured(difference: TestedDifference) {
    const measures = (waves?.measures ?? [])
      .filter(({ id }) => id === "csi")
      .map((measure) => ({ ...measure, differences: [null, tested(9, 8, 10, "higher"), difference] }));
    return sentences({ measures, items: [] });
  }
  function sentences(changes: Partial<NonNullable<WeightingResults["waves"]>>) {
    if (waves === null) throw new Error("no waves");
    return changeFindings({ ...shownResults, waves: { ...waves, ...changes } });
  }

  it("are good where a measure rose and bad where it fell, by the last step alone", () => {
    const [rise] = measured(tested(3, 1, 5, "higher"));
    expect(rise).toMatchObject({ code: "change-up", kind: "change", tone: "good" });
    expect(rise.text.en).toMatch(/rose from w1 to w2 by 3\.0 \(1\.0 – 5\.0\)\.$/);
    const [fall] = measured(tested(-3, -5, -1, "lower"));
    expect(fall).toMatchObject({ code: "change-down", kind: "change", tone: "bad" });
    expect(fall.text.en).toMatch(/fell from w1 to w2 by 3\.0 \(1\.0 – 5\.0\)\.$/);
  });

  it("keep the sign of a limit that lies on the other side of no change", () => {
    expect(measured(tested(3, -0.5, 6.5, "higher"))[0].text.en).toContain("by 3.0 (−0.5 – 6.5).");
    expect(measured(tested(-3, -6.5, 0.5, "lower"))[0].text.en).toContain("by 3.0 (−0.5 – 6.5).");
  });

  it("are told together, and of neither tone, where there is no evidence", () => {
    expect(measured(tested(3, -1, 7, "none"))).toMatchObject([
      { code: "change-none", kind: "no-change", tone: "neutral" },
    ]);
  });

  it("are good and bad of items as of measures, each in its own sentence", () => {
    const items = waves.items.map((item, i) => ({
      ...item,
      change: i === 0 ? tested(4, 2, 6, "higher") : tested(-4, -6, -2, "lower"),
    }));
    const found = sentences({ measures: [], items });
    expect(found.map(({ code, tone }) => [code, tone])).toEqual([
      ["item-change-up", "good"],
      ["item-change-down", "bad"],
    ]);
    expect(found[0].text.en).toMatch(/: speed\.$/);
    expect(found[1].text.en).toMatch(/: care\.$/);
  });
});

describe("groups", () => {
  it("are named as higher and lower with their tone, on the first measure", () => {
    const [breakdown] = shownResults.groups;
    const differences = [tested(5, 2, 8, "higher"), tested(-5, -8, -2, "lower")];
    const measures = breakdown.measures.slice(0, 1).map((measure) => ({ ...measure, differences }));
    const found = groupFindings({ ...shownResults, groups: [{ ...breakdown, measures }] });
    expect(found.map(({ code, tone }) => [code, tone])).toEqual([
      ["group-higher", "good"],
      ["group-lower", "bad"],
    ]);
    expect(found[0].text.en).toContain("“g0” scored above");
    expect(found[1].text.en).toContain("“g1” scored below");
  });
});
