import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, day } from "../../../test-support/build-questionnaire.ts";
import { isDay } from "./is-day.ts";

const asked = asking(day("q", { earliest: "2026-01-31", latest: "2026-12-31", states: ["dont-know"] }));

describe("a day", () => {
  it.each([
    ["2026-01-31", "2026-01-31"],
    ["2026-12-31", "2026-12-31"],
    ["dont-know", "DK"],
  ])("is kept: %s", (answer, cell) => {
    expect(answering(asked, { q: answer })).toEqual({ cells: { q: cell }, faults: [] });
  });

  it.each([
    ["2026-02-29", "not-a-day"],
    ["31.12.2026", "not-a-day"],
    ["2026-1-1", "not-a-day"],
    ["", "not-a-day"],
    ["2026-01-30", "too-early"],
    ["2027-01-01", "too-late"],
    ["refused", "state-not-offered"],
    [20261231, "form"],
    [{ text: "2026-12-31" }, "form"],
  ])("is refused: %j", (answer, problem) => {
    expect(answering(asked, { q: answer })).toEqual({ cells: {}, faults: [["q", problem]] });
  });

  it("is one of the calendar, leap years with it", () => {
    const days = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        expect(isDay(date.toISOString().slice(0, 10))).toBe(true);
      }),
    );
    expect(["2000-02-29", "2028-02-29", "1900-02-29", "2027-02-29"].map(isDay)).toEqual([true, true, false, false]);
    expect(["2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00"].map(isDay)).toEqual([false, false, false, false]);
  });
});
