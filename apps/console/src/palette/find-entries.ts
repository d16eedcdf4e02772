export interface Found {
  readonly name: string;
  /** What it is, in a word. */
  readonly kind: string;
  /** Other names it answers to, such as that in the other language. */
  readonly also: readonly string[];
  readonly address: string;
}

/** Entries whose names hold every word that was typed, those that begin with it first. Width and case do not matter. */
export function findEntries(entries: readonly Found[], wanted: string): readonly Found[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  const first = words[0] ?? "";
  return entries
    .filter((entry) => {
      const names = namesOf(entry);
      return words.every((word) => names.some((name) => name.includes(word)));
    })
    .toSorted((one, other) => Number(beginsWith(other, first)) - Number(beginsWith(one, first)));
}

function beginsWith(entry: Found, word: string): boolean {
  return namesOf(entry).some((name) => name.startsWith(word));
}

function namesOf({ name, also }: Found): readonly string[] {
  return [name, ...also].map(plain);
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}
