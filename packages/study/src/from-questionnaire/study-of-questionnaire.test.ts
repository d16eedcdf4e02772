import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import { templates } from "@manyi/questionnaire/template/templates";
import {
  asking,
  buildQuestionnaire,
  fivePoints,
  multiple,
  nps,
  openText,
  page,
  rating,
  single,
  text,
} from "@manyi/questionnaire/test-support/build-questionnaire";
import { describe, expect, it } from "vitest";
import { parseStudy } from "../check/parse-study.ts";
import { answerCoder, firstAnswerCode } from "../coding/answer-coder.ts";
import { missingStates } from "../definition/scale.ts";
import { circumstanceColumns } from "./circumstances.ts";
import { studyOfQuestionnaire } from "./study-of-questionnaire.ts";

const id = "0b7e1f8a-0000-4000-8000-000000000000";
const waves = [
  { code: "2026-2", name: text("下半年", "Second half"), versions: [1] },
  { code: "2026-1", name: text("上半年", "First half"), versions: [1] },
];

/** @param versions the newest last, as they were published */
function studyOf(...versions: readonly Questionnaire[]) {
  const numbered = versions.map((questionnaire, i) => ({ number: i + 1, questionnaire })).toReversed();
  return studyOfQuestionnaire({ id, versions: numbered, waves });
}

function parsed(study: object) {
  const result = parseStudy("study.json", JSON.stringify(study));
  return result.kind === "faulty" ? result.issues : [];
}

function column(study: ReturnType<typeof studyOf>["study"], name: string) {
  const found = study.columns.find((one) => one.name === name);
  return { ...found, scale: found?.scale === undefined ? undefined : study.scales[found.scale] };
}

describe("the study of a questionnaire", () => {
  it.each(templates)("of $code passes the study's own check", ({ questionnaire }) => {
    expect(parsed(studyOf(questionnaire).study)).toEqual([]);
  });

  it("passes it with every kind of question, without scoring and without waves", () => {
    const all = asking(
      rating("a"),
      nps("b"),
      single("c", ["x", "y"], { other: { label: text("其他", "Other") } }),
      multiple("d", ["x", "y"], { states: ["refused"] }),
      openText("e"),
      { code: "f", type: "statement", text: text("说明") },
    );
    const { study, header } = studyOfQuestionnaire({ id, versions: [{ number: 1, questionnaire: all }], waves: [] });
    expect(parsed(study)).toEqual([]);
    expect(study).not.toHaveProperty("waves");
    expect(header).toEqual(["a", "b", "c", "c_other_text", "d_x", "d_y", "e", ...Object.values(circumstanceColumns)]);
  });

  it("has its columns in the order of the header, items first", () => {
    const { study, header } = studyOf(buildQuestionnaire());
    expect(study.columns.map(({ name }) => name)).toEqual(header);
    expect(header.slice(-6)).toEqual(["_wave", "_version", "_language", "_channel", "_late", "_seconds"]);
  });

  it("codes every cell that an evaluation can leave, each to what it means", () => {
    const states = ["not-applicable", "dont-know", "refused"] as const;
    const asked = asking(rating("a", { states: [...states] }), rating("b", { showIf: { item: "a", from: 4 } }));
    const { study } = studyOf(asked);
    const coder = answerCoder(column(study, "a").scale);
    const meaning = (answers: Record<string, unknown>, name = "a") => {
      const cell = evaluate(asked, answers).cells[name] ?? "";
      const code = coder.known.get(cell) ?? coder.learn(cell);
      return code < firstAnswerCode ? missingStates[code] : coder.answers[code - firstAnswerCode]?.value;
    };
    expect([1, 2, 3, 4, 5].map((a) => meaning({ a }))).toEqual([1, 2, 3, 4, 5]);
    expect(states.map((a) => meaning({ a }))).toEqual([...states]);
    expect(meaning({})).toBe("skipped");
    expect(meaning({ a: 1 }, "b")).toBe("not-shown");
  });

  it("keeps good end, marks and words of a scale, and declares equal scales once", () => {
    const marks = { 1: 100, 2: 80, 3: 60, 4: 30, 5: 0 };
    const scales = { five: { ...fivePoints, best: "lowest" as const, conversion: { kind: "marks" as const, marks } } };
    const { study } = studyOf({ ...asking(rating("a"), rating("b"), nps("c")), scales });
    expect(column(study, "a").scale).toEqual({
      kind: "rating",
      minimum: 1,
      maximum: 5,
      best: "lowest",
      labels: fivePoints.labels,
      special: { NS: "not-shown", NA: "not-applicable", DK: "dont-know", RF: "refused" },
      conversion: { kind: "marks", marks },
    });
    expect(Object.keys(study.scales)).toEqual(["five", "nps-0-10", "waves", "yes-no"]);
    expect(column(study, "c").scale).toMatchObject({ labels: { "0": text("不可能", "Not at all") } });
  });

  it("gives a recommendation no scale of the questionnaire, whatever that is called", () => {
    const reversed = { ...fivePoints, minimum: 0, maximum: 10, best: "lowest" as const };
    const scales = { five: fivePoints, nps_0_10: reversed };
    const { study } = studyOf({ ...asking(rating("a", { scale: "nps_0_10" }), nps("c")), scales });
    expect(column(study, "a").scale).toMatchObject({ best: "lowest" });
    expect(column(study, "c").scale).not.toHaveProperty("best");
    expect(column(study, "c").scale).toMatchObject({ labels: { "0": text("不可能", "Not at all") } });
  });

  it("does not repeat marks without effect", () => {
    const conversion = { kind: "range" as const, marks: { 1: 7 } };
    const { study } = studyOf({ ...asking(rating("a")), scales: { five: { ...fivePoints, conversion } } });
    expect(column(study, "a").scale).toHaveProperty("conversion", { kind: "range" });
    expect(parsed(study)).toEqual([]);
  });

  it("knows every option that any version offered, the newest words first", () => {
    const offering = (...options: readonly string[]) => asking(single("k", options));
    const { study } = studyOf(offering("a", "b"), offering("a", "c"), offering("a", "d"));
    const { answers = [] } = column(study, "k").scale as { answers?: readonly { code: string }[] };
    expect(answers.map(({ code }) => code)).toEqual(["a", "d", "c", "b"]);
  });

  it("leaves out the oldest items where a study cannot take all", () => {
    const version = (number: number) => asking(...Array.from({ length: 1_000 }, (_, i) => openText(`v${number}_${i}`)));
    const { study, header } = studyOf(...Array.from({ length: 6 }, (_, i) => version(i + 1)));
    expect(header).toHaveLength(5_000);
    expect(header).toContain("v6_999");
    expect(header).not.toContain("v1_0");
    expect(header.slice(-6)).toEqual(Object.values(circumstanceColumns));
    expect(parsed(study)).toEqual([]);
  });

  it("lists the waves in their order, whatever their codes", () => {
    const { study } = studyOf(buildQuestionnaire());
    expect(study.waves).toEqual({ column: "_wave" });
    expect(column(study, "_wave").scale).toMatchObject({
      answers: [
        { code: "2026-2", label: { zh: "下半年" } },
        { code: "2026-1", label: { en: "First half" } },
      ],
    });
  });

  it("maps indicators, weights, measures and groups", () => {
    const leaf = { code: "x", label: text("x"), item: "service_speed", weight: 2, importance: "service_price" };
    const indicators = [{ code: "d", label: text("d"), children: [leaf] }];
    const scoring = {
      indicators,
      weights: "entered" as const,
      measures: { overall: "overall" },
      segments: ["kind"],
      units: ["kind"],
    };
    const { study } = studyOf(buildQuestionnaire({ scoring }));
    expect(parsed(study)).toEqual([]);
    expect(study).toMatchObject({
      index: { weights: "entered" },
      measures: { overall: "overall" },
      segments: ["kind"],
      units: ["kind"],
      indicators: [
        { code: "d", children: [{ code: "x", question: "service_speed", weight: 2, importance: "service_price" }] },
      ],
      furtherItems: ["nps"],
    });
  });

  it("calls a question by its short name", () => {
    const { study } = studyOf(asking(single("a", ["x", "y"], { label: text("客户类型", "Type of customer") })));
    expect(column(study, "a").label).toEqual(text("客户类型", "Type of customer"));
  });

  it("needs a version", () => {
    expect(() => studyOfQuestionnaire({ id, versions: [], waves })).toThrow(RangeError);
  });
});

