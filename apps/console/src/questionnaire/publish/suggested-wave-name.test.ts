import { expect, it } from "vitest";
import { suggestedWaveName } from "./suggested-wave-name.ts";

it("calls a wave by its month", () => {
  const day = new Date(2026, 10, 22);
  expect(suggestedWaveName(day, "zh")).toBe("2026 年 11 月");
  expect(suggestedWaveName(day, "en")).toBe("November 2026");
});
