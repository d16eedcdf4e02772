import { describe, expect, it } from "vitest";
import { columnName } from "./column-name.ts";

describe("the name of a column of answers", () => {
  it("is what it asks in the screen's language, else in the other one", () => {
    const column = { code: "q1", label: { zh: "专业能力", en: "Competence" } };
    expect(columnName(column, "zh")).toBe("专业能力");
    expect(columnName(column, "en")).toBe("Competence");
    expect(columnName({ code: "q2", label: { zh: "沟通" } }, "en")).toBe("沟通");
  });

  it("is its code where nobody has said what it asks", () => {
    expect(columnName({ code: "q3", label: null }, "zh")).toBe("q3");
  });
});
