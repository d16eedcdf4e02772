/** Mistakes that satisfaction software makes: the wrong number is not there, or it is labelled. Others in packages/statistics. */
import { describe, expect, it } from "vitest";
import { buildLoadedStudy } from "../test-support/build-loaded-study.ts";
import { analyseStudy } from "./analyse-study.ts";

const half = Array.from({ length: 160 }, (_, i) => ({
  overall: i < 80 ? 4 + (i % 2) : null,
  speed: 1 + (i % 5),
  care: 1 + ((i + (i % 3)) % 5),
  group: "all",
  wave: "1",
}));

function resultsOf(changes = {}) {
  return analyseStudy(buildLoadedStudy(half, changes), { productVersion: "test" });
}

const csat = (changes = {}) =>
  resultsOf(changes).weightings[0].keyFigures.find(({ id }) => id === "csat")?.figure.result;

describe("mistakes of satisfaction software", () => {
  it("4: questions that were left out are in no denominator", () => {
    // All 80 who answered are satisfied: 80 of 160 would be half of them.
    expect(csat()).toMatchObject({ kind: "estimated", value: 1, n: 80 });
  });

  it("9: what goes together with satisfaction is never said to cause it", () => {
    const spoken = resultsOf().findings.filter(({ code }) => code.startsWith("drivers-"));
    const people = half.map((person, i) => ({ ...person, overall: Math.max(1, person.speed - (i % 7 === 0 ? 1 : 0)) }));
    const clear = analyseStudy(buildLoadedStudy(people), { productVersion: "test" }).findings;
    const [drivers] = clear.filter(({ code }) => code === "drivers-above-even");
    expect(drivers?.text.en).toContain("This is association, not proof of cause.");
    expect(drivers?.text.zh).toContain("不等于因果");
    for (const { text } of [...spoken, ...clear]) {
      expect(text.en).not.toMatch(/\bcauses?\b(?<!proof of cause)/);
      expect(text.zh).not.toMatch(/导致|(?<!不等于)因果/);
    }
  });

  it("11: shares of those who answered come with the response rate, and with what is not known of the others", () => {
    const unknown = resultsOf().findings.map(({ code }) => code);
    expect(unknown).toContain("caution-response-rate");
    const [told] = resultsOf({ invited: 1_600 }).findings.filter(({ code }) => code === "caution-nonresponse");
    expect(told?.text.en).toMatch(/^Of 1,600 who were asked 10\.0% answered; whether they resemble/);
    expect(told?.text.zh).toMatch(/1,600.*10\.0%.*未作比较/);
  });
});
