import { clipText, textWidth } from "./text-width.ts";

const words = new Intl.Segmenter("zh", { granularity: "word" });
/** Marks that may not begin a line in Chinese; they stay with the word before. */
const closing = /^[\s，。、；：？！）》」』”’…,.;:?!)%]/u;

/** Breaks a text into at most `lines` lines; what does not fit is clipped with "…" in the last one.
 *  @param room width of a line in pixels @param size of the text in pixels */
export function wrapText(text: string, room: number, size: number, lines: number): readonly string[] {
  const wrapped: string[] = [];
  let line = "";
  // Nothing beyond this many characters can be seen, whatever their widths are.
  const visible = text.slice(0, Math.ceil((room / size) * lines * 4) + 8);
  for (const piece of pieces(visible)) {
    if (line !== "" && textWidth(line + piece.trimEnd(), size) > room) {
      if (wrapped.length === lines - 1) return [...wrapped, clipText(`${line}${piece}…`, room, size)];
      wrapped.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  const last = visible.length < text.length ? `${line}…` : line;
  return [...wrapped, clipText(last.trimEnd(), room, size)];
}

function pieces(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(text)) {
    const previous = found.at(-1);
    if (previous !== undefined && closing.test(segment)) found[found.length - 1] = previous + segment;
    else found.push(segment);
  }
  return found;
}