describe("the study of several versions", () => {
  const first = buildQuestionnaire({
    pages: [page("p", rating("overall"), rating("gone"), single("kind", ["a", "b"]), openText("old"))],
    scoring: { measures: { overall: "overall" }, segments: ["kind"] },
  });
  const second = buildQuestionnaire({
    title: text("新的标题", "New title"),
    pages: [
      page(
        "p",
        rating("new"),
        single("kind", ["c", "a"], { text: text("新的") }),
        rating("overall", { text: text("新的") }),
      ),
    ],
    scoring: { measures: { overall: "overall" }, segments: ["kind"] },
  });
  const { study, header } = studyOf(first, second);

  it("has the columns of the newest first, then what only former ones asked", () => {
    expect(parsed(study)).toEqual([]);
    expect(header.slice(0, 5)).toEqual(["new", "kind", "overall", "gone", "old"]);
    expect(study.title).toEqual(text("新的标题", "New title"));
  });

  it("takes words from the newest version that asks an item, and options from all", () => {
    expect(column(study, "overall").label).toEqual(text("新的"));
    expect(column(study, "kind").scale).toMatchObject({ answers: [{ code: "c" }, { code: "a" }, { code: "b" }] });
    const worded = (words: string) => asking(single("a", [], { options: [{ code: "x", label: text(words) }] }));
    expect(column(studyOf(worded("旧"), worded("新")).study, "a").scale).toMatchObject({
      answers: [{ label: text("新") }],
    });
  });

  it("reports only what is still asked", () => {
    expect(study.furtherItems).toEqual(["new"]);
  });

  it("keeps scales of one name apart where their words differ", () => {
    const reworded = {
      ...asking(rating("a")),
      scales: { five: { ...fivePoints, labels: { "1": text("差"), "5": text("好") } } },
    };
    const both = studyOf(asking(rating("b")), reworded).study;
    expect(column(both, "a").scale).toMatchObject({ labels: { "5": text("好") } });
    expect(column(both, "b").scale).toMatchObject({ labels: { "5": fivePoints.labels["5"] } });
    expect(Object.keys(both.scales)).toEqual(["five", "five-2", "waves", "yes-no"]);
  });
});
