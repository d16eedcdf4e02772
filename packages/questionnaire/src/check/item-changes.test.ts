import { describe, expect, it } from "vitest";
import {
  asking,
  fivePoints,
  matrix,
  multiple,
  nps,
  openText,
  rating,
  single,
  text,
} from "../../test-support/build-questionnaire.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import { itemChanges } from "./item-changes.ts";

const scaled = (scale: object, ...rest: Parameters<typeof asking>): Questionnaire => ({
  ...asking(rating("a"), ...rest),
  scales: { five: { ...fivePoints, ...scale } },
});
const changes = (before: Questionnaire, now: Questionnaire) =>
  itemChanges([{ number: 1, questionnaire: before }], now).map((issue) => issue.details);
const changed = (item: string) => [{ item, version: 1 }];
const worded = (labels: Readonly<Record<string, string>>) =>
  asking(single("a", [], { options: Object.entries(labels).map(([code, words]) => ({ code, label: text(words) })) }));

describe("an item keeps its meaning", () => {
  it.each<[string, Questionnaire, Questionnaire]>([
    ["nothing changed", asking(rating("a")), asking(rating("a"))],
    ["its words changed", asking(rating("a")), asking(rating("a", { text: text("您满意吗？") }))],
    ["it offers another state", asking(rating("a")), asking(rating("a", { states: ["refused"] }))],
    [
      "its scale has another name",
      asking(rating("a")),
      { ...asking(rating("a", { scale: "punkte" })), scales: { punkte: fivePoints } },
    ],
    ["range was written out as the conversion", scaled({}), scaled({ conversion: { kind: "range" } })],
    [
      "marks without effect changed",
      scaled({ conversion: { kind: "range", marks: { 1: 0 } } }),
      scaled({ conversion: { kind: "range", marks: { 1: 5 } } }),
    ],
    ["the best end was written out", scaled({}), scaled({ best: "highest" })],
    ["it moved, and others came and went", asking(rating("a"), rating("b")), asking(rating("c"), rating("a"))],
    ["an option was added, one taken out, one reworded", worded({ x: "甲", y: "乙" }), worded({ x: "甲类", z: "丙" })],
    ["two options that read the same stay", worded({ x: "甲", y: "甲" }), worded({ x: "甲", y: "甲" })],
    ["an option has another code", worded({ x: "甲", y: "乙" }), worded({ z: "甲", y: "乙" })],
    [
      "“other” was added",
      asking(single("a", ["x", "y"])),
      asking(single("a", ["x", "y"], { other: { label: text("其他") } })),
    ],
    ["a recommendation stays one", asking(nps("a")), asking(nps("a", { low: text("不会") }))],
    ["a row stays", asking(matrix("m", ["a", "b"])), asking(matrix("m", ["b"]))],
  ])("when %s", (_, before, now) => expect(changes(before, now)).toEqual([]));
});

describe("an item changed", () => {
  it.each<[string, Questionnaire, Questionnaire]>([
    ["from rating to text", asking(rating("a")), asking(openText("a"))],
    ["from rating to choice", asking(rating("a")), asking(single("a", ["x", "y"]))],
    ["to another range", scaled({}), scaled({ maximum: 7 })],
    ["to the other good end", scaled({}), scaled({ best: "lowest" })],
    ["to a conversion by marks", scaled({}), scaled({ conversion: { kind: "marks", marks: { 1: 0, 5: 100 } } })],
    [
      "to another mark",
      scaled({ conversion: { kind: "marks", marks: { 1: 0, 5: 100 } } }),
      scaled({ conversion: { kind: "marks", marks: { 1: 5, 5: 100 } } }),
    ],
    ["from five points to a recommendation", asking(rating("a")), asking(nps("a"))],
    ["because two options were exchanged", worded({ x: "甲", y: "乙" }), worded({ x: "乙", y: "甲" })],
    ["because an option took over another's words", worded({ x: "甲", y: "乙" }), worded({ x: "乙" })],
    ["in the case of its letters alone", asking(rating("A")), asking(rating("a"))],
    ["because an option's code changed in the case of its letters", worded({ x: "甲" }), worded({ X: "甲", y: "乙" })],
    [
      "because one of two options that read the same says what a third said",
      worded({ x: "甲", y: "甲", z: "乙" }),
      worded({ x: "乙", y: "甲" }),
    ],
    ["in the case of its letters and its kind", asking(rating("A")), asking(openText("a"))],
  ])("%s", (_, before, now) => expect(changes(before, now)).toEqual(changed("a")));

  it("from a box of a multiple choice to a choice of its own", () => {
    expect(changes(asking(multiple("m", ["a", "b"])), asking(single("m_a", ["0", "1"])))).toEqual(changed("m_a"));
  });

  it("where a former version but the newest differs, and says which", () => {
    const versions = [
      { number: 3, questionnaire: asking(rating("b")) },
      { number: 1, questionnaire: asking(openText("a")) },
      { number: 2, questionnaire: asking(single("a", ["x", "y"])) },
    ];
    expect(itemChanges(versions, asking(rating("a"), rating("b")))).toEqual([
      {
        code: "item-changed",
        severity: "error",
        at: ["pages", 0, "questions", 0, "code"],
        details: { item: "a", version: 2 },
      },
    ]);
  });
});
