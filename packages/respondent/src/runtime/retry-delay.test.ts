import { describe, expect, it } from "vitest";
import { retryDelayMs } from "./retry-delay.ts";

describe("retryDelayMs", () => {
  it("doubles from a second to a minute", () => {
    expect([1, 2, 3, 7, 50].map((tries) => retryDelayMs(tries, 0, 1))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
  });

  it("spreads over the upper half", () => {
    expect(retryDelayMs(3, 0, 0)).toBe(2_000);
    expect(retryDelayMs(3, 0, 0.5)).toBe(3_000);
  });

  it("never comes sooner than the server asked for, nor all at that moment", () => {
    expect(retryDelayMs(1, 30_000, 0)).toBeGreaterThanOrEqual(30_000);
    expect(retryDelayMs(1, 30_000, 0)).not.toBe(retryDelayMs(1, 30_000, 1));
  });
});
