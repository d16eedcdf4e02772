import { describe, expect, it } from "vitest";
import {
  asking,
  buildQuestionnaire,
  fivePoints,
  matrix,
  multiple,
  nps,
  openText,
  page,
  rating,
  text,
} from "../../test-support/build-questionnaire.ts";
import { faultyConditions } from "../../test-support/faulty-conditions.ts";
import { faultyScoring } from "../../test-support/faulty-scoring.ts";
import { faultyStructure } from "../../test-support/faulty-structure.ts";
import { zh } from "../messages/zh.ts";
import { checkQuestionnaire } from "./check-questionnaire.ts";
import type { QuestionnaireIssueCode } from "./questionnaire-issue.ts";
import { readQuestionnaire } from "./read-questionnaire.ts";

const faults = [...faultyStructure, ...faultyConditions, ...faultyScoring];

const warnings: ReadonlySet<QuestionnaireIssueCode> = new Set([
  "scale-marks-disordered",
  "nothing-scored",
  "ending-unreachable",
  "takes-long",
]);

describe("the check", () => {
  it("finds nothing in a sound questionnaire", () => {
    expect(checkQuestionnaire(buildQuestionnaire())).toEqual([]);
  });

  it.each(faults)("finds %s", (_, questionnaire, code, at) => {
    const found = checkQuestionnaire(questionnaire).filter((issue) => issue.code === code);
    expect(found.map((issue) => issue.at.join("/"))).toEqual([at]);
    expect(found[0]?.severity).toBe(warnings.has(code) ? "warning" : "error");
  });

  it("is shown to find every kind of issue there is, but for those with tests of their own", () => {
    const elsewhere = ["form-wrong", "item-changed"];
    expect(new Set([...faults.map(([, , code]) => code), ...elsewhere])).toEqual(new Set(Object.keys(zh.issues)));
  });

  it("is about faults that a schema lets pass", () => {
    for (const [name, questionnaire] of faults)
      expect([name, readQuestionnaire(questionnaire).kind]).toEqual([name, "read"]);
  });

  it("only warns of a help that is not translated, and lets it be left out", () => {
    const half = checkQuestionnaire(asking(rating("a", { help: { zh: "说明" } })));
    expect(half).toMatchObject([
      {
        code: "text-missing",
        severity: "warning",
        at: ["pages", 0, "questions", 0, "help"],
        details: { languages: ["en"] },
      },
      { code: "nothing-scored" },
    ]);
    expect(checkQuestionnaire(asking(rating("a", { help: {} })))).toMatchObject([{ code: "nothing-scored" }]);
  });

  it("asks no text of languages that the questionnaire is not offered in", () => {
    const chinese = buildQuestionnaire({ languages: ["zh"], title: { zh: "只有中文" } });
    expect(checkQuestionnaire(chinese)).toEqual([]);
  });

  it("takes NPS from a scale of eleven points whose best is 10, and from no other", () => {
    const eleven = (best?: "lowest") => ({
      ...fivePoints,
      minimum: 0,
      maximum: 10,
      labels: { "0": text("否"), "10": text("是") },
      ...(best === undefined ? {} : { best }),
    });
    const with11 = (best?: "lowest") =>
      buildQuestionnaire({
        scales: { eleven: eleven(best) },
        pages: [page("p", rating("r", { scale: "eleven" }))],
        scoring: { measures: { nps: "r" } },
      });
    expect(checkQuestionnaire(with11())).toEqual([]);
    expect(checkQuestionnaire(with11("lowest"))).toMatchObject([{ code: "measure-item-wrong" }]);
  });

  it("lets a condition speak of an earlier question of the same page, an option of a multiple choice, a state", () => {
    const fine = asking(
      multiple("m", ["x", "y"]),
      nps("n", { states: ["dont-know"] }),
      openText("t", {
        showIf: {
          any: [
            { item: "m_x", oneOf: ["1"] },
            { item: "n", is: "dont-know" },
            { item: "n", to: 6 },
          ],
        },
      }),
      openText("u", { showIf: { item: "t", is: "answered" } }),
    );
    expect(checkQuestionnaire(fine)).toMatchObject([{ code: "nothing-scored" }]);
  });

  it("takes no more for possible than there are options, whatever the most is", () => {
    const crossed = checkQuestionnaire(asking(multiple("m", ["a", "b"], { least: 3, most: 5 })));
    expect(crossed).toMatchObject([
      { code: "limits-crossed", details: { least: 3, most: 2 } },
      { code: "nothing-scored" },
    ]);
  });

  it("lets weights by entropy do without overall satisfaction, and neighbouring marks be equal", () => {
    const { scoring } = buildQuestionnaire();
    const entropy = buildQuestionnaire({ scoring: { indicators: scoring.indicators ?? [], weights: "entropy" } });
    expect(checkQuestionnaire(entropy)).toEqual([]);
    const marks = { 1: 0, 2: 0, 3: 50, 4: 100, 5: 100 };
    const scales = { five: { ...fivePoints, conversion: { kind: "marks" as const, marks } } };
    expect(checkQuestionnaire(buildQuestionnaire({ scales }))).toEqual([]);
  });

  it("finds items that differ in the case of their letters only", () => {
    const twice = checkQuestionnaire(asking(matrix("Service", ["Speed"]), rating("service_speed")));
    expect(twice).toMatchObject([
      { code: "item-twice", details: { item: "service_speed" } },
      { code: "nothing-scored" },
    ]);
  });

  it("does not count an exclusive option towards the least", () => {
    const options = [
      { code: "a", label: text("a") },
      { code: "none", label: text("无"), exclusive: true },
    ];
    const crossed = checkQuestionnaire(asking(multiple("m", [], { options, least: 2 })));
    expect(crossed).toMatchObject([
      { code: "limits-crossed", details: { least: 2, most: 1 } },
      { code: "nothing-scored" },
    ]);
  });
});
