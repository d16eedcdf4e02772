/** Lists are values here: every change gives a new one, so that whoever holds the old one can go back to it. */

export function replacedAt<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  return items.map((each, at) => (at === index ? item : each));
}

export function insertedAt<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

export function withoutAt<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_, at) => at !== index);
}

/** @param to where it stands afterwards; an end where that lies outside */
export function movedTo<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined) return [...items];
  const rest = withoutAt(items, from);
  return insertedAt(rest, Math.max(0, Math.min(to, rest.length)), item);
}
