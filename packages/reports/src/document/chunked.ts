/** A list cut into parts of nearly equal length, none longer than `size`; no part is empty. */
export function chunked<Entry>(entries: readonly Entry[], size: number): readonly (readonly Entry[])[] {
  const parts = Math.ceil(entries.length / size);
  const length = Math.ceil(entries.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, index) => entries.slice(index * length, (index + 1) * length));
}
