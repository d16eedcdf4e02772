/**
 * When the night's work is due: once on each day of a zone's calendar, also on days that are 23 or 25 hours long. The queue's
 * own timetable knows UTC only and asks every minute; this answers.
 */
interface WallClock {
  readonly day: string;
  /** Since midnight as the clock on the wall shows it. */
  readonly minute: number;
}

const MINUTE_MS = 60_000;
/** No zone has ever turned its clock by more in one step, but for a few that skipped a whole day. */
const LONGEST_TURN_MINUTES = 180;

/** @returns whether work that is due at `minuteOfDay` in a zone begins in the minute of `instant` */
export function isNightlyMinute(instant: Date, timeZone: string, minuteOfDay: number): boolean {
  const wall = wallClock(timeZone);
  const now = wall(instant);
  if (now.minute < minuteOfDay) return false;
  // The clock jumped over the minute: the first that exists counts. It was turned back: only the first time counts.
  for (let back = 1; back <= LONGEST_TURN_MINUTES; back += 1) {
    const before = wall(new Date(instant.getTime() - back * MINUTE_MS));
    if (before.day !== now.day) continue;
    if (before.minute >= minuteOfDay) return false;
  }
  return true;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): (instant: Date) => WallClock {
  const format =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      calendar: "iso8601",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  clocks.set(timeZone, format);
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return {
      day: `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`,
      minute: Number(parts.get("hour")) * 60 + Number(parts.get("minute")),
    };
  };
}
