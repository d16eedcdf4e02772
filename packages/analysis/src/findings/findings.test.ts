import { randomFromSeed } from "@manyi/statistics/random/xoshiro";
import { describe, expect, it } from "vitest";
import { buildLoadedStudy, type Respondent } from "../../test-support/build-loaded-study.ts";
import { analyseStudy } from "../analyse-study.ts";
import type { FindingCode } from "./finding-details.ts";

type Draw = (group: number, wave: number) => number;

/** People whose ratings have the mean that `level` says, in unequal groups and waves. */
function survey(seed: number, size: number, level: Draw): readonly Respondent[] {
  const random = randomFromSeed(seed);
  return Array.from({ length: size }, () => {
    const group = Math.floor(4 * random.nextUnit() ** 2);
    const wave = Math.floor(3 * random.nextUnit());
    const rating = () => Math.max(1, Math.min(5, Math.round(level(group, wave) + 2 * (random.nextUnit() - 0.5))));
    return {
      overall: rating(),
      speed: rating(),
      care: rating(),
      nps: 2 * rating(),
      group: `g${group}`,
      wave: `w${wave}`,
    };
  });
}

function codesOf(people: readonly Respondent[], changes = {}): readonly FindingCode[] {
  return analyseStudy(buildLoadedStudy(people, changes), { productVersion: "test" }).findings.map(
    (finding) => finding.code,
  );
}

const changes: readonly FindingCode[] = ["change-up", "change-down"];
const groupDifferences: readonly FindingCode[] = ["group-higher", "group-lower"];

describe("findings", () => {
  it("seldom speak of a change or a better group where there is none", () => {
    const runs = 120;
    let spoke = { change: 0, group: 0 };
    for (let run = 0; run < runs; run++) {
      const codes = codesOf(survey(run, 300, () => 3.4));
      spoke = {
        change: spoke.change + Number(codes.some((code) => changes.includes(code))),
        group: spoke.group + Number(codes.some((code) => groupDifferences.includes(code))),
      };
    }
    // Holm keeps a family at 5 %; five measures that go together make the change sentence at most five families.
    expect(spoke.group / runs).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
    expect(spoke.change / runs).toBeLessThan(0.25);
  });

  it("speak of a change, a better group and the fall of an item where there is one", () => {
    const codes = codesOf(survey(1, 900, (group, wave) => (wave === 2 ? 2.6 : 3.6) + (group === 3 ? 0.8 : 0)));
    expect(codes).toContain("change-down");
    expect(codes).toContain("item-change-down");
    expect(codes).toContain("group-higher");
    expect(codes).not.toContain("groups-no-evidence");
  });

  it("leave a target undecided that lies inside the interval", () => {
    const people = survey(2, 200, () => 3.5);
    const [result] = analyseStudy(buildLoadedStudy(people), { productVersion: "test" }).weightings;
    const csi = result.keyFigures[0].figure.result;
    if (csi.kind !== "estimated") throw new Error("no index");
    const target = (value: number) => ({ targets: [{ measure: "csi" as const, value }] });
    expect(codesOf(people, target(csi.interval.upper - 0.1))).toContain("target-open");
    expect(codesOf(people, target(csi.interval.upper + 0.1))).toContain("target-missed");
    expect(codesOf(people, target(csi.interval.lower - 0.1))).toContain("target-met");
  });

  it("decide on a grade only where the whole interval lies in its band", () => {
    const people = survey(3, 200, () => 3.5);
    const graded = (from: number) => {
      const band = (code: string, lower: number) => ({ code, label: { zh: code }, from: lower });
      return {
        index: {
          grades: { name: { zh: "档" }, conversion: "range" as const, bands: [band("好", from), band("差", 0)] },
        },
      };
    };
    expect(codesOf(people, graded(20))).toContain("csi-grade-certain");
    const [result] = analyseStudy(buildLoadedStudy(people), { productVersion: "test" }).weightings;
    const csi = result.keyFigures[0].figure.result;
    expect(codesOf(people, graded(csi.kind === "estimated" ? csi.value : 0))).toContain("csi-grade-open");
  });

  it("warn of an unknown response rate, of few answers, and of weights that cannot be had", () => {
    const people = survey(4, 40, () => 3.5);
    expect(codesOf(people)).toEqual(expect.arrayContaining(["caution-response-rate", "caution-few"]));
    expect(codesOf(people, { invited: 100 })).not.toContain("caution-response-rate");
    const same = people.map((person) => ({ ...person, speed: 3 }));
    expect(codesOf(same, { index: { weights: "lmg" } })).toContain("caution-weights-replaced");
  });

  it("say every sentence in both languages", () => {
    const { findings } = analyseStudy(buildLoadedStudy(survey(5, 300, (group) => 3 + group / 4)), {
      productVersion: "test",
    });
    for (const { text } of findings) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(text.en).toMatch(/[a-z].*\.$/);
    }
  });
});

describe("an analysis of nobody in particular", () => {
  it.each<[string, readonly Respondent[]]>([
    ["one respondent", survey(1, 1, () => 3)],
    [
      "nobody who rated",
      survey(1, 20, () => 3).map((p) => ({ ...p, overall: null, speed: null, care: null, nps: null })),
    ],
    ["everybody of one mind", survey(1, 50, () => 3).map((p) => ({ ...p, overall: 4, speed: 4, care: 4, nps: 9 }))],
    ["weights that are all 0 but one", survey(1, 30, () => 3).map((p, i) => ({ ...p, weight: i === 0 ? 1 : 0 }))],
  ])("has no NaN: %s", (_, people) => {
    const study = buildLoadedStudy(people, { weights: [{ column: "weight", label: { zh: "权重" } }] });
    JSON.stringify(analyseStudy(study, { productVersion: "test" }), (_key, value) => {
      if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
      return value;
    });
  });
});
