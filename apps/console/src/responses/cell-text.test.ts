import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../test-support/build-questionnaire.ts";
import { cellReader } from "./cell-text.ts";
import { zh } from "./messages/zh.ts";

const several = {
  type: "multiple-choice" as const,
  code: "improve",
  text: { zh: "改进" },
  options: [{ code: "speed", label: { zh: "速度" } }],
};
const base = buildQuestionnaire();
const questionnaire = { ...base, pages: [...base.pages, { code: "p3", questions: [several] }] };

describe("an answer in a table", () => {
  const reader = cellReader(questionnaire, "zh", zh);

  it("is the option's words, the rating's number, the text as written", () => {
    expect(reader.text("why", "price")).toBe("价格");
    expect(reader.text("overall", "4")).toBe("4");
    expect(reader.text("more", "NA")).toBe("NA");
    expect(reader.text("improve_speed", "1")).toBe("选中");
  });

  it("is a state in words, which is no answer", () => {
    expect(reader.text("overall", "NA")).toBe("不适用");
    expect(reader.text("service_r1", "NS")).toBe("未显示");
  });

  it("stays the code where nobody knows it, and a dash where there is none", () => {
    expect(reader.text("why", "gone")).toBe("gone");
    expect(reader.text("unheard", "1")).toBe("1");
    expect(reader.text("why", "")).toBe("—");
  });

  it("stands under the circumstances' names", () => {
    expect(reader.name({ code: "_seconds", label: null })).toBe("用时（秒）");
    expect(reader.text("_late", "0")).toBe("否");
  });

  it("of imported data stays as it came", () => {
    const imported = cellReader(null, "zh", zh);
    expect(imported.text("why", "NA")).toBe("NA");
    expect(imported.name({ code: "_late", label: null })).toBe("_late");
  });
});
