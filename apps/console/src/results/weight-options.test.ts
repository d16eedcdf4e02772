import { describe, expect, it } from "vitest";
import { weightOptions } from "./weight-options.ts";

const label = { zh: "抽样权重", en: "design weight" };
const words = { unweighted: "unweighted", ofStudy: (name: string) => `${name} (study)` };

describe("weights to choose from", () => {
  it("are none where the study has none", () => {
    expect(weightOptions([{ code: "none", label: null, primary: true }], undefined, "zh", words)).toEqual([]);
  });

  it("hold the unweighted results and mark what the study says as chosen", () => {
    const options = weightOptions([{ code: "w", label, primary: true }], undefined, "zh", words);
    expect(options.map(({ text, chosen }) => [text, chosen])).toEqual([
      ["抽样权重 (study)", true],
      ["unweighted", false],
    ]);
  });

  it("mark the one that the address names", () => {
    const options = weightOptions([{ code: "w", label, primary: true }], "none", "zh", words);
    expect(options.find(({ chosen }) => chosen)?.value).toBe("none");
  });

  it("are called as the study calls them in the language of the screen, by their column where it does not", () => {
    const named = weightOptions([{ code: "w", label, primary: false }], undefined, "en", words);
    expect(named[0]?.text).toBe("design weight");
    const bare = weightOptions([{ code: "w", label: null, primary: false }], undefined, "en", words);
    expect(bare[0]?.text).toBe("w");
  });
});
