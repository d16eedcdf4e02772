import { describe, expect, it } from "vitest";
import { isNightlyMinute } from "./nightly.ts";

const MINUTE_MS = 60_000;

/** Every minute of a year of a zone's calendar at which the work begins. */
function occurrences(timeZone: string, minuteOfDay: number, from: string, days: number): readonly string[] {
  const start = Date.parse(from);
  const found: string[] = [];
  for (let minute = 0; minute < days * 1_440; minute += 1) {
    const instant = new Date(start + minute * MINUTE_MS);
    if (isNightlyMinute(instant, timeZone, minuteOfDay)) found.push(instant.toISOString().slice(0, 16));
  }
  return found;
}

describe("isNightlyMinute", () => {
  it("begins at the given time of the zone, once a day", () => {
    expect(occurrences("Asia/Shanghai", 210, "2026-11-21T00:00:00Z", 3)).toEqual([
      "2026-11-21T19:30",
      "2026-11-22T19:30",
      "2026-11-23T19:30",
    ]);
  });

  it.each([
    // Clocks go from 02:00 to 03:00: half past two does not exist, and three o'clock takes its place.
    ["spring in Berlin", "Europe/Berlin", 150, "2026-03-28T00:00:00Z", "2026-03-29T01:00"],
    // From 03:00 back to 02:00: half past two comes twice.
    ["autumn in Berlin", "Europe/Berlin", 150, "2026-10-24T00:00:00Z", "2026-10-25T00:30"],
    // By half an hour only.
    ["spring on Lord Howe", "Australia/Lord_Howe", 135, "2026-10-02T12:00:00Z", "2026-10-03T15:30"],
    ["autumn on Lord Howe", "Australia/Lord_Howe", 105, "2026-04-03T12:00:00Z", "2026-04-04T14:45"],
    // At midnight: the day begins at one.
    ["spring in Beirut", "Asia/Beirut", 30, "2026-03-27T12:00:00Z", "2026-03-28T22:00"],
  ])("runs once where the clock is turned: %s", (_, zone, minuteOfDay, from, turned) => {
    const found = occurrences(zone, minuteOfDay, from, 3);
    expect(found).toHaveLength(3);
    expect(found[1]).toBe(turned);
  });
});
