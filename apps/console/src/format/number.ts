import type { Programme } from "@manyi/contract/programme/programmes";

type Headline = NonNullable<Programme["headline"]>;

/** Digits in groups of three: `12,345`, in both languages. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** Bytes for people: `312 B`, `4.2 MB`. */
export function bytes(value: number): string {
  const units = ["B", "kB", "MB", "GB"];
  let size = value;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

/** A headline's number in its unit: an index and NPS with one decimal, a rating with two, a share with none below 200
 *  answers. `digits` without a sign for NPS would hide which side of zero it is on. */
export function headlineNumber(value: number, { unit, n }: Pick<Headline, "unit" | "n">): string {
  switch (unit) {
    case "index":
      return value.toFixed(1);
    case "nps":
      return withMinus(value.toFixed(1));
    case "rating":
      return value.toFixed(2);
    case "share":
      return `${(value * 100).toFixed(n < 200 ? 0 : 1)}%`;
  }
}

/** `71.1–73.7`; null where there is no interval. */
export function headlineInterval(headline: Headline): string | null {
  const { lower, upper } = headline;
  if (lower === null || upper === null) return null;
  // A dash beside a minus cannot be read.
  const between = lower < 0 || upper < 0 ? " – " : "–";
  return `${headlineNumber(lower, headline)}${between}${headlineNumber(upper, headline)}`;
}

function withMinus(text: string): string {
  return text.replace("-", "−");
}
