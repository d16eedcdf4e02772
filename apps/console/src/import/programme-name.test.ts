import { describe, expect, it } from "vitest";
import { namesake, suggestedName } from "./programme-name.ts";

const preview = { dataFile: "2026客户回访.v2.xlsx", encoding: "utf-8", rows: 3, columns: [], firstRows: [] };

describe("the name suggested for a new programme", () => {
  it("is the study's title", () => {
    const title = { zh: "代理记账客户满意度", en: "Bookkeeping clients" };
    expect(suggestedName({ title, hasStudyJson: true, preview }, "en")).toBe("Bookkeeping clients");
    expect(suggestedName({ title, hasStudyJson: false, preview }, "zh")).toBe("代理记账客户满意度");
  });

  it("is none where the title is only the data file's name", () => {
    const title = { zh: "2026客户回访.v2" };
    expect(suggestedName({ title, hasStudyJson: false, preview }, "zh")).toBe("");
    expect(suggestedName({ title, hasStudyJson: false, preview }, "en")).toBe("");
  });

  it("is the file's name after all where the study itself has that title", () => {
    expect(suggestedName({ title: { zh: "2026客户回访.v2" }, hasStudyJson: true, preview }, "zh")).toBe(
      "2026客户回访.v2",
    );
  });
});

describe("a programme of the same name", () => {
  const programmes = [{ name: { zh: "年度调查" } }, { name: { zh: "租户调查", en: "Tenants" } }];

  it("is found in either language, whatever case, width and blanks", () => {
    expect(namesake(" 年度调查 ", programmes)).toBe(programmes[0]);
    expect(namesake("ＴENANTS", programmes)).toBe(programmes[1]);
  });

  it("is not one whose name only begins like it, nor anything for an empty name", () => {
    expect(namesake("年度", programmes)).toBeNull();
    expect(namesake(" ", [{ name: { zh: "" } }])).toBeNull();
  });
});
