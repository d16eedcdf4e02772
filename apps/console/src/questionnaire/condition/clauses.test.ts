import type { Condition } from "@manyi/questionnaire/definition/condition";
import { itemsOf } from "@manyi/questionnaire/item/items-of";
import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { clausesOf, conditionOf } from "./clauses.ts";
import { conditionText } from "./condition-text.ts";
import { earlierItems } from "./earlier-items.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { newComparison } from "./new-comparison.ts";
import { sensesOf, withSense } from "./senses.ts";

const low: Condition = { item: "overall", from: 1, to: 2 };
const price: Condition = { item: "why", oneOf: ["price"] };

describe("a condition as a list of clauses", () => {
  it.each<Condition>([low, { not: price }, { all: [low, price] }, { any: [low, { not: price }] }])(
    "comes back as it was: %j",
    (condition) => {
      const clauses = clausesOf(condition);
      expect(clauses && conditionOf(clauses)).toEqual(condition);
    },
  );

  it("is none where it is nested deeper, so that nothing is lost by showing it", () => {
    expect(clausesOf({ all: [{ any: [low, price] }, low] })).toBeNull();
    expect(clausesOf({ not: { not: low } })).toBeNull();
    expect(clausesOf({ not: { item: "overall", is: "refused" } })).toBeNull();
  });

  it("is no condition without clauses", () => {
    expect(conditionOf({ join: "all", clauses: [] })).toBeUndefined();
  });
});

describe("a condition as a sentence", () => {
  const reading = { items: itemsOf(buildQuestionnaire()), language: "zh", words: zh };

  it("names questions and options by their words", () => {
    expect(conditionText(low, reading)).toBe("“总体”为 1–2 分");
    expect(conditionText({ all: [low, { not: price }] }, reading)).toBe("“总体”为 1–2 分，并且并非“为什么”选了“价格”");
    expect(conditionText(price, { ...reading, language: "en", words: en })).toBe("“Why” is “Price”");
  });

  it("brackets what is nested, and names what is gone by its code", () => {
    expect(conditionText({ any: [{ all: [low, low] }, { item: "gone", is: "answered" }] }, reading)).toBe(
      "（“总体”为 1–2 分，并且“总体”为 1–2 分），或者“gone”已作答",
    );
  });
});

describe("what a condition may look at", () => {
  it("is asked before it", () => {
    const names = (kind: "question" | "page", code: string) =>
      earlierItems(buildQuestionnaire(), { kind, code }).map(({ name }) => name);
    expect(names("question", "overall")).toEqual([]);
    expect(names("question", "why")).toEqual(["overall"]);
    expect(names("page", "p2")).toEqual(["overall", "why"]);
    expect(names("question", "more")).toEqual(["overall", "why", "service_r1", "service_r2"]);
  });

  it("is compared in ways its kind allows, states only where they are offered", () => {
    const [rating, choice] = itemsOf(buildQuestionnaire());
    if (rating === undefined || choice === undefined) throw new Error("missing");
    expect(sensesOf(rating)).toEqual(["range", "outside", "answered", "unanswered"]);
    expect(newComparison(rating)).toEqual({ item: "overall", from: 1, to: 2 });
    expect(withSense({ comparison: newComparison(choice), sense: "is" }, "noneOf", choice)).toEqual({
      comparison: { item: "why", oneOf: ["price"] },
      sense: "not",
    });
  });
});
