import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { placeOfText, placeText } from "./place.ts";
import { nearestField, spotOfPath } from "./place-of-path.ts";

const draft = buildQuestionnaire();

describe("the place of an issue", () => {
  it.each([
    [["pages", 0, "questions", 1, "options", 0, "label"], "question.why", "options.0.label"],
    [["pages", 1, "showIf", "any", 0], "page.p2", "showIf.any.0"],
    [["scales", "five", "labels", "1"], "scale.five", "labels.1"],
    [["scoring", "indicators", 0, "children", 1, "item"], "scoring", "indicators.0.children.1.item"],
    [["thanks", "title"], "thanks", "title"],
    [["title"], "welcome", "title"],
    [["pages", 9], "page.p1", ""],
  ])("%j is in %s at %s", (path, place, field) => {
    const spot = spotOfPath(draft, path);
    expect([placeText(spot.place), spot.field]).toEqual([place, field]);
  });

  it("is shown at the field that bears it, or that holds it, or the first of its languages", () => {
    const fields = ["text.zh", "text.en", "showIf", "options", "options.0.label.zh"];
    expect(nearestField(fields, "text.en")).toBe("text.en");
    expect(nearestField(fields, "text")).toBe("text.zh");
    expect(nearestField(fields, "showIf.any.0")).toBe("showIf");
    expect(nearestField(fields, "options.1.label")).toBe("options");
    expect(nearestField(fields, "states")).toBeNull();
  });

  it("stands in the address and is found from it", () => {
    for (const text of ["question.q1", "scale.five", "welcome", "scoring"]) {
      const place = placeOfText(text);
      expect(place && placeText(place)).toBe(text);
    }
    expect(placeOfText("nowhere")).toBeNull();
    expect(placeOfText("question.")).toBeNull();
  });
});
