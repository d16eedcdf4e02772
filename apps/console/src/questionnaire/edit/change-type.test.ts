import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { changeType, typesWithoutLoss } from "./change-type.ts";
import { findQuestion } from "./find-question.ts";
import { insertQuestion } from "./question-edits.ts";

const nps = {
  type: "nps",
  code: "nps",
  text: { zh: "推荐" },
  low: { zh: "不会" },
  high: { zh: "一定" },
} as const;

describe("another type", () => {
  it("is offered only where nothing that was written would be lost", () => {
    const draft = buildQuestionnaire();
    const types = (code: string) => {
      const question = findQuestion(draft, code)?.question;
      return question === undefined ? null : typesWithoutLoss(question, draft);
    };
    expect(types("overall")).toEqual([]);
    expect(types("why")).toEqual(["multiple-choice"]);
    expect(types("service")).toEqual([]);
    expect(types("more")).toEqual(["statement"]);
  });

  it("is not offered to a multiple choice with an option that stands alone", () => {
    const option = { code: "none", label: { zh: "都没有" }, exclusive: true };
    const question = { type: "multiple-choice", code: "m", text: {}, options: [option] } as const;
    expect(typesWithoutLoss({ ...question, options: [option] }, buildQuestionnaire())).toEqual([]);
  });

  it("is not offered to an open question with a short name: a text to read has none", () => {
    const named = { type: "open-text", code: "o", text: { zh: "还有什么建议？" }, label: { zh: "建议" } } as const;
    expect(typesWithoutLoss(named, buildQuestionnaire())).toEqual([]);
  });

  it("keeps the ends of a recommendation as the ends of a scale, and gives them back", () => {
    const draft = insertQuestion(0, 0, nps)(buildQuestionnaire());
    const rated = changeType(nps, "rating")(draft);
    const rating = findQuestion(rated, "nps")?.question;
    if (rating?.type !== "rating") throw new Error("not a rating");
    expect(rated.scales[rating.scale]?.labels).toEqual({ "0": { zh: "不会" }, "10": { zh: "一定" } });
    expect(findQuestion(changeType(rating, "nps")(rated), "nps")?.question).toEqual(nps);
  });

  it("leaves the draft alone where it is not offered", () => {
    const draft = buildQuestionnaire();
    const question = findQuestion(draft, "overall")?.question;
    expect(question && changeType(question, "nps")(draft)).toBe(draft);
  });
});
