import { describe, expect, it } from "vitest";
import { boundsOfDay, day, minute } from "./date.ts";

describe("dates", () => {
  it("are those of the organisation's zone, not of the browser", () => {
    expect(day("2026-11-22T17:30:00Z", "Asia/Shanghai")).toBe("2026-11-23");
    expect(minute("2026-11-22T17:30:00Z", "America/New_York")).toBe("2026-11-22 12:30");
  });
});

describe("the bounds of a day", () => {
  it("are its beginning and the next day's", () => {
    expect(boundsOfDay("2026-11-22", "Asia/Shanghai")).toEqual({
      from: "2026-11-21T16:00:00.000Z",
      until: "2026-11-22T16:00:00.000Z",
    });
  });

  it("are 23 hours apart on the day clocks go forward", () => {
    const { from, until } = boundsOfDay("2026-03-29", "Europe/Berlin");
    expect((Date.parse(until) - Date.parse(from)) / 3_600_000).toBe(23);
  });

  it("pass over the end of a year", () => {
    expect(boundsOfDay("2026-12-31", "UTC").until).toBe("2027-01-01T00:00:00.000Z");
  });
});
