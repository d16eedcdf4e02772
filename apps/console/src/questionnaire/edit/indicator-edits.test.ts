import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import {
  addIndicator,
  type Indicator,
  indentIndicator,
  indicatorsOf,
  outdentIndicator,
  removeIndicator,
  stepIndicator,
} from "./indicator-edits.ts";

const shape = (nodes: readonly Indicator[]): unknown =>
  nodes.map(({ code, children }) => (children === undefined ? code : [code, shape(children)]));
const after = (edit: ReturnType<typeof addIndicator>) => shape(indicatorsOf(edit(buildQuestionnaire())));

describe("the indicator system", () => {
  it("gets dimensions at the top and indicators below them, under codes of their own", () => {
    expect(after(addIndicator([]))).toEqual([["quality", ["attitude", "competence"]], "i1"]);
    expect(after(addIndicator([0]))).toEqual([["quality", ["attitude", "competence", "i1"]]]);
  });

  it("keeps what a leaf measured when it becomes a branch", () => {
    const draft = addIndicator([0, 0])(buildQuestionnaire());
    const leaf = indicatorsOf(draft)[0]?.children?.[0];
    expect(leaf?.item).toBeUndefined();
    expect(leaf?.children?.[0]?.item).toBe("service_r1");
  });

  it("moves nodes among their siblings, down to one before them and up behind their parent", () => {
    expect(after(stepIndicator([0, 0], 1))).toEqual([["quality", ["competence", "attitude"]]]);
    expect(after(outdentIndicator([0, 0]))).toEqual([["quality", ["competence"]], "attitude"]);
    const twice = outdentIndicator([0, 0])(buildQuestionnaire());
    expect(shape(indicatorsOf(indentIndicator([1])(twice)))).toEqual([["quality", ["competence", "attitude"]]]);
  });

  it("makes no branch of a leaf that measures something", () => {
    const draft = buildQuestionnaire();
    expect(indentIndicator([0, 1])(draft)).toBe(draft);
  });

  it("leaves no empty list behind", () => {
    const draft = removeIndicator([0])(buildQuestionnaire());
    expect("indicators" in draft.scoring).toBe(false);
    const childless = removeIndicator([0, 0])(removeIndicator([0, 0])(buildQuestionnaire()));
    expect(indicatorsOf(childless)).toEqual([{ code: "quality", label: { zh: "质量", en: "Quality" } }]);
  });
});
