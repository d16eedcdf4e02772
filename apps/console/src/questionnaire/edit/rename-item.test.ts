import { checkQuestionnaire } from "@manyi/questionnaire/check/check-questionnaire";
import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { findQuestion } from "./find-question.ts";
import { renameInQuestion } from "./rename-item.ts";

describe("a code that changes", () => {
  it("takes conditions, measures and segments along", () => {
    const draft = buildQuestionnaire();
    const question = findQuestion(draft, "overall")?.question;
    if (question === undefined) throw new Error("missing");
    const renamed = renameInQuestion(question, { ...question, code: "total" })(draft);
    expect(findQuestion(renamed, "why")?.question.showIf).toEqual({ item: "total", from: 1, to: 2 });
    expect(renamed.pages[1]?.showIf).toEqual({
      any: [
        { item: "why", oneOf: ["price"] },
        { item: "total", is: "answered" },
      ],
    });
    expect(renamed.scoring.measures).toEqual({ overall: "total" });
    expect(checkQuestionnaire(renamed).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("of a matrix takes the indicators of all its rows along", () => {
    const draft = buildQuestionnaire();
    const question = findQuestion(draft, "service")?.question;
    if (question === undefined) throw new Error("missing");
    const renamed = renameInQuestion(question, { ...question, code: "team" })(draft);
    expect(renamed.scoring.indicators?.[0]?.children?.map(({ item }) => item)).toEqual(["team_r1", "team_r2"]);
  });

  it("of an option takes along the conditions on that question only", () => {
    const draft = buildQuestionnaire();
    const question = findQuestion(draft, "why")?.question;
    if (question?.type !== "single-choice") throw new Error("missing");
    const options = question.options.map((option) => (option.code === "price" ? { ...option, code: "cost" } : option));
    const renamed = renameInQuestion(question, { ...question, options }, { from: "price", to: "cost" })(draft);
    expect(renamed.pages[1]?.showIf).toEqual({
      any: [
        { item: "why", oneOf: ["cost"] },
        { item: "overall", is: "answered" },
      ],
    });
  });
});
