import type { Page, Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { type Answers, evaluate, withoutHidden } from "@manyi/questionnaire/evaluation/evaluate";
import {
  buildQuestionnaire,
  matrix,
  openText,
  page,
  rating,
  single,
  text,
} from "@manyi/questionnaire/test-support/build-questionnaire";
import { describe, expect, it } from "vitest";
import { saysTheSame } from "./same-page.ts";

const low = { item: "overall", to: 2 };
const rows = [
  { code: "speed", text: text("速度") },
  { code: "care", text: text("用心"), showIf: low },
];
const only: Page = page(
  "only",
  rating("overall"),
  rating("again", { showIf: low }),
  openText("reason", { showIf: low }),
  matrix("service", [], { rows }),
  single("kind", ["a", "b"], { other: { label: text("其他") } }),
);
const questionnaire: Questionnaire = buildQuestionnaire({ pages: [only], scoring: {} });

/** Whether the form with these answers, sent twice, is the same. */
function sentAgain(first: Answers, again: Answers = first): boolean {
  const { cells } = evaluate(questionnaire, withoutHidden(questionnaire, first));
  return saysTheSame(questionnaire, only, again, cells);
}

describe("a page that is sent once more", () => {
  const complete = { overall: 1, again: 2, reason: "慢", service: { speed: 4, care: 1 }, kind: { option: "a" } };

  it("says the same in every type of question, skipped ones included", () => {
    expect(sentAgain(complete)).toBe(true);
    expect(sentAgain({})).toBe(true);
  });

  it.each<[string, object]>([
    ["a rating", { overall: 2 }],
    ["a text", { reason: "贵" }],
    ["a row", { service: { speed: 4, care: 2 } }],
    ["an option", { kind: { option: "b" } }],
    ["what was skipped", { kind: undefined }],
  ])("says something else with another answer to %s", (_, other) => {
    expect(sentAgain(complete, { ...complete, ...other })).toBe(false);
  });

  it("says the same with fields that another answer of it has hidden: they were not received the first time either", () => {
    expect(sentAgain({ ...complete, overall: 5 })).toBe(true);
  });
});
