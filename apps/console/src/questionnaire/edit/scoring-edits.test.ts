import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { setMeasure, toggleGrouping } from "./scoring-edits.ts";

describe("scoring", () => {
  it("names measures, and says nothing of those taken away", () => {
    const draft = setMeasure("nps", "nps")(buildQuestionnaire());
    expect(draft.scoring.measures).toEqual({ overall: "overall", nps: "nps" });
    const none = setMeasure("overall", null)(setMeasure("nps", null)(draft));
    expect("measures" in none.scoring).toBe(false);
  });

  it("takes an item as a segment or as a unit, never as both", () => {
    const draft = toggleGrouping("units", "why")(buildQuestionnaire());
    expect(draft.scoring.units).toEqual(["why"]);
    expect("segments" in draft.scoring).toBe(false);
  });
});
