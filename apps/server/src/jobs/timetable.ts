import { type ParsedCronItem, parseCronItems } from "graphile-worker";
import { mostAttempts } from "./most-attempts.ts";
import { isNightlyMinute } from "./nightly.ts";

/** 03:30: after the day's reports, before the first ones of the morning, and away from the hours at which clocks are turned. */
const SWEEP_MINUTE = 3 * 60 + 30;
const HOUR_MS = 3_600_000;

/** What runs by the clock. `_private_known_crontabs` remembers the last run, so several processes start it once, and a server that was
 *  off at night catches up when it comes back.
 *  @param now the queue asks about minutes of the past day too, without saying the year */
export function timetable(timeZone: string, now: () => Date): ParsedCronItem[] {
  return parseCronItems([
    {
      task: "sweep",
      identifier: "sweep",
      match: ({ month, date, hour, min }) => {
        const instant = nearest({ month, date, hour, min }, now());
        return isNightlyMinute(instant, timeZone, SWEEP_MINUTE);
      },
      options: { backfillPeriod: 20 * HOUR_MS, maxAttempts: mostAttempts.sweep, jobKey: "sweep" },
    },
  ]);
}

interface MinuteOfYear {
  readonly month: number;
  readonly date: number;
  readonly hour: number;
  readonly min: number;
}

function nearest(minute: MinuteOfYear, now: Date): Date {
  const years = [-1, 0, 1].map((offset) => now.getUTCFullYear() + offset);
  const instants = years.map(
    (year) => new Date(Date.UTC(year, minute.month - 1, minute.date, minute.hour, minute.min)),
  );
  const distance = (instant: Date) => Math.abs(instant.getTime() - now.getTime());
  return instants.reduce((best, instant) => (distance(instant) < distance(best) ? instant : best));
}
