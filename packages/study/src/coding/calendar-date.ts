/** Whether a text is a date that there is: 2026-11-22, also 2026/11/22 or 2026-1-2, with or without a time after it. */
export function isCalendarDate(text: string): boolean {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?([ T]\d{1,2}:\d{2}(:\d{2})?)?$/.exec(
    text.trim().normalize("NFKC"),
  );
  if (found === null) return false;
  const [year, month, day] = found.slice(1, 4).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
