/** Whether PostgreSQL can keep a text: it has no NUL and no half characters in json. */
export function isKeepable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** A text as it can be kept; what cannot be is shown as U+FFFD. For names and messages, never for answers. */
export function keepable(text: string): string {
  return isKeepable(text) ? text : text.toWellFormed().replaceAll("\0", "\u{FFFD}");
}

/** A value as JSON for a column of type jsonb. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "string") return keepable(part);
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    const entries = Object.entries(part);
    return entries.every(([name]) => isKeepable(name))
      ? part
      : Object.fromEntries(entries.map(([name, inner]) => [keepable(name), inner]));
  });
}
