import { templates } from "@manyi/questionnaire/template/templates";
import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { addLanguage, isLanguageTag, putLanguageFirst, removeLanguage } from "./language-edits.ts";

describe("languages of a questionnaire", () => {
  it.each(templates.map(({ code, questionnaire }) => [code, questionnaire] as const))(
    "take every word along when they go: %s",
    (_, questionnaire) => {
      const left = removeLanguage("en")(questionnaire);
      expect(left.languages).toEqual(["zh"]);
      expect(JSON.stringify(left)).not.toContain('"en":');
      expect(JSON.stringify(left).match(/"zh":/g)).toHaveLength(
        JSON.stringify(questionnaire).match(/"zh":/g)?.length ?? 0,
      );
    },
  );

  it("never all go", () => {
    const single = removeLanguage("en")(buildQuestionnaire());
    expect(removeLanguage("zh")(single)).toBe(single);
  });

  it("are there once, and one of them is first", () => {
    const draft = addLanguage("ja")(addLanguage("ja")(buildQuestionnaire()));
    expect(draft.languages).toEqual(["zh", "en", "ja"]);
    expect(putLanguageFirst("ja")(draft).languages).toEqual(["ja", "zh", "en"]);
  });

  it("have tags", () => {
    expect(["zh", "zh-TW", "en", "fil"].every(isLanguageTag)).toBe(true);
    expect(["", "中文", "Zh", "e", "zh_TW"].some(isLanguageTag)).toBe(false);
  });
});
