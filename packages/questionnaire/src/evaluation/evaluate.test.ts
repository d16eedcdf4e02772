import { describe, expect, it } from "vitest";
import { answering } from "../../test-support/answering.ts";
import {
  asking,
  buildQuestionnaire,
  matrix,
  openText,
  page,
  rating,
  single,
  text,
} from "../../test-support/build-questionnaire.ts";
import { isIncomplete } from "./answer-fault.ts";
import { endingOf } from "./ending-of.ts";
import { evaluate, withoutHidden } from "./evaluate.ts";

const sound = buildQuestionnaire();
const shownPages = (answers: Readonly<Record<string, unknown>>) =>
  evaluate(sound, answers)
    .pages.filter(({ questions }) => questions.length > 0)
    .map((evaluated) => evaluated.page.code);

describe("ways through a questionnaire", () => {
  const forked = buildQuestionnaire({
    pages: [
      {
        ...page("first", single("kind", ["customer", "former", "stranger"])),
        jumps: [
          { when: { item: "kind", oneOf: ["stranger"] }, ending: "not_asked" },
          { when: { item: "kind", oneOf: ["former"] }, to: "last" },
        ],
      },
      page("service", rating("speed"), rating("care", { requiredIf: { item: "speed", to: 2 } })),
      { ...page("more", rating("more")), jumps: [{ when: { item: "more", is: "unanswered" } }] },
      page("last", openText("wish")),
    ],
    endings: [
      { code: "sorry", showIf: { item: "speed", to: 2 }, title: text("抱歉"), text: text("我们会联系您") },
      { code: "not_asked", title: text("谢谢"), text: text("不符合条件"), outcome: "screened-out" },
    ],
    scoring: {},
  });
  const way = (answers: Readonly<Record<string, unknown>>) => {
    const { pages, cells } = evaluate(forked, answers);
    const shown = pages.filter(({ questions }) => questions.length > 0);
    return [...shown.map(({ page: { code } }) => code), endingOf(forked, cells)?.code ?? null];
  };

  it("goes on from page to page where no jump is taken", () => {
    expect(way({ kind: { option: "customer" }, more: 3 })).toEqual(["first", "service", "more", "last", null]);
  });

  it("leaves out the pages that a jump passes over, and keeps nothing that was answered on them", () => {
    expect(way({ kind: { option: "former" }, wish: "x" })).toEqual(["first", "last", null]);
    expect(answering(forked, { kind: { option: "former" }, speed: 3, wish: "x" })).toEqual({
      cells: { kind: "former", speed: "NS", care: "NS", more: "NS", wish: "x" },
      faults: [["speed", "not-shown"]],
    });
  });

  it("ends where a jump says so, with the end screen that it names", () => {
    expect(way({ kind: { option: "stranger" } })).toEqual(["first", "not_asked"]);
  });

  it("shows the first end screen whose condition holds, where no jump names one", () => {
    expect(way({ kind: { option: "customer" }, speed: 1, care: 1, more: 2 }).at(-1)).toBe("sorry");
    expect(way({ kind: { option: "customer" }, speed: 1, care: 1 })).toEqual(["first", "service", "more", "sorry"]);
  });

  it("does not take the jump of a page that is not shown", () => {
    const hidden = {
      ...forked,
      pages: forked.pages.map((one, i) =>
        i === 0 ? { ...one, showIf: { item: "kind", is: "answered" } as const } : one,
      ),
    };
    expect(
      evaluate(hidden, {})
        .pages.filter(({ questions }) => questions.length > 0)
        .map(({ page: { code } }) => code),
    ).toEqual(["service", "more"]);
  });

  it("requires an answer where the condition of being required holds", () => {
    const customer = { kind: { option: "customer" }, more: 3 };
    expect(answering(forked, { ...customer, speed: 2 }).faults).toEqual([["care", "required"]]);
    expect(answering(forked, { ...customer, speed: 3 }).faults).toEqual([]);
  });
});

