import { evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import type { Question } from "@manyi/questionnaire/question/question";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleQuestionnaire } from "../../test-support/sample-questionnaire.ts";
import { answersOfForm } from "./answers-of-form.ts";

const questions: readonly Question[] = sampleQuestionnaire.pages.flatMap((page) => page.questions);
const read = (fields: string) => answersOfForm(questions, new URLSearchParams(fields));

describe("answersOfForm", () => {
  it.each<[string, string, unknown]>([
    ["a rating", "a.overall=4", { overall: 4 }],
    ["a recommendation of 0", "a.recommend=0", { recommend: 0 }],
    ["a state", "a.mood=~dont-know", { mood: "dont-know" }],
    [
      "rows of a matrix",
      "a.items.speed=4&a.items.clarity=~not-applicable",
      { items: { speed: 4, clarity: "not-applicable" } },
    ],
    ["one option", "a.kind=small", { kind: { option: "small" } }],
    ["other with its text", "a.kind=other&a.kind.text=x+y", { kind: { option: "other", text: "x y" } }],
    ["several options", "a.channel=phone&a.channel=visit", { channel: { options: ["phone", "visit"] } }],
    ["a text", "a.words=+%E5%A5%BD%0A", { words: " 好\n" }],
  ])("reads %s", (_, fields, expected) => {
    expect(read(fields)).toEqual(expected);
  });

  it("leaves out what was not answered", () => {
    expect(read("a.words=&a.city=&a.kind.text=&a.words=+&a.overall=&a.items.speed=")).toEqual({});
  });

  it("takes a text behind “other” as “other” where nothing else was picked", () => {
    expect(read("a.kind.text=abc")).toEqual({ kind: { option: "other", text: "abc" } });
    expect(read("a.channel=phone&a.channel.text=abc")).toEqual({
      channel: { options: ["phone", "other"], text: "abc" },
    });
  });

  it("drops the text behind “other” where something else was picked instead", () => {
    expect(read("a.kind=small&a.kind.text=abc")).toEqual({ kind: { option: "small" } });
  });

  it("counts an option that is sent twice once, and lets options go before a state", () => {
    expect(read("a.channel=phone&a.channel=phone")).toEqual({ channel: { options: ["phone"] } });
    expect(read("a.channel=~refused&a.channel=phone")).toEqual({ channel: { options: ["phone"] } });
  });

  it("keeps line ends as they were written, not as forms send them", () => {
    expect(read("a.words=a%0D%0Ab")).toEqual({ words: "a\nb" });
  });

  it("hands on what cannot be an answer, for evaluation to refuse", () => {
    const answers = read("a.overall=abc&a.mood=~nonsense&a.kind=nowhere");
    expect(answers).toEqual({ overall: "abc", mood: "nonsense", kind: { option: "nowhere" } });
    const faults = evaluate(sampleQuestionnaire, answers).faults.map(
      ({ question, problem }) => `${question} ${problem}`,
    );
    expect(faults).toEqual(expect.arrayContaining(["overall form", "mood form", "kind option-unknown"]));
  });

  it("ignores fields of no question, whatever they are called", () => {
    expect(read("stamp=x&a.__proto__=1&a.constructor=1&a.items.__proto__=4&overall=4&a.overall.x=4")).toEqual({});
  });

  it("reads questions and rows that are called like parts of every object", () => {
    const strange: Question = {
      code: "constructor",
      type: "matrix",
      scale: "s",
      text: {},
      rows: [{ code: "valueOf", text: {} }],
    };
    const answers = answersOfForm([strange], new URLSearchParams("a.constructor.valueOf=3"));
    expect(Object.keys(answers)).toEqual(["constructor"]);
    expect(answers.constructor).toEqual({ valueOf: 3 });
    expect(answersOfForm([strange], new URLSearchParams(""))).toEqual({});
  });

  it("gives answers to the page's questions only, and never throws", () => {
    const names = ["a.overall", "a.items.speed", "a.items", "a.kind", "a.kind.text", "a.channel", "a.words", "x"];
    const codes = new Set(questions.map(({ code }) => code));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string())), (fields) => {
        const answers = answersOfForm(questions, new URLSearchParams(fields));
        expect(Object.keys(answers).every((code) => codes.has(code))).toBe(true);
        evaluate(sampleQuestionnaire, answers);
      }),
    );
  });
});
