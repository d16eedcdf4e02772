import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildQuestionnaire,
  matrix,
  multiple,
  page,
  rating,
  single,
  text,
} from "../../test-support/build-questionnaire.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import type { Item, TextItem } from "../item/item.ts";
import { itemsOf } from "../item/items-of.ts";
import { templates } from "../template/templates.ts";
import { evaluate, withoutHidden } from "./evaluate.ts";

/** Rows, questions and pages that hang on one another. */
const branching = buildQuestionnaire({
  pages: [
    page("a", rating("q1"), single("q2", ["x", "y"], { other: { label: text("其他", "Other") }, states: ["refused"] })),
    {
      ...page(
        "b",
        multiple("q3", ["x", "y", "z"], { most: 2 }),
        matrix("q4", [], {
          states: ["not-applicable"],
          rows: [
            { code: "r1", text: text("1") },
            { code: "r2", text: text("2"), showIf: { item: "q3_x", oneOf: ["1"] } },
          ],
        }),
      ),
      showIf: {
        any: [
          { item: "q1", to: 3 },
          { item: "q2", is: "refused" },
        ],
      },
    },
    { ...page("c", rating("constructor")), showIf: { not: { item: "q4_r2", is: "answered" } } },
  ],
});
const questionnaires: readonly Questionnaire[] = [branching, ...templates.map(({ questionnaire }) => questionnaire)];

/** Values that mean something to one type of question or another, and any JSON at all. */
const anyValue = fc.oneof(
  fc.integer({ min: -1, max: 11 }),
  fc.constantFrom("not-applicable", "dont-know", "refused", "x", " ", "慢"),
  fc.record({ option: fc.constantFrom("x", "y", "yes", "small", "other", "z") }),
  fc.record({ options: fc.array(fc.constantFrom("x", "y", "z", "other")) }),
  fc.dictionary(
    fc.constantFrom("r1", "r2", "speed", "__proto__"),
    fc.oneof(fc.integer({ min: 0, max: 6 }), fc.jsonValue()),
  ),
  fc.jsonValue(),
);

const cases = fc.constantFrom(...questionnaires).chain((questionnaire) => {
  const codes = questionnaire.pages.flatMap(({ questions }) => questions.map(({ code }) => code));
  const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...codes) }, fc.string());
  return fc.tuple(fc.constant(questionnaire), fc.dictionary(key, anyValue, { maxKeys: 15 }));
});

/** Whether a cell is what the item can be answered with. */
function isValueOf(item: Exclude<Item, TextItem>, cell: string): boolean {
  switch (item.kind) {
    case "choice":
      return item.options.some(({ code }) => code === cell);
    case "rating":
      return /^\d+$/.test(cell) && Number(cell) >= item.scale.minimum && Number(cell) <= item.scale.maximum;
    case "number":
      return Number(cell) >= (item.minimum ?? -Infinity) && Number(cell) <= (item.maximum ?? Infinity);
    case "date":
      return /^\d{4}-\d\d-\d\d$/.test(cell);
  }
}

describe("whatever is sent", () => {
  it("nothing is thrown, and nothing is kept outside the questionnaire's items", () => {
    fc.assert(
      fc.property(cases, ([questionnaire, answers]) => {
        const items = new Set(itemsOf(questionnaire).map(({ name }) => name));
        const { cells } = evaluate(questionnaire, answers);
        for (const [name, cell] of Object.entries(cells)) {
          expect(items).toContain(name);
          expect(typeof cell).toBe("string");
        }
      }),
    );
  });

  it("a cell is a value of its item or a state, and states that are not offered are never kept", () => {
    const codes = { "not-applicable": "NA", "dont-know": "DK", refused: "RF" };
    fc.assert(
      fc.property(cases, ([questionnaire, answers]) => {
        const { cells } = evaluate(questionnaire, answers);
        for (const item of itemsOf(questionnaire)) {
          const cell = cells[item.name];
          if (cell === undefined || item.kind === "text" || cell === "NS") continue;
          const offered = item.states.map((state) => codes[state]);
          expect([cell, offered.includes(cell) || isValueOf(item, cell)]).toEqual([cell, true]);
        }
      }),
    );
  });

  it("without the hidden answers none is in the wrong place, and the same is kept", () => {
    fc.assert(
      fc.property(cases, ([questionnaire, answers]) => {
        const left = withoutHidden(questionnaire, answers);
        const { faults, cells } = evaluate(questionnaire, left);
        expect(faults.map(({ problem }) => problem)).not.toContain("not-shown");
        expect(faults.map(({ problem }) => problem)).not.toContain("question-unknown");
        expect({ ...cells }).toEqual({ ...evaluate(questionnaire, answers).cells });
        expect(withoutHidden(questionnaire, left)).toEqual(left);
      }),
    );
  });

  it("evaluating is without effect on the answers, and always comes out the same", () => {
    fc.assert(
      fc.property(cases, ([questionnaire, answers]) => {
        const before = JSON.stringify(answers);
        const first = JSON.stringify(evaluate(questionnaire, answers));
        expect(JSON.stringify(evaluate(questionnaire, answers))).toBe(first);
        expect(JSON.stringify(answers)).toBe(before);
      }),
    );
  });
});
