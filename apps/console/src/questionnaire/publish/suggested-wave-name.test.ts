import { expect, it } from "vitest";
import { suggestedWaveName } from "./suggested-wave-name.ts";

it("calls a wave by its month", () => {
  const day = new Date(2026, 10, 22);
  expect(suggestedWaveName(day, "zh", new Set())).toBe("2026 年 11 月");
  expect(suggestedWaveName(day, "en", new Set())).toBe("November 2026");
});

it("numbers the further waves of a month, because results are told apart by name", () => {
  const day = new Date(2026, 10, 22);
  expect(suggestedWaveName(day, "zh", new Set(["2026 年 11 月"]))).toBe("2026 年 11 月（2）");
  const taken = new Set(["November 2026", "November 2026 (2)"]);
  expect(suggestedWaveName(day, "en", taken)).toBe("November 2026 (3)");
});