describe("evaluate", () => {
  it("shows a page on its condition alone", () => {
    expect(shownPages({ overall: 2 })).toEqual(["first", "why", "rest"]);
    expect(shownPages({ overall: 3 })).toEqual(["first", "rest"]);
    expect(shownPages({})).toEqual(["first", "rest"]);
  });

  it("refuses an answer to what is not shown, and does not keep it", () => {
    expect(answering(sound, { overall: 5, reason: "慢" })).toEqual({
      cells: { overall: "5" },
      faults: [["reason", "not-shown"]],
    });
  });

  it("marks what was hidden as not shown where it could be rated or chosen", () => {
    const hidden = buildQuestionnaire({
      pages: [
        page("a", rating("q")),
        { ...page("b", rating("r"), matrix("m", ["x"]), openText("t")), showIf: { item: "q", to: 2 } },
      ],
    });
    expect(answering(hidden, { q: 3 }).cells).toEqual({ q: "3", r: "NS", m_x: "NS" });
  });

  it("follows a chain of conditions forward: what depends on something hidden is decided by its absence", () => {
    const chain = asking(
      rating("a"),
      rating("b", { showIf: { item: "a", from: 4 } }),
      rating("c", { showIf: { item: "b", from: 4 } }),
      rating("d", { showIf: { not: { item: "b", is: "answered" } } }),
    );
    expect(answering(chain, { a: 5, b: 5, c: 1 })).toEqual({ cells: { a: "5", b: "5", c: "1", d: "NS" }, faults: [] });
    // An answer to b is no way to c while b itself is hidden.
    expect(answering(chain, { a: 1, b: 5, c: 1, d: 2 })).toEqual({
      cells: { a: "1", b: "NS", c: "NS", d: "2" },
      faults: [
        ["b", "not-shown"],
        ["c", "not-shown"],
      ],
    });
  });

  it("goes by what somebody has written, also where the words look like a state", () => {
    const showIf = (item: string) => ({ showIf: { item, is: "answered" } });
    const questionnaire = asking(
      openText("t"),
      single("c", ["a"], { other: { label: text("其他") } }),
      rating("r", showIf("t")),
      rating("s", showIf("c_other_text")),
    );
    for (const words of ["NS", "NA", "DK", "RF"]) {
      const { cells, faults } = answering(questionnaire, { t: words, c: { option: "other", text: words }, r: 3, s: 4 });
      expect(faults).toEqual([]);
      expect(cells).toEqual({ t: words, c: "other", c_other_text: words, r: "3", s: "4" });
    }
  });

  it("never looks ahead: a condition on a later question finds it unanswered", () => {
    const ahead = asking(rating("a", { showIf: { item: "b", from: 1 } }), rating("b"));
    expect(answering(ahead, { b: 5 }).cells).toEqual({ a: "NS", b: "5" });
  });

  it("hides a matrix of which no row is left", () => {
    const rows = [{ code: "x", text: text("x"), showIf: { item: "a", from: 4 } }];
    const questionnaire = asking(rating("a"), matrix("m", [], { rows, required: true }));
    expect(evaluate(questionnaire, { a: 1 }).pages[0]?.questions.map(({ question }) => question.code)).toEqual(["a"]);
    expect(answering(questionnaire, { a: 1, m: { x: 3 } })).toEqual({
      cells: { a: "1", m_x: "NS" },
      faults: [["m", "not-shown"]],
    });
  });

  it("names foreign questions last, and not by the thousand", () => {
    expect(answering(sound, { strange: 1, overall: 9 }).faults).toEqual([
      ["overall", "not-on-scale"],
      ["strange", "question-unknown"],
    ]);
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`x${i}`, i]));
    expect(evaluate(sound, { overall: 5, ...many }).faults).toHaveLength(20);
  });

  it("takes nothing from the prototype, and lets questions have its names", () => {
    const odd = asking(rating("constructor"), rating("toString", { showIf: { item: "constructor", from: 1 } }));
    expect(answering(odd, {})).toEqual({ cells: { toString: "NS" }, faults: [] });
    expect(answering(odd, { constructor: 4, toString: 2 }).cells).toEqual({ constructor: "4", toString: "2" });
    expect(answering(sound, JSON.parse('{"overall": 4, "__proto__": {"x": 1}}')).faults).toEqual([
      ["__proto__", "question-unknown"],
    ]);
    expect(Object.prototype).not.toHaveProperty("x");
  });

  it("tells what is unfinished from what is wrong", () => {
    const { faults } = evaluate(sound, { nps: 11 });
    expect(faults.map((fault) => [fault.problem, isIncomplete(fault)])).toEqual([
      ["required", true],
      ["not-on-scale", false],
    ]);
  });
});

describe("the answers without what is hidden", () => {
  it("drop the way that was left, foreign questions and hidden rows, and keep the rest as it came", () => {
    const rows = [
      { code: "x", text: text("x") },
      { code: "y", text: text("y"), showIf: { item: "overall", to: 2 } },
    ];
    const { pages } = sound;
    const questionnaire = buildQuestionnaire({ pages: [...pages, page("more", matrix("m", [], { rows }))] });
    const answers = { overall: 5, reason: "慢", strange: 1, nps: 99, m: { x: 1, y: 2, z: 3 } };
    expect(withoutHidden(questionnaire, answers)).toEqual({ overall: 5, nps: 99, m: { x: 1, z: 3 } });
  });
});
