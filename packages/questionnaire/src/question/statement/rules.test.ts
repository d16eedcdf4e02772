import { expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, text } from "../../../test-support/build-questionnaire.ts";

it("a statement has nothing to answer", () => {
  const shown = asking({ code: "s", type: "statement", text: text("说明", "Note") });
  expect(answering(shown, {})).toEqual({ cells: {}, faults: [] });
  expect(answering(shown, { s: "x" })).toEqual({ cells: {}, faults: [["s", "form"]] });
});
