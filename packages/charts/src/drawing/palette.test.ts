import { describe, expect, it } from "vitest";
import { contrast, divergingColours, palette, textColourOn } from "./palette.ts";

describe("the palette", () => {
  it.each(["ink", "muted", "primary", "danger"] as const)("makes %s readable as text on paper", (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it("makes marks visible on paper", () => {
    expect(contrast(palette.mark, palette.paper)).toBeGreaterThanOrEqual(3);
  });

  it.each([1, 2, 5, 7, 11])("writes readable text on each of %i answers' colours", (count) => {
    const contrasts = divergingColours(count).map((colour) => contrast(textColourOn(colour), colour));
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  });

  it("goes from the danger to the primary colour", () => {
    expect(divergingColours(5).at(0)).toBe("#a8321e");
    expect(divergingColours(5).at(-1)).toBe("#0f6b5c");
  });
});
