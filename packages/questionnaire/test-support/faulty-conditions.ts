import type { Condition } from "../src/definition/condition.ts";
import type { Questionnaire } from "../src/definition/questionnaire.ts";
import { asking, buildQuestionnaire, matrix, openText, page, rating, single, text } from "./build-questionnaire.ts";
import type { FaultyQuestionnaires } from "./faulty-questionnaires.ts";

/** With a question that is shown on a condition about the ones before it. */
function shownIf(showIf: Condition): Questionnaire {
  return asking(rating("a"), single("b", ["x", "y"]), openText("c"), rating("d", { showIf }), rating("e"));
}

const deep = (levels: number): Condition => (levels === 1 ? { item: "a", from: 1 } : { not: deep(levels - 1) });

/** With a jump after its first page, and an end screen. */
function jumping(jump: object, ending: object = { showIf: { item: "a", to: 2 } }): Questionnaire {
  return buildQuestionnaire({
    pages: [{ ...page("p", rating("a")), jumps: [{ when: { item: "a", from: 5 }, ...jump }] }, page("q", rating("b"))],
    endings: [{ code: "bye", title: text("再见"), text: text("谢谢"), ...ending }],
    scoring: {},
  });
}

export const faultyConditions: FaultyQuestionnaires = [
  ["a jump to a page that does not exist", jumping({ to: "r" }), "jump-page-unknown", "pages/0/jumps/0/to"],
  ["a jump to its own page", jumping({ to: "p" }), "jump-looks-back", "pages/0/jumps/0/to"],
  ["a jump to an ending that does not exist", jumping({ ending: "x" }), "ending-unknown", "pages/0/jumps/0/ending"],
  [
    "a jump on a later question",
    jumping({ when: { item: "b", from: 1 } }),
    "condition-looks-ahead",
    "pages/0/jumps/0/when/item",
  ],
  ["an ending that nobody sees", jumping({}, {}), "ending-unreachable", "endings/0"],
  [
    "an ending without a text in one language",
    jumping({}, { showIf: { item: "a", to: 2 }, text: { zh: "谢谢" } }),
    "text-missing",
    "endings/0/text",
  ],
  [
    "a question that is required on a later answer",
    asking(rating("a", { requiredIf: { item: "b", from: 1 } }), rating("b")),
    "condition-looks-ahead",
    "pages/0/questions/0/requiredIf/item",
  ],
  [
    "a condition on nothing",
    shownIf({ item: "gone", from: 1 }),
    "condition-item-unknown",
    "pages/0/questions/3/showIf/item",
  ],
  [
    "a condition on a later question",
    shownIf({ item: "e", from: 1 }),
    "condition-looks-ahead",
    "pages/0/questions/3/showIf/item",
  ],
  [
    "a condition on the question itself",
    shownIf({ not: { item: "d", is: "answered" } }),
    "condition-looks-ahead",
    "pages/0/questions/3/showIf/not/item",
  ],
  [
    "a page's condition on its own question",
    buildQuestionnaire({ pages: [{ ...page("p", rating("a")), showIf: { item: "a", from: 1 } }], scoring: {} }),
    "condition-looks-ahead",
    "pages/0/showIf/item",
  ],
  [
    "a row's condition on another row",
    asking(
      matrix("m", [], {
        rows: [
          { code: "x", text: text("x") },
          { code: "y", text: text("y"), showIf: { item: "m_x", from: 1 } },
        ],
      }),
    ),
    "condition-looks-ahead",
    "pages/0/questions/0/rows/1/showIf/item",
  ],
  [
    "an option that is not offered",
    shownIf({
      all: [
        { item: "a", from: 1 },
        { item: "b", oneOf: ["x", "z"] },
      ],
    }),
    "condition-option-unknown",
    "pages/0/questions/3/showIf/all/1/oneOf/1",
  ],
  [
    "a value that is not on the scale",
    shownIf({ item: "a", oneOf: ["6"] }),
    "condition-option-unknown",
    "pages/0/questions/3/showIf/oneOf/0",
  ],
  ["a range of a choice", shownIf({ item: "b", from: 1 }), "condition-kind-wrong", "pages/0/questions/3/showIf"],
  [
    "options of a text",
    shownIf({ any: [{ item: "c", oneOf: ["x"] }] }),
    "condition-kind-wrong",
    "pages/0/questions/3/showIf/any/0",
  ],
  [
    "a range turned round",
    shownIf({ item: "a", from: 4, to: 3 }),
    "condition-empty-range",
    "pages/0/questions/3/showIf",
  ],
  ["a range beside the scale", shownIf({ item: "a", from: 6 }), "condition-empty-range", "pages/0/questions/3/showIf"],
  [
    "a range above the scale",
    shownIf({ item: "a", from: 6, to: 9 }),
    "condition-empty-range",
    "pages/0/questions/3/showIf",
  ],
  [
    "a range below the scale",
    shownIf({ item: "a", from: -1, to: 0 }),
    "condition-empty-range",
    "pages/0/questions/3/showIf",
  ],
  [
    "a state that is not offered",
    shownIf({ item: "a", is: "refused" }),
    "condition-state-not-offered",
    "pages/0/questions/3/showIf/is",
  ],
  [
    "a state of a text",
    shownIf({ item: "c", is: "refused" }),
    "condition-state-not-offered",
    "pages/0/questions/3/showIf/is",
  ],
  ["a condition of six levels", shownIf(deep(6)), "condition-too-deep", "pages/0/questions/3/showIf"],
];
