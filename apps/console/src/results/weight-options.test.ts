import { describe, expect, it } from "vitest";
import { weightOptions } from "./weight-options.ts";

const words = { unweighted: "unweighted", ofStudy: (name: string) => `${name} (study)` };

describe("weights to choose from", () => {
  it("are none where the study has none", () => {
    expect(weightOptions([{ code: "none", primary: true }], undefined, words)).toEqual([]);
  });

  it("hold the unweighted results and mark what the study says as chosen", () => {
    const options = weightOptions([{ code: "w", primary: true }], undefined, words);
    expect(options.map(({ text, chosen }) => [text, chosen])).toEqual([
      ["w (study)", true],
      ["unweighted", false],
    ]);
  });

  it("mark the one that the address names", () => {
    const options = weightOptions([{ code: "w", primary: true }], "none", words);
    expect(options.find(({ chosen }) => chosen)?.value).toBe("none");
  });
});
