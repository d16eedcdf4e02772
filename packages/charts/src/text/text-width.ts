/**
 * Charts are drawn where there is no canvas to measure text with. Widths are estimated from character classes, a
 * little too wide on purpose, so that nothing is cut off in any of the fonts a reader may have.
 */
const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
const wide =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3fffd}]/u;
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** Estimated width of one line in pixels at a size in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width * size;
}

/** The text, or its beginning and "…" where it is wider than the room. Stops reading where the room ends, so a text of
 *  any length is cheap. Never cuts a grapheme in two. */
export function clipText(text: string, room: number, size: number): string {
  const limit = room / size;
  const ellipsis = 1;
  let width = 0;
  let fitting = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    width += graphemeWidth(segment);
    if (width > limit) return `${text.slice(0, fitting).trimEnd()}…`;
    if (width <= limit - ellipsis) fitting = index + segment.length;
  }
  return text;
}

/** Width of a grapheme in em. */
function graphemeWidth(grapheme: string): number {
  if (wide.test(grapheme)) return 1;
  if (invisible.test(grapheme)) return 0;
  if (/^[il.,:;'|!()[\] ]/.test(grapheme)) return 0.34;
  if (/^[mwMW@%—…]/.test(grapheme)) return 0.95;
  if (/^[A-Z&]/.test(grapheme)) return 0.7;
  return 0.58;
}
