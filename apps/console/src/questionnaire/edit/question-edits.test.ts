import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { addPage, movePage, removePage, splitPage } from "./page-edits.ts";
import { duplicateQuestion, removeQuestion } from "./question-edits.ts";
import { moveQuestion, stepQuestion } from "./question-moves.ts";

const codes = ({ pages }: ReturnType<typeof buildQuestionnaire>) =>
  pages.map(({ questions }) => questions.map(({ code }) => code));

describe("moving a question", () => {
  it("steps over its neighbour", () => {
    expect(codes(stepQuestion("overall", 1)(buildQuestionnaire()))[0]).toEqual(["why", "overall"]);
    expect(codes(stepQuestion("why", -1)(buildQuestionnaire()))[0]).toEqual(["why", "overall"]);
  });

  it("crosses the edge of a page to the nearest place of the next one", () => {
    expect(codes(stepQuestion("why", 1)(buildQuestionnaire()))).toEqual([["overall"], ["why", "service", "more"]]);
    expect(codes(stepQuestion("service", -1)(buildQuestionnaire()))).toEqual([["overall", "why", "service"], ["more"]]);
  });

  it("stays where there is nowhere to go", () => {
    const draft = buildQuestionnaire();
    expect(stepQuestion("overall", -1)(draft)).toBe(draft);
    expect(stepQuestion("more", 1)(draft)).toBe(draft);
  });

  it("lands in front of the question it is dropped on, also further down on the same page", () => {
    const draft = splitPage(0, 1)(buildQuestionnaire());
    expect(codes(moveQuestion("more", { pageIndex: 0, index: 0 })(draft))).toEqual([
      ["more", "overall"],
      ["why"],
      ["service"],
    ]);
    expect(codes(moveQuestion("service", { pageIndex: 2, index: 2 })(draft))[2]).toEqual(["more", "service"]);
  });

  it("loses no question wherever it is dropped", () => {
    for (const pageIndex of [0, 1]) {
      for (const index of [0, 1, 2, 9]) {
        const moved = codes(moveQuestion("why", { pageIndex, index })(buildQuestionnaire()));
        expect(moved.flat().sort()).toEqual(["more", "overall", "service", "why"]);
      }
    }
  });
});

describe("copies and removals", () => {
  it("put a copy below under a code of its own, and leave what refers to the original", () => {
    const draft = duplicateQuestion("overall")(duplicateQuestion("overall")(buildQuestionnaire()));
    expect(codes(draft)[0]).toEqual(["overall", "overall_3", "overall_2", "why"]);
    expect(draft.scoring.measures?.overall).toBe("overall");
  });

  it("take away one question and nothing else", () => {
    expect(codes(removeQuestion("why")(buildQuestionnaire()))).toEqual([["overall"], ["service", "more"]]);
  });
});

describe("pages", () => {
  it("give their questions to the neighbour when they go", () => {
    expect(codes(removePage(0)(buildQuestionnaire()))).toEqual([["overall", "why", "service", "more"]]);
    expect(codes(removePage(1)(buildQuestionnaire()))).toEqual([["overall", "why", "service", "more"]]);
  });

  it("never all go", () => {
    const single = removePage(1)(buildQuestionnaire());
    expect(removePage(0)(single)).toBe(single);
  });

  it("get codes of their own, and change places", () => {
    const draft = movePage(0, 1)(addPage(2)(buildQuestionnaire()));
    expect(draft.pages.map(({ code }) => code)).toEqual(["p2", "p1", "p3"]);
  });
});
