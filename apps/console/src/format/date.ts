/** `2026-11-22` in the organisation's time zone. */
export function day(instant: string, timeZone: string): string {
  return parts(instant, timeZone).slice(0, 10);
}

/** `2026-11-22 09:41` in the organisation's time zone. */
export function minute(instant: string, timeZone: string): string {
  return parts(instant, timeZone).slice(0, 16);
}

function parts(instant: string, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(new Date(instant));
}

/** The instant at which a day begins in a time zone, and the one at which the next day begins.
 *  @param date `2026-11-22` */
export function boundsOfDay(date: string, timeZone: string): { readonly from: string; readonly until: string } {
  return { from: startOfDay(date, timeZone), until: startOfDay(nextDay(date), timeZone) };
}

function nextDay(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** Twice, because the offset before a change of clocks is not the one after it. */
function startOfDay(date: string, timeZone: string): string {
  const wanted = Date.parse(`${date}T00:00:00Z`);
  let instant = wanted;
  for (let round = 0; round < 2; round += 1) {
    const shown = Date.parse(`${parts(new Date(instant).toISOString(), timeZone).replace(" ", "T")}Z`);
    instant += wanted - shown;
  }
  return new Date(instant).toISOString();
}
